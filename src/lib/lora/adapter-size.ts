import type { ModelTensor, TensorRole } from '../model/tensor.ts'
import {
  adaLoraModuleFormula,
  blockDiagonalModuleFormula,
  lohaModuleFormula,
  micaModuleFormula,
  veraModuleFormula,
} from './adapter-methods.formula.ts'
import { doraModuleFormula, loraModuleFormula } from './lora-module.formula.ts'
import type { LoraOptions } from './lora-options.ts'
import { rankOf } from './lora-targets.ts'

/** Matrices whose inputs GPUs share, so that their outputs are summed. */
const INPUT_CUT: ReadonlySet<TensorRole> = new Set([
  'attn-out',
  'mlp-down',
  'expert-down',
  'shared-expert-down',
])

/**
 * Numbers that an adapter trains beside one matrix, by its method.
 *
 * LoRA `r (in + out)`, DoRA `+ out`, LoRA-FA `r out`, MiCA `r in`, AdaLoRA `+ r`, LoHa twice LoRA,
 * VeRA `out + r`, IA3 the outputs of attention and the inputs of feed-forward matrices, BD-LoRA
 * `r (one side + other side / blocks)`. A table's rows are its inputs.
 *
 * Source: PEFT's layers (`peft-code`).
 *
 * @example adapterSize(qProj4096, { rank: 8, targets: ['q_proj'] }) //=> 65536
 */
export function adapterSize(tensor: ModelTensor, options: LoraOptions): number {
  const [rows = 0, columns = 0] = tensor.shape
  const isTable = tensor.role.endsWith('-embedding')
  const outFeatures = isTable ? columns : rows
  const inFeatures = isTable ? rows : columns
  const values = { rank: rankOf(tensor.name, options), inFeatures, outFeatures }
  switch (options.method ?? 'lora') {
    case 'lora': {
      const formula = options.dora === true ? doraModuleFormula : loraModuleFormula
      const frozen = options.frozenA === true ? values.rank * inFeatures : 0
      return formula.evaluate(values) - frozen
    }
    case 'vera':
      return veraModuleFormula.evaluate(values)
    case 'loha':
      return lohaModuleFormula.evaluate(values)
    case 'adalora':
      return adaLoraModuleFormula.evaluate(values)
    case 'mica':
      return micaModuleFormula.evaluate(values)
    case 'ia3':
      return /^(mlp|expert|shared-expert)-/.test(tensor.role) ? inFeatures : outFeatures
    case 'bd-lora': {
      const ofInput = INPUT_CUT.has(tensor.role)
      return blockDiagonalModuleFormula.evaluate({
        rank: values.rank,
        whole: ofInput ? outFeatures : inFeatures,
        cut: ofInput ? inFeatures : outFeatures,
        blocks: options.blocks ?? 2,
      })
    }
  }
}
