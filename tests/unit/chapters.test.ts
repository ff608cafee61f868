import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const DOCS = 'src/content/docs'
const EXERCISES = 'src/content/exercises'

/** Claims of the document that the course grew from, and the chapters that treat each. */
const claims = JSON.parse(readFileSync('src/data/claims.json', 'utf8')) as {
  readonly id: string
  readonly chapters: readonly number[]
}[]
/** The book's plan, from which the home page draws its map. */
const book = JSON.parse(readFileSync('src/data/book.json', 'utf8')) as {
  readonly group: string
  readonly chapters: readonly {
    readonly number: number
    readonly slug: string
    readonly title: string
  }[]
}[]

interface Front {
  readonly title: string
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

test.each(chapters)('every claim given to $file appears in it', ({ front, text }) => {
  const found = words([
    ...all(text, /<ClaimCheck[^>]*\bclaims="([^"]+)"/g),
    ...all(text, /<Claim id="([^"]+)"/g),
  ])
  const wanted = claims.filter(({ chapters: where }) => where.includes(front.chapter))
  expect(wanted.length).toBeGreaterThan(0)
  expect(wanted.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([])
})

test('the list of claims is whole: C1 to C150, each given to a chapter', () => {
  expect(claims.map(({ id }) => id)).toEqual(
    Array.from({ length: 150 }, (_, index) => `C${index + 1}`),
  )
  expect(claims.filter(({ chapters: where }) => where.length === 0)).toEqual([])
})

test.each(chapters)(
  '$file stands in the plan of the book as its front matter says',
  ({ file, front }) => {
    const group = book.find(({ chapters: own }) =>
      own.some(({ number }) => number === front.chapter),
    )
    const planned = group?.chapters.find(({ number }) => number === front.chapter)
    expect(group?.group).toBe(front.group)
    expect(planned?.title).toBe(front.title)
    expect(file).toBe(`${String(front.chapter).padStart(2, '0')}-${planned?.slug}.mdx`)
  },
)

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
