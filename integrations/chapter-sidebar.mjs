import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'

const DOCS = new URL('../src/content/docs/', import.meta.url)

/** Teaching order of the groups; a chapter names its group in its front matter. */
export const GROUPS = ['Prompt', 'Retrieve', 'Fine-tune', 'Run']

/** Front matter of every written chapter, in teaching order. */
export const readChapters = () =>
  readdirSync(DOCS)
    .filter((file) => /^\d\d-.*\.mdx$/.test(file))
    .sort()
    .map((file) => {
      const text = readFileSync(new URL(file, DOCS), 'utf8')
      const head = /^---\n([\s\S]*?)\n---/.exec(text)
      return {
        slug: file.replace(/^\d\d-|\.mdx$/g, ''),
        ...(head === null ? {} : parse(head[1])),
      }
    })

/** Starlight's sidebar: the written chapters under their groups, then the reference pages. */
export const chapterSidebar = () => {
  const chapters = readChapters()
  const groups = GROUPS.map((group) => ({
    label: group,
    items: chapters
      .filter((chapter) => chapter.group === group)
      .map((chapter) => ({ label: `${chapter.chapter}. ${chapter.title}`, slug: chapter.slug })),
  })).filter((group) => group.items.length > 0)
  return [
    ...groups,
    {
      label: 'Reference',
      items: [
        { label: 'Accuracy', link: '/accuracy/' },
        { label: 'Glossary', link: '/glossary/' },
        { label: 'Models', link: '/models/' },
        { label: 'RAG in production', link: '/production/' },
        { label: 'Sources', link: '/sources/' },
        { label: 'My setup', link: '/my-setup/' },
      ],
    },
  ]
}
