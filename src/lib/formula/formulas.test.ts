import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import * as math from 'mathjs'
import type { MathNode } from 'mathjs'
import { describe, expect, test } from 'vitest'
import type { Formula, FormulaSymbol } from './formula.ts'
import { formulas } from './registry.ts'

// mathjs takes 2.999999999999999 for 3 when it rounds; the library does not.
const rounding = { floor: Math.floor, ceil: Math.ceil }
const lib = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Names in the expression, without functions and without units that stand after a number. */
function symbolsIn({ expression, symbols }: Formula): readonly string[] {
  const names = new Set<string>()
  math.parse(expression).traverse((node: MathNode, path: string) => {
    const isName = math.isSymbolNode(node) && path !== 'fn'
    if (isName && (node.name in symbols || !isUnit(node.name))) names.add(node.name)
  })
  return [...names].sort()
}

function isUnit(name: string): boolean {
  return math.Unit.isValuelessUnit(name)
}

/** Draws a value of a symbol's range, whole where only whole numbers make sense. */
function valueOf({ range: [low, high], whole }: FormulaSymbol): fc.Arbitrary<number> {
  return whole
    ? fc.integer({ min: Math.ceil(low), max: Math.floor(high) })
    : fc.double({ min: low, max: high, noNaN: true })
}

function valuesOf(formula: Formula): fc.Arbitrary<Record<string, number>> {
  const entries = Object.entries(formula.symbols).map(
    ([name, symbol]) => [name, valueOf(symbol)] as const,
  )
  return fc.record(Object.fromEntries(entries))
}

/** The number of a result; an expression may bring its own unit, such as 1 B. */
function numberOf(result: unknown, unit: string): number {
  return math.isUnit(result) ? result.toNumber(unit) : Number(result)
}

const measure = (value: number, unit: string) => (unit === '1' ? value : math.unit(value, unit))

describe.each(formulas.map((formula) => [formula.id, formula] as const))('%s', (_, formula) => {
  test('its expression uses exactly the symbols that it declares', () => {
    expect(symbolsIn(formula)).toEqual(Object.keys(formula.symbols).sort())
  })

  test('its expression and its function give the same number', () => {
    const compiled = math.compile(formula.expression)
    fc.assert(
      fc.property(valuesOf(formula), (values) => {
        const twin = numberOf(compiled.evaluate({ ...values, ...rounding }), formula.unit)
        const own = formula.evaluate(values)
        expect(Number.isFinite(own)).toBe(true)
        expect(Math.abs(twin - own)).toBeLessThanOrEqual(1e-9 * Math.abs(own))
      }),
    )
  })

  test('its expression has the unit that it declares', () => {
    const scope = Object.entries(formula.symbols).map(
      ([
        name,
        {
          unit,
          range: [low, high],
        },
      ]) => [name, measure(high === low ? low : (low + high) / 2, unit)] as const,
    )
    const result: unknown = math.evaluate(formula.expression, Object.fromEntries(scope))
    if (formula.unit === '1') expect(typeof result).toBe('number')
    else expect(math.unit(1, formula.unit).equalBase(result as math.Unit)).toBe(true)
  })

  test('its words, ranges and name are in order', () => {
    expect(formula.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(formula.title).not.toBe('')
    expect(formula.source).not.toBe('')
    for (const { meaning, range } of Object.values(formula.symbols)) {
      expect(meaning).not.toBe('')
      expect(range[0]).toBeLessThanOrEqual(range[1])
    }
  })
})

test('no two formulas share a name', () => {
  expect(new Set(formulas.map(({ id }) => id)).size).toBe(formulas.length)
})

test('every formula file of the library is in the registry', async () => {
  const files = readdirSync(lib, { recursive: true, encoding: 'utf8' })
  const modules = files.filter((file) => file.endsWith('.formula.ts'))
  const exported = await Promise.all(modules.map(formulasOf))
  const ids = (list: readonly Formula[]) => list.map(({ id }) => id).sort()
  expect(ids(exported.flat())).toEqual(ids(formulas))
})

async function formulasOf(file: string): Promise<readonly Formula[]> {
  const module = (await import(join(lib, file))) as Readonly<Record<string, Formula>>
  return Object.values(module)
}
