import { expect, test } from 'vitest'
import { asModelError, ModelError } from './model-error.ts'

const code = (cause: unknown) => asModelError(cause, 1.2e9).code

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
  expect(asModelError(new Error('std::bad_alloc'), 1.2e9).message).toMatch(/about 1\.2 GB/)
})

test('a missing backend means no WebAssembly', () => {
  expect(code(new Error('no available backend found. ERR: [wasm] Error'))).toBe('no-wasm')
})

test('an abort is what the reader asked for', () => {
  expect(code(new DOMException('aborted', 'AbortError'))).toBe('cancelled')
})

test('a wrong parameter keeps its own sentence', () => {
  const error = asModelError(new RangeError('p is 2; it must be between 0 and 1.'), 0)
  expect([error.code, error.message]).toEqual(['bad-input', 'p is 2; it must be between 0 and 1.'])
})

test('a failure that is known already stays as it is', () => {
  const known = new ModelError('checksum', 'The file changed.')
  expect(asModelError(known, 0)).toBe(known)
})
