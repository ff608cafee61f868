import type { CollectionEntry } from 'astro:content'

type Source = CollectionEntry<'sources'>['data']

const readings = {
  full: 'read in full',
  abstract: 'abstract read',
  code: 'code read',
  page: 'page read',
  data: 'data read',
} satisfies Record<Source['read'], string>

/** The author-year of a citation: 'Ainslie et al., 2023', or a short title without an author. */
export function citationLabel(source: Source): string {
  const name = source.short ?? source.authors ?? source.title
  return source.year === undefined ? name : `${name}, ${source.year}`
}

/** How an entry of a reference list begins: 'Ainslie et al. (2023).', or nothing. */
export function authorYear({ authors, year }: Source): string {
  const parts = [authors, year === undefined ? undefined : `(${year})`]
  const text = parts.filter((part) => part !== undefined).join(' ')
  return text === '' || text.endsWith('.') ? text : `${text}.`
}

/** What was opened and when: 'abstract read 24 Nov 2026'. */
export function readingNote(source: Source): string {
  return `${readings[source.read]} ${shortDate(source.checked)}`
}

/** A day as people write it, the same in every time zone: '24 Nov 2026'. */
export function shortDate(date: Date): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(date)
}
