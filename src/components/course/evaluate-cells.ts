import {
  addDependencies,
  absDependencies,
  ceilDependencies,
  compareNaturalDependencies,
  create,
  divideDependencies,
  expDependencies,
  floorDependencies,
  log10Dependencies,
  log2Dependencies,
  logDependencies,
  maxDependencies,
  minDependencies,
  modDependencies,
  multiplyDependencies,
  parseDependencies,
  powDependencies,
  roundDependencies,
  sqrtDependencies,
  subtractDependencies,
  toDependencies,
  unaryMinusDependencies,
  unitDependencies,
} from 'mathjs'
import type { FactoryFunctionMap, MathNode } from 'mathjs'
import { explainMathError } from '../../lib/exercise/explain-math-error.ts'
import { formatCell } from '../../lib/exercise/format-cell.ts'
import type { CellValue } from '../../lib/exercise/format-cell.ts'

/** Only what the cells may use, so that the browser loads no more of mathjs than that. */
const parts: readonly (FactoryFunctionMap | undefined)[] = [
  addDependencies,
  absDependencies,
  ceilDependencies,
  compareNaturalDependencies,
  divideDependencies,
  expDependencies,
  floorDependencies,
  log10Dependencies,
  log2Dependencies,
  logDependencies,
  maxDependencies,
  minDependencies,
  modDependencies,
  multiplyDependencies,
  parseDependencies,
  powDependencies,
  roundDependencies,
  sqrtDependencies,
  subtractDependencies,
  toDependencies,
  unaryMinusDependencies,
  unitDependencies,
]
const math = create(Object.fromEntries(parts.flatMap((part) => Object.entries(part ?? {}))))

const functions = new Set('abs ceil exp floor log log10 log2 max min mod pow round sqrt'.split(' '))
const operators = new Set('add subtract multiply divide pow mod unaryMinus unaryPlus to'.split(' '))
const longest = 200

/** One line: its name, if later lines use it, and what it computes. */
export interface Cell {
  readonly name: string | null
  readonly expression: string
}

export type CellResult = { readonly text: string } | { readonly problem: string }

/**
 * Evaluates lines in order over one scope, with units. Only plain arithmetic and a few functions
 * are let through, so that no line can run long or reach anything else. A line that fails says why
 * in words; lines that need its name then say that it is not known.
 */
export function evaluateCells(cells: readonly Cell[]): readonly CellResult[] {
  const scope = new Map<string, unknown>()
  return cells.map(({ name, expression }) => {
    try {
      const value = evaluateCell(expression, scope)
      const text = formatCell(value)
      if (name !== null) scope.set(name, value.kind === 'number' ? value.value : value.unit)
      return { text }
    } catch (error) {
      if (name !== null) scope.delete(name)
      const message = error instanceof Error ? error.message : ''
      return { problem: explainMathError(message, [...scope.keys()]) }
    }
  })
}

function evaluateCell(expression: string, scope: Map<string, unknown>): CellValue {
  if (expression.trim() === '') throw new Error('empty')
  if (expression.length > longest) throw new Error('too long')
  const node = math.parse(expression)
  node.traverse(refuse)
  const result: unknown = node.compile().evaluate(scope)
  if (typeof result === 'number') return { kind: 'number', value: result }
  if (!math.isUnit(result)) throw new Error('not a number')
  const isBytes = result.equalBase(math.unit('B'))
  const isRate = result.equalBase(math.unit('Hz'))
  return {
    kind: 'unit',
    unit: result,
    bytes: isBytes ? result.toNumber('B') : null,
    // Tokens are plain counts, so a speed in tokens comes out as a frequency.
    text: isRate
      ? `${formatCell({ kind: 'number', value: result.toNumber('Hz') })} per second`
      : result.format({ precision: 6 }),
  }
}

function refuse(node: MathNode) {
  if (math.isConstantNode(node) && typeof node.value === 'number') return
  if (math.isSymbolNode(node) || math.isParenthesisNode(node)) return
  if (math.isOperatorNode(node) && operators.has(node.fn)) return
  if (math.isFunctionNode(node) && math.isSymbolNode(node.fn) && functions.has(node.fn.name)) return
  throw new Error(`refused ${math.isFunctionNode(node) ? String(node.fn) : node.type}`)
}
