import { getEntry } from 'astro:content'
import type { CollectionEntry } from 'astro:content'

/** A source of src/content/sources.yaml; a wrong id fails the build with a hint. */
export async function findSource(id: string): Promise<CollectionEntry<'sources'>['data']> {
  const entry = await getEntry('sources', id)
  if (entry === undefined) {
    throw new Error(`No source "${id}". Add it to src/content/sources.yaml or correct the id.`)
  }
  return entry.data
}

/** A term of src/content/glossary.yaml; a wrong id fails the build with a hint. */
export async function findTerm(id: string): Promise<CollectionEntry<'glossary'>['data']> {
  const entry = await getEntry('glossary', id)
  if (entry === undefined) {
    throw new Error(`No term "${id}". Add it to src/content/glossary.yaml or correct the id.`)
  }
  return entry.data
}
