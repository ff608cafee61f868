import { file } from 'astro/loaders'
import { defineCollection } from 'astro:content'
import { z } from 'astro/zod'
import { docsLoader } from '@astrojs/starlight/loaders'
import { docsSchema } from '@astrojs/starlight/schema'
import { parse } from 'yaml'

const objective = z.object({
  /** Stable id that a section, an experiment and an exercise point at. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Begins with a verb: what the reader can do afterwards. */
  text: z.string(),
})

const chapterFields = z.object({
  chapter: z.number().int().positive().optional(),
  group: z.enum(['Prompt', 'Retrieve', 'Fine-tune', 'Run']).optional(),
  objectives: z.array(objective).optional(),
  minutes: z
    .object({
      read: z.number().positive(),
      play: z.number().positive(),
      exercise: z.number().positive(),
    })
    .optional(),
  prerequisites: z
    .array(z.object({ chapter: z.number().int().positive(), title: z.string() }))
    .optional(),
  keyPoints: z.array(z.string()).optional(),
  sources: z.array(z.string()).optional(),
  reviewed: z.date().optional(),
})

/** Every chapter has the whole head; other pages have none of it. */
const docsFields = chapterFields.superRefine((page, context) => {
  if (page.chapter === undefined) return
  const needed = ['group', 'objectives', 'minutes', 'keyPoints', 'sources', 'reviewed'] as const
  for (const field of needed.filter((name) => page[name] === undefined)) {
    context.addIssue({ code: 'custom', path: [field], message: `a chapter needs "${field}"` })
  }
})

const keyCall = z.object({ fn: z.string(), args: z.record(z.string(), z.unknown()) })

const valueFormat = z.enum([
  'number',
  'count',
  'tokens',
  'parameters',
  'percent',
  'factor',
  'bytes',
  'bytes-iec',
  'bytes-si',
  'bytes-both',
])

const exerciseBase = z.object({
  chapter: z.number().int().positive(),
  /** Place in its file, from 0. */
  order: z.number().int(),
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  objective: z.string(),
  title: z.string(),
  prompt: z.string(),
  hints: z.array(z.string()).min(1),
  worked: z.string(),
  numbers: z
    .record(
      z.string(),
      keyCall.extend({ as: valueFormat.optional(), digits: z.number().int().optional() }),
    )
    .optional(),
})

const options = z
  .array(
    z.object({ text: z.string(), correct: z.union([z.boolean(), keyCall]), reason: z.string() }),
  )
  .min(2)

const byteUnit = z.enum(['B', 'kB', 'MB', 'GB', 'TB', 'KiB', 'MiB', 'GiB', 'TiB'])

const numericAnswer = z.object({
  id: z.string(),
  label: z.string(),
  key: keyCall,
  quantity: z.enum(['bytes', 'tokens', 'factor', 'percent', 'count', 'number']),
  tolerance: z.union([
    z.literal('exact'),
    z.object({
      absolute: z.number().positive(),
      unit: byteUnit.optional(),
    }),
    z.object({ relative: z.number().positive().max(0.5) }),
  ]),
  bareUnit: byteUnit.optional(),
  as: valueFormat.optional(),
  digits: z.number().int().optional(),
  mistakes: z.array(z.object({ value: keyCall, says: z.string() })).optional(),
})

const factCheck = z.object({
  fn: z.enum(['equals', 'not-equals', 'at-least', 'at-most', 'near']),
  args: z.object({
    fact: z.string(),
    value: z.union([z.string(), z.number(), z.boolean(), keyCall]),
    relative: z.number().positive().optional(),
  }),
  says: z.string(),
})

/** The shapes of src/lib/exercise/exercise.ts, where each field is explained. */
const exercise = z.discriminatedUnion('kind', [
  exerciseBase.extend({ kind: z.literal('numeric'), answers: z.array(numericAnswer).min(1) }),
  exerciseBase.extend({ kind: z.literal('choice'), options }),
  exerciseBase.extend({ kind: z.literal('multiple'), options }),
  exerciseBase.extend({
    kind: z.literal('ordering'),
    direction: z.string(),
    items: z.array(z.object({ text: z.string(), value: keyCall.optional() })).min(3),
  }),
  exerciseBase.extend({
    kind: z.literal('widget'),
    widget: z.string(),
    start: z.string(),
    check: z.array(factCheck).min(1),
  }),
])

const exerciseFiles = import.meta.glob<string>('./content/exercises/*.yaml', {
  eager: true,
  query: '?raw',
  import: 'default',
})

function readExercises([path, text]: [string, string]) {
  const rows = z.array(z.looseObject({ id: z.string() })).parse(parse(text))
  const chapter = Number(/(\d\d)-[^/]*$/.exec(path)?.[1])
  return rows.map((row, order) => ({ ...row, chapter, order }))
}

export const collections = {
  docs: defineCollection({
    loader: docsLoader({
      generateId: ({ entry }) => entry.replace(/\.mdx?$/, '').replace(/^\d\d-/, ''),
    }),
    schema: docsSchema({ extend: docsFields }),
  }),
  /** One file a chapter, named like it; the chapter's number is read from the name. */
  exercises: defineCollection({
    loader: () => Object.entries(exerciseFiles).flatMap(readExercises),
    schema: exercise,
  }),
  sources: defineCollection({
    loader: file('src/content/sources.yaml'),
    schema: z.object({
      id: z.string(),
      title: z.string(),
      authors: z.string().optional(),
      year: z.number().optional(),
      /** What a citation shows where there is no author: 'llama.cpp README'. */
      short: z.string().optional(),
      url: z.url().optional(),
      read: z.enum(['full', 'abstract', 'code', 'page', 'data']),
      checked: z.date(),
    }),
  }),
  glossary: defineCollection({
    loader: file('src/content/glossary.yaml'),
    schema: z.object({
      id: z.string(),
      term: z.string(),
      chinese: z.string(),
      meaning: z.string(),
      more: z.string().optional(),
    }),
  }),
}
