import type { Formula, Working } from '../formula/formula.ts'

/**
 * Evaluates a formula and keeps its values, so that the working panel can show both.
 *
 * @example worked(decodeCeilingFormula, { sequences: 1, bandwidth: 1e12, bytesRead: 1e10 }).result //=> 100
 */
export function worked(
  formula: Formula,
  values: Readonly<Record<string, number>>,
): Extract<Working, { kind: 'formula' }> {
  return { kind: 'formula', formula: formula.id, values, result: formula.evaluate(values) }
}
