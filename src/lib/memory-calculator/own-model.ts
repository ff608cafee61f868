import { ConfigError } from '../model/config-error.ts'
import { countParameters } from '../model/count-parameters.ts'
import { parseModelConfig } from '../model/parse-model-config.ts'
import type { ModelSpec } from '../model/spec.ts'
import type { CalculatorData } from './calculator-data.ts'
import { explainJsonError } from './explain-json-error.ts'
import { readPackedSpec } from './read-packed-spec.ts'

/** A reader's own model, with the short text that stands for it in links. */
export interface OwnModel {
  readonly text: string
  readonly model: CalculatorData['model']
}

/** Key under which a link carries the shape of a dropped GGUF file. */
export const SHAPE_KEY = 'workbook-shape'

/**
 * Reads a model from the text of a config.json, or from the shape that a link carries for a file
 * that was dropped. One sentence says what is wrong with anything else; it never throws.
 *
 * @example readOwnModel('{') //=> { problem: 'This is not whole JSON: …' }
 */
export function readOwnModel(text: string): OwnModel | { readonly problem: string } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { problem: explainJsonError(text, error) }
  }
  const shape = shapeOf(json)
  try {
    const spec = shape === undefined ? parseModelConfig(json) : readPackedSpec(shape)
    return { text: JSON.stringify(json), model: ownModel(spec) }
  } catch (error) {
    if (error instanceof ConfigError || error instanceof RangeError) {
      return { problem: error.message }
    }
    throw error
  }
}

/**
 * A model as the calculator uses it, named after its file where that says.
 *
 * @example ownModel(spec).name //=> 'your model'
 */
export function ownModel(spec: ModelSpec): CalculatorData['model'] {
  const { total } = countParameters(spec)
  if (!(total > 0)) throw new RangeError('This describes a model without a single parameter.')
  return {
    id: 'own',
    name: spec.id === '' ? 'your model' : spec.id,
    repository: /^[\w.-]+\/[\w.-]+$/.test(spec.id) ? spec.id : null,
    nativeContext: spec.maxPositions,
    spec,
  }
}

function shapeOf(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || !Object.hasOwn(json, SHAPE_KEY)) return undefined
  return new Map<string, unknown>(Object.entries(json)).get(SHAPE_KEY)
}
