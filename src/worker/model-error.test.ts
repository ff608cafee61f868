import { expect, test } from 'vitest'
import { asModelError, ModelError, wasmError } from './model-error.ts'

const writer = { kind: 'language', memoryBytes: 1.2e9 } as const
const embedder = { kind: 'embedding', memoryBytes: 0.3e9 } as const
const code = (cause: unknown) => asModelError(cause, writer).code

test('what browsers and the runtime say of memory is one sentence with the need in it', () => {
  for (const words of [
    new RangeError('Array buffer allocation failed'),
    new RangeError('WebAssembly.Memory(): could not allocate memory'),
    new RangeError('Invalid typed array length: 800000000'),
    new Error('std::bad_alloc'),
    new Error('Aborted(OOM). Build with -sASSERTIONS for more info.'),
    new Error('memory access out of bounds'),
    'out of memory',
  ])
    expect(code(words), String(words)).toBe('memory')
  expect(asModelError(new Error('std::bad_alloc'), writer).message).toMatch(/about 1\.2 GB/)
})

test('a missing backend means no WebAssembly', () => {
  expect(code(new Error('no available backend found. ERR: [wasm] Error'))).toBe('no-wasm')
})

test('what is left to the reader is named by the kind of the model', () => {
  const message = (needs: typeof writer | typeof embedder) =>
    asModelError(new Error('std::bad_alloc'), needs).message
  expect(message(writer)).toMatch(/about 1\.2 GB; .* or stay with the recorded runs\.$/)
  expect(message(embedder)).toMatch(/about 0\.3 GB; .* or stay with the recorded vectors\.$/)
  expect(wasmError('language').message).toMatch(/; the recorded runs still work\.$/)
  expect(wasmError('embedding').message).toMatch(/; the recorded vectors still work\.$/)
})

test('an abort is what the reader asked for', () => {
  expect(code(new DOMException('aborted', 'AbortError'))).toBe('cancelled')
})

test('a wrong parameter keeps its own sentence', () => {
  const error = asModelError(new RangeError('p is 2; it must be between 0 and 1.'), writer)
  expect([error.code, error.message]).toEqual(['bad-input', 'p is 2; it must be between 0 and 1.'])
})

test('a failure that is known already stays as it is', () => {
  const known = new ModelError('checksum', 'The file changed.')
  expect(asModelError(known, writer)).toBe(known)
})
