import { calculatorSchema } from '../../../lib/memory-calculator/calculator-state.ts'
import type { Preset } from '../../../lib/state/preset-hash.ts'
import { presetState } from '../../../lib/state/preset-hash.ts'
import type { CalculatorProps } from './calculator.svelte.ts'
import { gpuRows, modelRows, rowOf } from './page-data.ts'

/** What the page carries for its first result: the one model and the one card that it needs. */
export function calculatorProps(
  presets: readonly Preset[],
  preset: Preset | undefined,
): CalculatorProps {
  const start = presetState({
    schema: calculatorSchema,
    preset: preset ?? { id: 'default', title: '', state: {} },
  })
  const models = [rowOf(modelRows, start.model)]
  if (start.second !== '') models.push(rowOf(modelRows, start.second))
  return { models, gpus: [rowOf(gpuRows, start.gpu)], presets, preset }
}
