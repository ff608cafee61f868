import type { Schema } from '../state/field.ts'
import { choiceField } from '../state/choice-field.ts'
import { numberField } from '../state/number-field.ts'
import type { NumberFormat } from './index-plan.ts'

/** What the reader sets of an index; the memory of a machine in GiB. */
export interface PlanState {
  readonly vectors: number
  readonly dimensions: number
  readonly format: NumberFormat
  readonly links: number
  readonly machineGiB: number
  readonly copies: number
}

const whole = { min: 1, whole: true }

export const planSchema: Schema<PlanState> = {
  vectors: numberField({ label: 'Chunks', initial: 1_000_000, max: 1e12, ...whole }),
  dimensions: numberField({ label: 'Dimensions', initial: 384, max: 65_536, ...whole }),
  format: choiceField({
    label: 'One number',
    initial: 'float32',
    choices: ['float32', 'float16', 'int8', 'bit'],
  }),
  links: numberField({ label: 'Links (m)', initial: 16, max: 128, ...whole }),
  machineGiB: numberField({
    label: 'Memory for it a machine',
    initial: 32,
    min: 0.1,
    max: 100_000,
  }),
  copies: numberField({ label: 'Copies', initial: 2, max: 100, ...whole }),
}
