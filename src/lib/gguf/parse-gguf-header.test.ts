import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeGguf } from '../../../tests/fixtures/write-gguf.ts'
import type { WrittenHeader } from '../../../tests/fixtures/write-gguf.ts'
import { GgufError } from './gguf-error.ts'
import { ggufTensorTable } from './gguf-tensor-table.ts'
import { parseGgufHeader } from './parse-gguf-header.ts'
import { readGgufHeader } from './read-gguf-header.ts'
import { specFromGguf } from './spec-from-gguf.ts'
import { decodeUtf8, utf8Length } from './utf8.ts'

const small: WrittenHeader = {
  metadata: {
    'general.architecture': 'llama',
    'general.name': 'Tiny Modèle',
    'general.file_type': 15,
    'llama.block_count': 1,
    'llama.embedding_length': 256,
    'llama.attention.head_count': 4,
    'llama.rope.freq_base': { f32: 500000 },
    'tokenizer.ggml.tokens': ['a', 'b', 'c', 'd', 'e', 'f'],
    'tokenizer.ggml.token_type': [1, 1, 1, 1, 1, 3],
    'tokenizer.ggml.add_bos_token': true,
  },
  tensors: [
    { name: 'token_embd.weight', dims: [256, 6], type: 12, bytes: 864 },
    { name: 'blk.0.attn_norm.weight', dims: [256], type: 0, bytes: 1024 },
    { name: 'blk.0.attn_q.weight', dims: [256, 256], type: 14, bytes: 53760 },
  ],
}

function failure(bytes: Uint8Array): GgufError {
  try {
    parseGgufHeader(bytes)
  } catch (error) {
    if (error instanceof GgufError) return error
    throw error
  }
  throw new Error('The header was read without an error.')
}

describe('parseGgufHeader', () => {
  it('reads metadata and tensors of version 3', () => {
    const bytes = writeGguf(small)
    const header = parseGgufHeader(bytes)
    expect(header.version).toBe(3)
    expect(header.metadata.get('general.name')).toBe('Tiny Modèle')
    expect(header.metadata.get('llama.rope.freq_base')).toBe(500000)
    expect(header.metadata.get('tokenizer.ggml.add_bos_token')).toBe(true)
    expect(header.tensors[2]).toEqual({
      name: 'blk.0.attn_q.weight',
      dims: [256, 256],
      type: 'Q6_K',
      offset: 864 + 1024,
    })
    expect(header.dataStart).toBe(bytes.length)
  })

  it('reads version 2, which has the same layout', () => {
    expect(parseGgufHeader(writeGguf({ ...small, version: 2 })).tensors).toHaveLength(3)
  })

  it('counts long arrays and keeps their beginning', () => {
    const header = parseGgufHeader(writeGguf(small))
    expect(header.metadata.get('tokenizer.ggml.tokens')).toEqual({
      length: 6,
      first: ['a', 'b', 'c', 'd'],
    })
    expect(header.metadata.get('tokenizer.ggml.token_type')).toEqual({
      length: 6,
      first: [1, 1, 1, 1, 1, 3],
    })
  })

  it('follows a stated alignment', () => {
    const aligned = {
      ...small,
      alignment: 1024,
      metadata: { ...small.metadata, 'general.alignment': 1024 },
    }
    expect(parseGgufHeader(writeGguf(aligned)).dataStart % 1024).toBe(0)
  })

  it.each([
    ['another magic', { magic: 'GGML' }, /does not begin with the letters 'GGUF'/],
    ['version 1', { version: 1 }, /version 1; versions 2 and 3/],
    ['big-endian', { version: 0x03000000 }, /big-endian/],
    ['huge tensor counts', { tensorCount: 2n ** 40n }, /1,099,511,627,776 tensors/],
    [
      'counts beyond whole numbers',
      { tensorCount: 2n ** 64n - 1n },
      /18446744073709551615 tensors/,
    ],
    ['huge key counts', { keyCount: 2n ** 32n }, /4,294,967,296 metadata keys/],
    [
      'an unusable alignment',
      { metadata: { 'general.alignment': 0 }, tensors: [] },
      /general.alignment/,
    ],
  ] satisfies readonly (readonly [string, WrittenHeader, RegExp])[])(
    'refuses %s in words',
    (_, change, message) => {
      expect(failure(writeGguf({ ...small, ...change })).message).toMatch(message)
    },
  )

  it.each([
    ['an unknown storage type', { type: 99 }, /storage type 99/],
    ['no dimensions', { dims: [] }, /0 dimensions/],
    ['a dimension of nothing', { dims: [0, 4] }, /impossible shape 0 x 4/],
    ['a shape beyond whole numbers', { dims: [2 ** 40, 2 ** 40] }, /impossible shape/],
    [
      'columns that do not fill blocks',
      { dims: [250, 4], type: 12 },
      /250 columns.*blocks hold 256/,
    ],
    ['a name twice', { name: 'token_embd.weight' }, /Two tensors are called/],
  ])('refuses a tensor with %s', (_, change, message) => {
    const tensor = { name: 'extra.weight', dims: [256, 4], type: 0, bytes: 4096, ...change }
    const bytes = writeGguf({ ...small, tensors: [...(small.tensors ?? []), tensor] })
    expect(failure(bytes).message).toMatch(message)
  })

  it('refuses an array that claims more than a header can hold', () => {
    const bytes = writeGguf({ metadata: { list: [1] } })
    // The count of 'list': 24 bytes of header, 8 + 4 of its name, 4 + 4 of its types.
    new DataView(bytes.buffer).setBigUint64(44, 2n ** 36n, true)
    expect(failure(bytes).message).toMatch(/68,719,476,736 elements in 'list'/)
  })

  it('says how many bytes are missing at every length it may be cut to', () => {
    const bytes = writeGguf({ ...small, tensors: (small.tensors ?? []).slice(0, 1) })
    const header = parseGgufHeader(bytes)
    let last = bytes.length
    while (bytes[last - 1] === 0 && last > header.dataStart - 31) last -= 1
    for (let length = 0; length < bytes.length - 40; length += 1) {
      const error = failure(bytes.subarray(0, length))
      expect(error.message).toMatch(/needs at least [\d,]+ more bytes/)
      expect(error.neededBytes).toBeGreaterThan(length)
      expect(error.neededBytes).toBeLessThanOrEqual(bytes.length)
    }
  })

  it('never fails in another way on random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        expect(failure(bytes)).toBeInstanceOf(GgufError)
      }),
      { numRuns: 500 },
    )
  })

  it('reads or refuses in words whatever stands behind a true beginning', () => {
    const start = writeGguf({ tensorCount: 3n, keyCount: 2n, metadata: {}, tensors: [] })
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (rest) => {
        const bytes = new Uint8Array([...start.subarray(0, 24), ...rest])
        expect(failure(bytes)).toBeInstanceOf(GgufError)
      }),
      { numRuns: 500 },
    )
  })

  it('survives any change of a byte, all the way to the model', () => {
    const good = writeGguf(small)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 })), {
          minLength: 1,
          maxLength: 4,
        }),
        (changes) => {
          const bytes = good.slice()
          for (const [at, value] of changes) bytes[at] = value
          try {
            const header = parseGgufHeader(bytes)
            const table = ggufTensorTable(header)
            expect(Number.isNaN(table.bytes)).toBe(false)
            expect(Number.isNaN(specFromGguf(header).hiddenSize)).toBe(false)
          } catch (error) {
            expect(error).toBeInstanceOf(GgufError)
          }
        },
      ),
      { numRuns: 3000 },
    )
  })
})

describe('readGgufHeader', () => {
  const source = (bytes: Uint8Array, size: number) => {
    const reads: number[] = []
    return {
      reads,
      size,
      read: (start: number, end: number) => {
        reads.push(end)
        const part = new Uint8Array(end - start)
        part.set(bytes.subarray(start, Math.min(end, bytes.length)))
        return Promise.resolve(part)
      },
    }
  }

  it('reads 1 MiB of a file of 2 GB', async () => {
    const file = source(writeGguf(small), 2e9)
    const header = await readGgufHeader(file)
    expect(header.tensors).toHaveLength(3)
    expect(header.fileBytes).toBe(2e9)
    expect(file.reads).toEqual([1024 * 1024])
  })

  it('reads more only when the header is longer', async () => {
    const tokens = Array.from({ length: 200_000 }, (_, index) => `token number ${index}`)
    const bytes = writeGguf({ ...small, metadata: { ...small.metadata, tokens } })
    const file = source(bytes, 2e9)
    expect((await readGgufHeader(file)).tensors).toHaveLength(3)
    expect(file.reads).toEqual([1, 4, 16].map((size) => size * 1024 * 1024))
  })

  it('says that a file is cut off inside its header', async () => {
    const bytes = writeGguf(small).subarray(0, 200)
    await expect(readGgufHeader(source(bytes, 200))).rejects.toThrow(/cut off inside its header/)
  })

  it('tells a cut-off download by the bytes that its tensors lack', async () => {
    const bytes = writeGguf(small)
    const table = ggufTensorTable(await readGgufHeader(source(bytes, bytes.length + 1000)))
    expect(table.missingBytes).toBe(864 + 1024 + 53760 - 1000)
  })
})

describe('utf8', () => {
  it('agrees with the platform on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = new TextEncoder().encode(text)
        expect(decodeUtf8(bytes)).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
        expect(utf8Length(text)).toBe(bytes.length)
      }),
    )
  })

  it('never fails on broken bytes', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void decodeUtf8(bytes)))
  })
})
