import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const DOCS = 'src/content/docs'
const EXERCISES = 'src/content/exercises'

/** Claims that each chapter must teach or put right, by the file's number. */
const CLAIMS: Readonly<Record<string, readonly [number, number]>> = { '10': [83, 150] }

interface Front {
  readonly chapter: number
  readonly group: string
  readonly objectives: readonly { readonly id: string }[]
  readonly minutes: Readonly<Record<'read' | 'play' | 'exercise', number>>
  readonly prerequisites: readonly unknown[]
  readonly keyPoints: readonly string[]
  readonly sources: readonly string[]
  readonly reviewed: unknown
}
interface ExerciseRow {
  readonly id: string
  readonly objective: string
}

const chapters = readdirSync(DOCS)
  .filter((file) => /^\d\d-.*\.mdx$/.test(file))
  .map((file) => {
    const text = readFileSync(`${DOCS}/${file}`, 'utf8')
    const yaml = `${EXERCISES}/${file.replace(/mdx$/, 'yaml')}`
    return {
      file,
      text,
      front: parse(/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '') as Front,
      exercises: (existsSync(yaml) ? parse(readFileSync(yaml, 'utf8')) : []) as ExerciseRow[],
    }
  })
const knownSources = new Set(
  (parse(readFileSync('src/content/sources.yaml', 'utf8')) as { id: string }[]).map(({ id }) => id),
)
const knownTerms = new Set(
  (parse(readFileSync('src/content/glossary.yaml', 'utf8')) as { id: string }[]).map(
    ({ id }) => id,
  ),
)
const all = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '')
const words = (lists: readonly string[]) => new Set(lists.flatMap((list) => list.split(/[\s,]+/)))

test('there is a chapter to check', () => {
  expect(chapters.length).toBeGreaterThan(0)
})

test.each(chapters)('$file has complete front matter', ({ front }) => {
  expect(front.chapter).toBeGreaterThan(0)
  expect(['Prompt', 'Retrieve', 'Fine-tune', 'Run']).toContain(front.group)
  expect(front.objectives.length).toBeGreaterThanOrEqual(3)
  expect(Object.keys(front.minutes).sort()).toEqual(['exercise', 'play', 'read'])
  expect(front.keyPoints.length).toBeGreaterThanOrEqual(3)
  expect(front.reviewed).toBeTruthy()
})

test.each(chapters)(
  'every objective of $file has a section, an experiment and an exercise',
  (chapter) => {
    const sections = words(all(chapter.text, /<Meets objective="([^"]+)"/g))
    const experiments = words(all(chapter.text, /<Experiment[^>]*\bobjective="([^"]+)"/g))
    const exercises = words(chapter.exercises.map(({ objective }) => objective))
    for (const { id } of chapter.front.objectives) {
      expect(sections, `section for ${id}`).toContain(id)
      expect(experiments, `experiment for ${id}`).toContain(id)
      expect(exercises, `exercise for ${id}`).toContain(id)
    }
  },
)

test.each(chapters)('every claim given to $file appears in it', ({ file, text }) => {
  const range = CLAIMS[file.slice(0, 2)]
  if (range === undefined) throw new Error(`Say in CLAIMS which claims ${file} must hold.`)
  const found = words([
    ...all(text, /<ClaimCheck[^>]*\bclaims="([^"]+)"/g),
    ...all(text, /<Claim id="([^"]+)"/g),
  ])
  const wanted = Array.from(
    { length: range[1] - range[0] + 1 },
    (_, index) => `C${range[0] + index}`,
  )
  expect(wanted.filter((claim) => !found.has(claim))).toEqual([])
})

test.each(chapters)('$file has at least three figures, numbered in order', ({ text }) => {
  const numbers = all(text, /<Figure number=\{(\d+)\}/g).map(Number)
  expect(numbers.length).toBeGreaterThanOrEqual(3)
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
})

test.each(chapters)(
  '$file cites sources that exist and lists all that it cites',
  ({ text, front }) => {
    const cited = new Set(all(text, /<Cite id="([^"]+)"/g))
    for (const id of [...cited, ...front.sources]) expect(knownSources, id).toContain(id)
    for (const id of cited) expect(front.sources, id).toContain(id)
  },
)

test.each(chapters)(
  'the terms and exercises that $file names exist, and no exercise is left out',
  (chapter) => {
    for (const term of all(chapter.text, /<Term id="([^"]+)"/g))
      expect(knownTerms, term).toContain(term)
    const shown = all(chapter.text, /<Exercise id="([^"]+)"/g)
    expect([...shown].sort()).toEqual(chapter.exercises.map(({ id }) => id).sort())
  },
)
