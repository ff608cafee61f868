/**
 * The public calculation library: every function that the site's widgets, prose, exercises and
 * tests share. It is pure TypeScript and runs unbuilt in Node 24.
 *
 * @example import { kvCacheBytes } from './src/lib/index.ts'
 */

// Models: configuration files, parameters, tensors.
export { ConfigError } from './model/config-error.ts'
export { countParameters } from './model/count-parameters.ts'
export { modelTensors } from './model/model-tensors.ts'
export { parseModelConfig } from './model/parse-model-config.ts'
export type { ParameterCount } from './model/count-parameters.ts'
export type { ModelSpec } from './model/spec.ts'
export type { ModelTensor } from './model/tensor.ts'

// Weights: bytes in every format, GGUF files.
export { ggufFileBytes } from './weights/gguf-file-bytes.ts'
export { ollamaListSize } from './weights/ollama-list-size.ts'
export { safetensorsBytes } from './weights/safetensors-bytes.ts'
export { weightBytes } from './weights/weight-bytes.ts'
export { weightBytesDetailed } from './weights/weight-bytes-detailed.ts'
export { isWeightFormat, weightFormats } from './weights/weight-formats.ts'
export { GgufError } from './gguf/gguf-error.ts'
export { ggufTensorTable } from './gguf/gguf-tensor-table.ts'
export { readGgufHeader } from './gguf/read-gguf-header.ts'
export { parseGgufHeader } from './gguf/parse-gguf-header.ts'
export { specFromGguf } from './gguf/spec-from-gguf.ts'
export type { WeightFormat } from './weights/weight-formats.ts'
export type { WeightDetail, WeightOptions } from './weights/weight-options.ts'

// The key-value cache.
export { CACHE_FORMATS } from './cache/cache-formats.ts'
export { kvBytesPerToken } from './cache/kv-bytes-per-token.ts'
export { kvCacheBytes } from './cache/kv-cache-bytes.ts'
export { vllmKvCapacity } from './cache/vllm-kv-capacity.ts'
export type { CacheOptions } from './cache/cache-options.ts'
export type { CacheBytes } from './cache/kv-cache-bytes.ts'

// Memory of a run, and the inverse questions.
export { bestQuantization } from './memory/best-quantization.ts'
export { gpusNeeded } from './memory/gpus-needed.ts'
export { inferenceMemory } from './memory/inference-memory.ts'
export { llamaCppComputeBuffer } from './memory/llama-cpp-compute-buffer.ts'
export { maxContext } from './memory/max-context.ts'
export { maxSequences } from './memory/max-sequences.ts'
export { ragTokens } from './memory/rag-tokens.ts'
export { vllmKvBudget } from './memory/vllm-kv-budget.ts'
export type { CacheFormat, Engine, InferenceMemory, InferenceSetup } from './memory/setup.ts'

// Adapters.
export { loraParameters } from './lora/lora-parameters.ts'
export type { LoraCount, LoraOptions } from './lora/lora-options.ts'

// Speed.
export { decodeSpeed } from './speed/decode-speed.ts'
export { fittedDecode } from './speed/fitted-constants.ts'
export { prefillTime } from './speed/prefill-time.ts'
export type { DecodeSpeed } from './speed/decode-speed.ts'
export type { PrefillTime } from './speed/prefill-time.ts'
export type { SpeedDevice, SpeedSetup } from './speed/speed-setup.ts'

// Hardware, and what people paste about it.
export { matchGpuName } from './hardware/match-gpu-name.ts'
export { matchModel } from './hardware/match-model.ts'
export { memoryClassOfName } from './hardware/memory-class-of-name.ts'
export { parseGpuRow } from './hardware/parse-gpu-row.ts'
export { parseNvidiaSmi } from './hardware/parse-nvidia-smi.ts'
export { parseOllamaShow } from './hardware/parse-ollama-show.ts'
export type { Gpu, MemoryClass } from './hardware/gpu.ts'
export type { SmiDevice, SmiReport } from './hardware/nvidia-smi.ts'
export type { OllamaFacts } from './hardware/ollama-facts.ts'

// Published numbers.
export { evaluateTruthRow } from './truth/evaluate-truth-row.ts'
export { truthLimits } from './truth/limits.ts'
export { truthReport } from './truth/truth-report.ts'
export type { KindReport, RowResult } from './truth/truth-report.ts'
export type { TruthAnswer, TruthQuestion, TruthRow } from './truth/truth-row.ts'

// Formulas, units and the writing of numbers.
export { formulas } from './formula/registry.ts'
export type { Formula, Working } from './formula/formula.ts'
export { formatBytes } from './format/format-bytes.ts'
export { formatCount } from './format/format-count.ts'
export { formatDuration } from './format/format-duration.ts'
export { formatNumber } from './format/format-number.ts'
export { formatParameters } from './format/format-parameters.ts'
export { formatPercent } from './format/format-percent.ts'
export { formatTokens } from './format/format-tokens.ts'
export { parseBytes } from './format/parse-bytes.ts'
export { parseNumber } from './format/parse-number.ts'
export { convertBytes } from './units/convert-bytes.ts'
export { bytesPer } from './units/units.ts'
export type { ByteBase, ByteUnit } from './units/units.ts'

// State in the address, and exercises.
export { decodeState } from './state/decode-state.ts'
export { encodeState } from './state/encode-state.ts'
export { gradeExercise } from './exercise/grade-exercise.ts'

// Sampling: the chain, the engines' rules, draws.
export { candidatesOf } from './sampling/candidates-of.ts'
export { cutStages } from './sampling/cut-stages.ts'
export { draw } from './sampling/draw.ts'
export { drawMany } from './sampling/draw-many.ts'
export { effectiveVocabulary } from './sampling/effective-vocabulary.ts'
export { entropyBits, entropyNats } from './sampling/entropy.ts'
export { exactRules } from './sampling/exact-rules.ts'
export { expectedAgainstDrawn } from './sampling/expected-against-drawn.ts'
export { logSumExp } from './sampling/log-sum-exp.ts'
export { minPThreshold } from './sampling/min-p-threshold.ts'
export { perplexity } from './sampling/perplexity.ts'
export { presetSteps } from './sampling/preset-steps.ts'
export { probabilitiesOf } from './sampling/probabilities-of.ts'
export { samplerChain } from './sampling/sampler-chain.ts'
export { samplerPresets } from './sampling/sampler-presets.ts'
export { seededRandom } from './sampling/seeded-random.ts'
export { softmax } from './sampling/softmax.ts'
export { tokenProbability } from './sampling/token-probability.ts'
export { wilsonInterval } from './statistics/wilson-interval.ts'
export type { Candidates } from './sampling/candidates.ts'
export type { SamplerContext, SamplerResult, SamplerStage } from './sampling/sampler-chain.ts'
export type { SamplerEngine, SamplerPreset } from './sampling/sampler-preset.ts'
export type { SamplerRules } from './sampling/rules.ts'
export type { SamplerSettings } from './sampling/sampler-settings.ts'
export type { SamplerStep, SamplerStepName } from './sampling/step.ts'

// Retrieval: search by words and by vectors, fusion, reranking.
export { bm25, bm25Scores } from './retrieval/bm25.ts'
export { bm25Index } from './retrieval/bm25-index.ts'
export { bm25Scorer } from './retrieval/bm25-scorer.ts'
export { bm25Variants } from './retrieval/bm25-variants.ts'
export { cosineSimilarity } from './retrieval/cosine-similarity.ts'
export { dotProduct } from './retrieval/dot-product.ts'
export { buildGraph } from './retrieval/hnsw/build-graph.ts'
export { recallAgainstWork } from './retrieval/hnsw/recall-against-work.ts'
export { searchGraph } from './retrieval/hnsw/search-graph.ts'
export { filterRows } from './retrieval/filter-rows.ts'
export { rankChanges } from './retrieval/rank-changes.ts'
export { maximalMarginalRelevance } from './retrieval/maximal-marginal-relevance.ts'
export { maxNormalisedFusion } from './retrieval/max-normalised-fusion.ts'
export { maxSim } from './retrieval/max-sim.ts'
export { reciprocalRankFusion } from './retrieval/reciprocal-rank-fusion.ts'
export { topK } from './retrieval/top-k.ts'
export { wordTokens } from './retrieval/word-tokens.ts'
export type { Bm25Index } from './retrieval/bm25-index.ts'
export type { Bm25Options, Bm25Part } from './retrieval/bm25-scorer.ts'
export type { Bm25Parameters, Bm25VariantName } from './retrieval/bm25-variants.ts'
export type { Condition, Metadata } from './retrieval/filter-rows.ts'
export type { GraphOptions, HnswGraph } from './retrieval/hnsw/graph.ts'
export type { GraphSearch } from './retrieval/hnsw/search-graph.ts'
export type { RankChange } from './retrieval/rank-changes.ts'
export type { MaxSim } from './retrieval/max-sim.ts'
export type { ScoredId } from './retrieval/by-score.ts'
export type { ScoredRow } from './retrieval/scored-row.ts'

// Evaluation of a ranking; maps of vectors.
export { chunkingScores } from './evaluation/chunking-scores.ts'
export { goldSurvives } from './evaluation/gold-survives.ts'
export { isRelevantChunk } from './evaluation/is-relevant-chunk.ts'
export { precisionOmega } from './evaluation/precision-omega.ts'
export { spanScores } from './evaluation/span-scores.ts'
export { averagePrecision } from './evaluation/average-precision.ts'
export { hitAtK } from './evaluation/hit-at-k.ts'
export { meanReciprocalRank } from './evaluation/mean-reciprocal-rank.ts'
export { ndcg } from './evaluation/ndcg.ts'
export { precisionAtK } from './evaluation/precision-at-k.ts'
export { recallAtK } from './evaluation/recall-at-k.ts'
export { reciprocalRank } from './evaluation/reciprocal-rank.ts'
export { continuity, trustworthiness } from './projection/trustworthiness.ts'
export type { ChunkingScores } from './evaluation/chunking-scores.ts'
export type { QuestionScores } from './evaluation/question-scores.ts'
export type { SpanScores } from './evaluation/span-scores.ts'
export { pca } from './projection/pca.ts'
export type { Projection } from './projection/pca.ts'
export type { RankedAnswer, RankedAnswerAtK, Relevance } from './evaluation/relevance.ts'

// Chunking on exact offsets.
export { chunkCount } from './chunking/chunk-count.ts'
export { chunkText } from './chunking/chunk-text.ts'
export type { Chunk, ChunkLevel, Span } from './chunking/chunk.ts'
export type { ChunkOptions, ChunkStrategy, ChunkUnit } from './chunking/chunk-options.ts'

// Chunking as other libraries do it.
export { compatChunks } from './chunking/compat/compat-chunks.ts'
export { compatDefaults } from './chunking/compat/compat-defaults.ts'
export { compatDifferences } from './chunking/compat/compat-differences.ts'
export { punktSentences } from './chunking/compat/punkt-sentences.ts'
export type { CompatChunk, CompatLibrary } from './chunking/compat/compat-chunk.ts'
export type { CompatDifference } from './chunking/compat/compat-differences.ts'
export type {
  CompatOptions,
  LangchainJsOptions,
  LangchainPythonOptions,
  LlamaindexOptions,
} from './chunking/compat/compat-options.ts'

// Statistics of comparisons.
export { clopperPearson } from './statistics/clopper-pearson.ts'
export { fisherExact } from './statistics/fisher-exact.ts'
export { majorityVoteAccuracy } from './statistics/majority-vote-accuracy.ts'
export { mcnemarCorrected, mcnemarExact } from './statistics/mcnemar.ts'
export { newcombe } from './statistics/newcombe.ts'
export { pairedInterval } from './statistics/paired-interval.ts'
export { passAtK } from './statistics/pass-at-k.ts'
export { twoProportionZ } from './statistics/two-proportion-z.ts'
export { zOfConfidence } from './statistics/normal-distribution.ts'
export type { PairedInterval } from './statistics/paired-interval.ts'
