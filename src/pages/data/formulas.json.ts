import { showFormula } from '../../components/widgets/frame/formula-page.ts'
import type { Formula } from '../../lib/formula/formula.ts'

const files = import.meta.glob<Readonly<Record<string, unknown>>>('../../lib/**/*.formula.ts', {
  eager: true,
})

const isFormula = (value: unknown): value is Formula =>
  typeof value === 'object' && value !== null && 'expression' in value && 'symbols' in value

/** Every formula of the library as mathematics, rendered at build. */
export const GET = () => {
  const formulas = Object.values(files).flatMap(Object.values).filter(isFormula)
  return Response.json(Object.fromEntries(formulas.map((each) => [each.id, showFormula(each)])))
}
