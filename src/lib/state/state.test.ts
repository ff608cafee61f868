import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { base64urlToBytes, bytesToBase64url } from './base64url.ts'
import { optionalBytesField } from './bytes-field.ts'
import { choiceField, flagField } from './choice-field.ts'
import { decodeState } from './decode-state.ts'
import { differs } from './differs.ts'
import { encodeState } from './encode-state.ts'
import type { Schema } from './field.ts'
import { plainText, rawText, readPairs } from './hash-pairs.ts'
import { listField } from './list-field.ts'
import { readSetup, setupHash, writeSetup } from './my-setup.ts'
import { numberField, optionalNumberField } from './number-field.ts'
import { isPacked, mapValues } from './packed-values.ts'
import { presetHash, presetState } from './preset-hash.ts'
import { idField, textField } from './text-field.ts'

interface Lab {
  readonly tokens: number
  readonly gpu: string
  readonly engine: 'vllm' | 'llama.cpp'
  readonly flash: boolean
  readonly rows: readonly number[]
  readonly overhead: number | null
  readonly config: string
}

const tokens = numberField({ label: 'Context', initial: 4096, min: 1, max: 1e7, whole: true })
const schema: Schema<Lab> = {
  tokens,
  gpu: idField({ label: 'GPU', initial: 'rtx-4090', setup: 'gpu' }),
  engine: choiceField({
    label: 'Engine',
    initial: 'llama.cpp',
    choices: ['vllm', 'llama.cpp'],
    setup: 'engine',
  }),
  flash: flagField({ label: 'Flash attention', initial: true }),
  rows: listField({ label: 'Rows', initial: [512, 1024], item: tokens, longest: 4 }),
  overhead: optionalNumberField({ label: 'Overhead', min: 0, max: 1e12 }),
  config: textField({ label: 'Config', initial: '', longest: 100 }),
}
const initial = decodeState({ widget: 'lab', schema, hash: '' }).state

describe('decodeState', () => {
  test('reads its own keys and leaves the others to their widgets', () => {
    const { state, given, unknown } = decodeState({
      widget: 'lab',
      schema,
      hash: '#v=1&lab.tokens=512&other.tokens=7&lab.rows=1,2&lab.flash=0',
    })
    expect(state).toEqual({ ...initial, tokens: 512, rows: [1, 2], flash: false })
    expect(given).toEqual(['tokens', 'flash', 'rows'])
    expect(unknown).toEqual([])
  })

  test('prefers the hash to My setup and My setup to the initial value', () => {
    const setup = { gpu: 'rtx-3060', engine: 'vllm' }
    const read = (hash: string) => decodeState({ widget: 'lab', schema, hash, setup }).state
    expect(read('').gpu).toBe('rtx-3060')
    expect(read('').engine).toBe('vllm')
    expect(read('#v=1&setup.gpu=h100').gpu).toBe('h100')
    expect(read('#v=1&setup.gpu=h100&lab.gpu=a100').gpu).toBe('a100')
  })

  test('starts from a preset where the page does, My setup over it', () => {
    const base = { ...initial, tokens: 512, gpu: 'h100', overhead: null }
    const read = (setup: Record<string, string>) =>
      decodeState({ widget: 'lab', schema, hash: '', setup, base }).state
    expect(read({})).toEqual(base)
    expect(read({ gpu: 'a100' })).toEqual({ ...base, gpu: 'a100' })
  })

  test('ignores a bad value with one sentence and keeps the rest', () => {
    const { state, problems } = decodeState({
      widget: 'lab',
      schema,
      hash: '#v=1&lab.tokens=-5&lab.gpu=<script>&lab.flash=0',
    })
    expect(state).toEqual({ ...initial, flash: false })
    expect(problems.map((found) => found.problem)).toEqual([
      'Context must be a whole number from 1 to 10,000,000; "-5" is not.',
      'GPU "<script>" is not an id; ids are words such as rtx-4090.',
    ])
  })

  test('falls back to My setup when the value of the hash is bad', () => {
    const hash = '#v=1&lab.gpu=%3Cb%3E'
    const { state, problems } = decodeState({ widget: 'lab', schema, hash, setup: { gpu: 'a100' } })
    expect(state.gpu).toBe('a100')
    expect(problems).toHaveLength(1)
  })

  test('reports keys that nobody knows and a version it cannot read', () => {
    const { unknown } = decodeState({ widget: 'lab', schema, hash: '#v=9&lab.colour=red&junk=1' })
    expect(unknown).toEqual([
      'The link says version "9"; this page reads 1.',
      'The link sets "lab.colour", which nothing here knows.',
      'The link sets "junk", which nothing here knows.',
    ])
  })

  test('takes a hash without = for a heading', () => {
    expect(readPairs('#kv-cache')).toEqual([])
    expect(decodeState({ widget: 'lab', schema, hash: '#kv-cache' }).state).toEqual(initial)
  })

  test('never throws, whatever the hash holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (junk) => {
        const { state } = decodeState({ widget: 'lab', schema, hash: `#v=1&lab.tokens=${junk}` })
        expect(Number.isInteger(state.tokens)).toBe(true)
        decodeState({ widget: 'lab', schema, hash: `#${junk}` })
      }),
    )
  })
})

describe('encodeState', () => {
  test('writes only what differs', () => {
    const encode = (change: Partial<Lab>) =>
      encodeState({ widget: 'lab', schema, state: { ...initial, ...change } })
    expect(encode({})).toBe('')
    expect(encode({ tokens: 512, overhead: 0 })).toBe('#v=1&lab.tokens=512&lab.overhead=0')
  })

  test('keeps the pairs of other widgets and unknown keys', () => {
    const hash = '#v=1&other.a=b%20c&lab.tokens=9&junk=1'
    expect(encodeState({ widget: 'lab', schema, state: initial, hash })).toBe(
      '#v=1&other.a=b%20c&junk=1',
    )
  })

  test('writes a value that undoes My setup, and pins the setup for others', () => {
    const setup = { gpu: 'a100' }
    expect(encodeState({ widget: 'lab', schema, state: initial, setup })).toBe(
      '#v=1&lab.gpu=rtx-4090',
    )
    expect(encodeState({ widget: 'lab', schema, state: initial, pinned: true })).toBe(
      '#v=1&lab.gpu=rtx-4090&lab.engine=llama.cpp',
    )
  })

  test('is undone by decodeState for every state, whatever the setup', () => {
    const anyState = fc.record({
      tokens: fc.integer({ min: 1, max: 1e7 }),
      gpu: fc.constantFrom('rtx-4090', 'a100'),
      engine: fc.constantFrom('vllm' as const, 'llama.cpp' as const),
      flash: fc.boolean(),
      rows: fc.array(fc.integer({ min: 1, max: 1e7 }), { maxLength: 4 }),
      overhead: fc.option(fc.double({ min: 0, max: 1e12, noNaN: true })),
      config: fc.string({ maxLength: 100 }).map((text) => text.toWellFormed()),
    })
    const anySetup = fc.constantFrom({}, { gpu: 'a100' }, { gpu: 'h100', engine: 'vllm' })
    fc.assert(
      fc.property(anyState, anySetup, (state, setup) => {
        const hash = encodeState({ widget: 'lab', schema, state, setup })
        const back = decodeState({ widget: 'lab', schema, hash, setup })
        expect(back.state).toEqual({
          ...state,
          overhead: state.overhead === 0 ? 0 : state.overhead,
        })
        expect(back.problems).toEqual([])
      }),
    )
  })
})

describe('presets', () => {
  const preset = { id: 'a', title: 'A', state: { tokens: 512, flash: false } }

  test('set their own values and the initial value of everything else', () => {
    expect(presetState({ schema, preset })).toEqual({ ...initial, tokens: 512, flash: false })
    expect(presetHash({ widget: 'lab', schema, preset })).toBe(
      '#v=1&lab.tokens=512&lab.gpu=rtx-4090&lab.engine=llama.cpp&lab.flash=0',
    )
  })

  test('refuse a key or a value that the widget does not have', () => {
    const stray = { ...preset, state: { colour: 'red' } }
    expect(() => presetState({ schema, preset: stray })).toThrow('unknown "colour"')
    const bad = { ...preset, state: { tokens: 'many' } }
    expect(() => presetState({ schema, preset: bad })).toThrow('Preset a: Context must be')
  })
})

describe('texts in addresses', () => {
  test('come back as they were', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 })
    fc.assert(
      fc.property(text, (any) => {
        expect(plainText(rawText(any))).toBe(any.toWellFormed())
        expect(isPacked(rawText(any))).toBe(false)
      }),
    )
  })

  test('in base64url follow RFC 4648', () => {
    const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
    expect(bytesToBase64url(ascii('foobar'))).toBe('Zm9vYmFy')
    expect(bytesToBase64url(ascii('fooba'))).toBe('Zm9vYmE')
    expect(bytesToBase64url(ascii('f'))).toBe('Zg')
    expect(base64urlToBytes('not base64!')).toBeNull()
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(base64urlToBytes(bytesToBase64url(bytes))).toEqual(new Uint8Array(bytes))
      }),
    )
  })

  test('name the keys whose packed value is broken', async () => {
    const change = (raw: string) => Promise.resolve(isPacked(raw) ? null : raw)
    expect(await mapValues('#v=1&a=~x&b=2', change)).toEqual({ hash: '#v=1&b=2', lost: ['a'] })
    expect(await mapValues('#heading', change)).toEqual({ hash: '#heading', lost: [] })
  })
})

describe('My setup', () => {
  test('survives storage and drops what it does not know', () => {
    const setup = { gpu: 'rtx-4090', gpuCount: '2' }
    expect(readSetup(writeSetup(setup))).toEqual(setup)
    expect(readSetup('{"v":"1","gpu":"a","colour":"red","engine":7}')).toEqual({ gpu: 'a' })
    for (const junk of [null, '', 'null', '[]', '{"v":"2","gpu":"a"}', '{']) {
      expect(readSetup(junk)).toEqual({})
    }
  })

  test('travels in one link', () => {
    expect(setupHash({ gpu: 'rtx-4090', engine: 'vllm' })).toBe(
      '#v=1&setup.gpu=rtx-4090&setup.engine=vllm',
    )
  })
})

test('a size field writes sizes exactly and reads them back', () => {
  const field = optionalBytesField({ label: 'Free memory' })
  expect(field.format(25757220864)).toBe('24564MiB')
  expect(field.format(24e9)).toBe('24GB')
  expect(field.parse('')).toEqual({ value: null })
  expect(field.parse('-1 GB')).toEqual({
    problem:
      'Free memory: "-1 GB" is not more than zero bytes; write a size such as 24 GB or 24 GiB.',
  })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e14 }), (bytes) => {
      expect(field.parse(field.format(bytes))).toEqual({ value: bytes })
    }),
  )
})

describe('folded parts that a link opens', () => {
  const preset = { id: 'a', title: 'A', state: { tokens: 512 }, open: ['shape', 'more'] }

  test('stand in the link of a preset and are no part of the state', () => {
    const hash = presetHash({ widget: 'lab', schema, preset })
    expect(hash).toContain('&lab.open=shape,more')
    const found = decodeState({ widget: 'lab', schema, hash })
    expect(found.open).toEqual(['shape', 'more'])
    expect(found.unknown).toEqual([])
    expect(encodeState({ widget: 'lab', schema, state: found.state, hash })).not.toContain('open')
  })

  test('have plain names, whatever a link says', () => {
    const hash = '#v=1&lab.open=shape,%3Cb%3E,,X'
    expect(decodeState({ widget: 'lab', schema, hash }).open).toEqual(['shape'])
  })
})

test('differs tells whether a field is not as at first', () => {
  expect(differs({ schema, state: initial, keys: ['tokens', 'rows'] })).toBe(false)
  expect(differs({ schema, state: { ...initial, rows: [1] }, keys: ['tokens', 'rows'] })).toBe(true)
})
