import { file } from 'astro/loaders'
import { defineCollection } from 'astro:content'
import { z } from 'astro/zod'
import { docsLoader } from '@astrojs/starlight/loaders'
import { docsSchema } from '@astrojs/starlight/schema'

const objective = z.object({
  /** Stable id that a section, an experiment and an exercise point at. */
  id: z.string(),
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

export const collections = {
  docs: defineCollection({
    loader: docsLoader({
      generateId: ({ entry }) => entry.replace(/\.mdx?$/, '').replace(/^\d\d-/, ''),
    }),
    schema: docsSchema({ extend: chapterFields }),
  }),
  sources: defineCollection({
    loader: file('src/content/sources.yaml'),
    schema: z.object({
      id: z.string(),
      title: z.string(),
      authors: z.string().optional(),
      year: z.number().optional(),
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
