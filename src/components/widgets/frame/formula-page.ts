import katex from 'katex'
import { parse } from 'mathjs'
import type { MathNode, SymbolNode } from 'mathjs'
import type { Formula } from '../../../lib/formula/formula.ts'
import { valueSlot } from '../../../lib/formula/put-values.ts'

/** A formula as a page shows it; made at build, so that neither mathjs nor KaTeX travels. */
export interface ShownFormula {
  readonly title: string
  readonly mathml: string
  /** The same mathematics with a slot where each value goes. */
  readonly template: string
  /** What each symbol means, and its unit. */
  readonly symbols: Readonly<Record<string, { readonly text: string; readonly unit: string }>>
  readonly unit: string
  readonly certainty: Formula['certainty']
  readonly source: string
}

/** Renders a formula's mathjs expression as MathML, once with its names and once with slots. */
export function showFormula(formula: Formula): ShownFormula {
  const { expression, symbols, title, certainty, source } = formula
  return {
    title,
    mathml: render(expression, (name) => `\\text{${spaced(name)}}`),
    template: render(
      expression,
      (name) => `\\text{${name in symbols ? valueSlot(name) : spaced(name)}}`,
    ),
    symbols: Object.fromEntries(
      Object.entries(symbols).map(([name, { meaning, unit }]) => [
        name,
        { text: `${spaced(name)}: ${meaning}`, unit },
      ]),
    ),
    unit: formula.unit,
    certainty,
    source,
  }
}

const isSymbol = (node: MathNode): node is SymbolNode => node.type === 'SymbolNode'

function render(expression: string, symbol: (name: string) => string): string {
  const handler = (node: MathNode) => (isSymbol(node) ? symbol(node.name) : undefined)
  const tex = parse(expression)
    .toTex({ handler, parenthesis: 'auto' })
    .replaceAll('\\cdot', '\\times')
  return katex.renderToString(`\\displaystyle ${tex}`, { output: 'mathml', throwOnError: true })
}

/** keyBytes reads as "key bytes". */
const spaced = (name: string): string =>
  name.replace(
    /([a-z])([A-Z])/g,
    (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  )
