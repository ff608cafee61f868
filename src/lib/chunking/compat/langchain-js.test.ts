import {
  CharacterTextSplitter,
  MarkdownTextSplitter,
  RecursiveCharacterTextSplitter,
} from '@langchain/textsplitters'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { compatChunks } from './compat-chunks.ts'
import type { CompatChunk } from './compat-chunk.ts'
import type { LangchainJsOptions } from './compat-options.ts'

const separators = [
  '\n\n',
  '\n',
  ' ',
  '',
  '. ',
  '。',
  ',',
  'a',
  '\n## ',
  '-',
  '$',
  '(',
  '[x]',
  'aa',
]
const atoms = fc.oneof(
  fc.constantFrom(...separators, 'word', 'The end', '  ', '\r\n', '\t', '\u3000', '\uFEFF', '\x85'),
  fc.constantFrom(
    '# ',
    '\n### ',
    '```\n\n',
    '\n\n---\n\n',
    '大语言模型',
    '😀',
    'é',
    'e\u0301',
    'Dr. ',
  ),
  fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
)
const texts = fc
  .array(atoms, { minLength: 5, maxLength: 60, size: 'max' })
  .map((parts) => parts.join(''))
const keepSeparator = fc.option(fc.boolean(), { nil: undefined })
const sizes = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 99 }))
      .map(([chunkSize, share]) => ({
        chunkSize,
        chunkOverlap: Math.floor((chunkSize * share) / 100),
      })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      chunkSize: fc.option(fc.integer({ min: 1, max: 300 }), { nil: undefined }),
      chunkOverlap: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
    }),
  },
)
const splitters = fc.oneof(
  fc.record({
    splitter: fc.constant('character' as const),
    separator: fc.option(fc.constantFrom(...separators), { nil: undefined }),
  }),
  fc.record({
    splitter: fc.constant('recursive' as const),
    separators: fc.option(fc.array(fc.constantFrom(...separators), { maxLength: 5 }), {
      nil: undefined,
    }),
  }),
  fc.record({ splitter: fc.constant('markdown_recursive' as const) }),
)
const options: fc.Arbitrary<LangchainJsOptions> = fc
  .tuple(splitters, sizes, keepSeparator)
  .map(([splitter, size, keep]) => ({ ...splitter, ...size, keepSeparator: keep }))

function library({ splitter, ...given }: LangchainJsOptions) {
  const told = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  if (splitter === 'character') return new CharacterTextSplitter(told)
  if (splitter === 'recursive') return new RecursiveCharacterTextSplitter(told)
  return new MarkdownTextSplitter(told)
}

/** The library's chunks, or null where it throws. */
async function theirs(text: string, given: LangchainJsOptions): Promise<readonly string[] | null> {
  try {
    return await library(given).splitText(text)
  } catch {
    return null
  }
}

function ours(text: string, given: LangchainJsOptions): readonly CompatChunk[] | null {
  try {
    return compatChunks(text, 'langchain-js', given)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

describe('the JavaScript mode', () => {
  it('gives the chunks of the library itself on 3,000 texts and settings', async () => {
    const quiet = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    let telling = 0
    await fc.assert(
      fc.asyncProperty(texts, options, async (text, given) => {
        const own = ours(text, given)
        if ((own?.length ?? 0) > 2) telling += 1
        expect(own?.map((chunk) => chunk.text) ?? null).toEqual(await theirs(text, given))
      }),
      { numRuns: 3000 },
    )
    quiet.mockRestore()
    expect(telling).toBeGreaterThan(1000)
  }, 15_000)

  it('says where each chunk begins, unless the chunk lost separators inside', () => {
    fc.assert(
      fc.property(texts, options, (text, given) => {
        for (const { text: chunk, start } of ours(text, given) ?? []) {
          if (start !== undefined) expect(text.startsWith(chunk, start)).toBe(true)
          else expect(given.keepSeparator ?? given.splitter !== 'character').toBe(false)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('never repeats more than the overlap and the separators in it', () => {
    const split = (text: string) =>
      compatChunks(text, 'langchain-js', { splitter: 'recursive', chunkSize: 30, chunkOverlap: 9 })
    fc.assert(
      fc.property(texts, (text) => {
        const chunks = split(text)
        for (const [index, { start = 0 }] of chunks.slice(1).entries()) {
          const before = chunks[index]
          const end = (before?.start ?? 0) + (before?.text.length ?? 0)
          expect(end - start).toBeLessThanOrEqual(9)
        }
      }),
      { numRuns: 500 },
    )
  })
})
