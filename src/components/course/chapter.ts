import type { AstroGlobal } from 'astro'
import type { CollectionEntry } from 'astro:content'

export type Chapter = CollectionEntry<'docs'>['data']

/** Front matter of the page that is being rendered; null outside Starlight's layout. */
export function chapterOf(astro: Pick<AstroGlobal, 'locals'>): Chapter | null {
  const locals: Partial<AstroGlobal['locals']> = astro.locals
  return locals.starlightRoute?.entry.data ?? null
}

/** The number and text of an objective of this chapter; a wrong id fails the build with a hint. */
export function findObjective(astro: Pick<AstroGlobal, 'locals'>, id: string) {
  const objectives = chapterOf(astro)?.objectives ?? []
  const index = objectives.findIndex((objective) => objective.id === id)
  const objective = objectives[index]
  if (objective === undefined) {
    const known = objectives.map((each) => each.id).join(', ')
    throw new Error(`No objective "${id}" in this chapter's front matter, which has: ${known}.`)
  }
  return { ...objective, number: index + 1 }
}

/** A path of this site under its base: `href('glossary/')`. */
export function href(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, '')}/${path}`
}
