import { bytesPer, byteUnits } from '../units/units.ts'
import type { GradableAnswer, GradableNumeric, Grade, GradedPart } from './gradable.ts'
import type { Quantity } from './exercise.ts'
import { parseQuantity } from './parse-quantity.ts'
import { summary } from './summary.ts'

/**
 * Grades typed numbers: each field by its own key and tolerance. A wrong number is told apart from
 * a wrong unit, and known mistakes get their own sentence.
 *
 * @example gradeNumeric(exercise, { llama: '512 KiB' }).verdict //=> 'right'
 */
export function gradeNumeric(
  exercise: GradableNumeric,
  answer: Readonly<Record<string, unknown>>,
): Grade {
  const parts = exercise.answers.map((field) => gradeField(field, answer[field.id]))
  return { ...summary(parts), parts }
}

function gradeField(field: GradableAnswer, given: unknown): GradedPart {
  const { id } = field
  const text = typeof given === 'string' ? given : ''
  const read = parseQuantity(text, field.quantity, field.bareUnit)
  if ('problem' in read) return { id, verdict: 'incomplete', message: read.problem }
  if (isNear(read.value, field.value, field.within)) {
    return { id, verdict: 'right', message: 'Right.' }
  }
  if (read.value < 0 && field.value >= 0) {
    return { id, verdict: 'wrong', message: negative(field.quantity) }
  }
  const unit = field.quantity === 'bytes' ? rightUnit(field, read.amount) : null
  if (unit !== null && unit !== read.unit) {
    return {
      id,
      verdict: 'wrong',
      message: `The digits are right, the unit is not: ${read.amount} fits ${unit}, ${read.isBare ? 'a bare number is read in' : 'you wrote'} ${read.unit}.`,
    }
  }
  const mistake = field.mistakes.find((each) =>
    isNear(read.value, each.value, Math.max(Math.abs(each.value) * 0.005, 1e-9)),
  )
  const message = mistake?.says ?? distance(read.value, field.value)
  return { id, verdict: 'wrong', message }
}

function isNear(value: number, key: number, within: number): boolean {
  // A key such as 2.125 GiB typed with all its digits may differ in the last bit.
  return Math.abs(value - key) <= within + Math.abs(key) * 1e-9
}

function rightUnit(field: GradableAnswer, amount: number | null) {
  if (amount === null) return null
  const units = [...byteUnits.iec, ...byteUnits.si]
  return units.find((unit) => isNear(amount * bytesPer[unit], field.value, field.within)) ?? null
}

function negative(quantity: Quantity): string {
  if (quantity === 'bytes') return 'A size cannot be negative: check what you took from what.'
  if (quantity === 'tokens' || quantity === 'count') return 'A count cannot be negative.'
  return 'This number cannot be negative.'
}

function distance(value: number, key: number): string {
  if (key === 0 || value === 0 || Math.sign(value) !== Math.sign(key)) return 'Not yet.'
  const ratio = value / key
  const side = ratio > 1 ? 'high' : 'low'
  const times = ratio > 1 ? ratio : 1 / ratio
  if (times < 1.05) return `Close, but a little too ${side}. Keep more digits.`
  if (times < 1.5) return `Too ${side}, though not by much.`
  if (times < 20) return `Too ${side}, about ${Math.round(times)} times.`
  return `Far too ${side}. Check the units of each factor.`
}
