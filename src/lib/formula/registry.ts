import { kvBytesPerTokenFormula } from '../cache/kv-bytes-per-token.formula.ts'
import { kvBytesFormula } from '../cache/kv-bytes.formula.ts'
import { mlaBytesPerTokenFormula } from '../cache/mla-bytes-per-token.formula.ts'
import { recurrentStateBytesFormula } from '../cache/recurrent-state-bytes.formula.ts'
import { dcgExponentialTermFormula, dcgLinearTermFormula } from '../evaluation/dcg-term.formula.ts'
import { precisionFormula, recallFormula } from '../evaluation/share-of-hits.formula.ts'
import {
  spanIouFormula,
  spanPrecisionFormula,
  spanRecallFormula,
} from '../evaluation/span-scores.formula.ts'
import { chunkCountFormula } from '../chunking/chunk-count.formula.ts'
import { indexBytesFormula } from '../chunking-lab/index-bytes.formula.ts'
import { bitsPerWeightFormula } from '../gguf/bits-per-weight.formula.ts'
import {
  adaLoraModuleFormula,
  blockDiagonalModuleFormula,
  lohaModuleFormula,
  micaModuleFormula,
  veraModuleFormula,
} from '../lora/adapter-methods.formula.ts'
import { loraModuleFormula, doraModuleFormula } from '../lora/lora-module.formula.ts'
import { llamaCppMaskBufferFormula } from '../memory/llama-cpp-mask-buffer.formula.ts'
import { llamaCppOutputBufferFormula } from '../memory/llama-cpp-output-buffer.formula.ts'
import { llamaCppScoreBufferFormula } from '../memory/llama-cpp-score-buffer.formula.ts'
import { maxContextFormula } from '../memory/max-context.formula.ts'
import { prefillActivationFormula } from '../memory/prefill-activation.formula.ts'
import { ragTokensFormula } from '../memory/rag-tokens.formula.ts'
import { transformersBufferFormula } from '../memory/transformers-buffer.formula.ts'
import { vllmActivationFormula } from '../memory/vllm-activation.formula.ts'
import { vllmKvBudgetFormula } from '../memory/vllm-kv-budget.formula.ts'
import { computeCeilingFormula } from '../speed/compute-ceiling.formula.ts'
import { decodeCeilingFormula } from '../speed/decode-ceiling.formula.ts'
import { decodeTypicalFormula } from '../speed/decode-typical.formula.ts'
import { expertsTouchedFormula } from '../speed/experts-touched.formula.ts'
import { graphBytesFormula } from '../production/graph-bytes.formula.ts'
import { prefillFlopsFormula } from '../speed/prefill-flops.formula.ts'
import { prefillTimeFormula } from '../speed/prefill-time.formula.ts'
import { groupBitsFormula } from '../weights/group-bits.formula.ts'
import { nf4BitsFormula, nf4DoubleBitsFormula } from '../weights/nf4-bits.formula.ts'
import { plainBytesFormula } from '../weights/plain-bytes.formula.ts'
import { denseLayerFormula } from '../model/dense-layer.formula.ts'
import { mlaAttentionFormula } from '../model/mla-attention.formula.ts'
import { moeLayerActiveFormula, moeLayerFormula } from '../model/moe-layer.formula.ts'
import { trustFormula } from '../projection/trust.formula.ts'
import {
  bm25NormFormula,
  bm25SaturationFormula,
  bm25lSaturationFormula,
} from '../retrieval/bm25-count.formula.ts'
import {
  atireIdfFormula,
  bm25PlusIdfFormula,
  bm25lIdfFormula,
  luceneIdfFormula,
  robertsonIdfFormula,
} from '../retrieval/bm25-idf.formula.ts'
import { cosineFormula } from '../retrieval/cosine.formula.ts'
import { mmrFormula } from '../retrieval/mmr.formula.ts'
import { rrfTermFormula } from '../retrieval/rrf-term.formula.ts'
import { effectiveVocabularyFormula } from '../sampling/effective-vocabulary.formula.ts'
import { entropyTermFormula } from '../sampling/entropy-term.formula.ts'
import { minPThresholdFormula } from '../sampling/min-p-threshold.formula.ts'
import { perplexityFormula } from '../sampling/perplexity.formula.ts'
import { tokenProbabilityFormula } from '../sampling/token-probability.formula.ts'
import { mcnemarFormula } from '../statistics/mcnemar.formula.ts'
import { passAtKFormula } from '../statistics/pass-at-k.formula.ts'
import { wilsonHighFormula, wilsonLowFormula } from '../statistics/wilson.formula.ts'
import type { Formula } from './formula.ts'

/**
 * Every closed formula of the library, room by room. The site renders its mathematics from this
 * list, and a test compares each expression with what the library computes. A formula file that is
 * missing here fails that test.
 *
 * @example formulas.find(({ id }) => id === 'decode-ceiling')?.unit //=> '1/s'
 */
export const formulas: readonly Formula[] = [
  kvBytesPerTokenFormula,
  kvBytesFormula,
  mlaBytesPerTokenFormula,
  recurrentStateBytesFormula,
  bitsPerWeightFormula,
  loraModuleFormula,
  doraModuleFormula,
  veraModuleFormula,
  lohaModuleFormula,
  adaLoraModuleFormula,
  micaModuleFormula,
  blockDiagonalModuleFormula,
  llamaCppMaskBufferFormula,
  llamaCppOutputBufferFormula,
  llamaCppScoreBufferFormula,
  maxContextFormula,
  prefillActivationFormula,
  ragTokensFormula,
  transformersBufferFormula,
  vllmActivationFormula,
  vllmKvBudgetFormula,
  computeCeilingFormula,
  decodeCeilingFormula,
  decodeTypicalFormula,
  expertsTouchedFormula,
  prefillFlopsFormula,
  prefillTimeFormula,
  groupBitsFormula,
  nf4BitsFormula,
  nf4DoubleBitsFormula,
  plainBytesFormula,
  denseLayerFormula,
  moeLayerFormula,
  moeLayerActiveFormula,
  mlaAttentionFormula,
  tokenProbabilityFormula,
  minPThresholdFormula,
  entropyTermFormula,
  effectiveVocabularyFormula,
  perplexityFormula,
  wilsonLowFormula,
  wilsonHighFormula,
  cosineFormula,
  robertsonIdfFormula,
  luceneIdfFormula,
  atireIdfFormula,
  bm25lIdfFormula,
  bm25PlusIdfFormula,
  bm25NormFormula,
  bm25SaturationFormula,
  bm25lSaturationFormula,
  rrfTermFormula,
  mmrFormula,
  recallFormula,
  precisionFormula,
  dcgLinearTermFormula,
  dcgExponentialTermFormula,
  spanRecallFormula,
  spanPrecisionFormula,
  spanIouFormula,
  trustFormula,
  passAtKFormula,
  mcnemarFormula,
  chunkCountFormula,
  indexBytesFormula,
  graphBytesFormula,
]
