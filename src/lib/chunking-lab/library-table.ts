import type { Table } from '../export/table.ts'
import { formatNumber } from '../format/format-number.ts'
import type { CutRequest } from './cut.ts'
import { cutText } from './cut-text.ts'
import { LIBRARIES } from './lab-state.ts'
import { libraryNames } from './names.ts'
import { words } from './words.ts'

/** Longer texts are not cut four times while a page waits; UTF-16 units. */
const LONGEST = 60_000

/**
 * One text and one setting, cut by the course's recursive chunker and by each library's rules; null
 * for an empty text and for one that is too long to cut four times at once.
 *
 * @example libraryTable(request)?.rows.length //=> 4
 */
export function libraryTable(request: CutRequest): Table | null {
  const { text, settings } = request
  if (text.trim() === '' || text.length > LONGEST) return null
  const rows = LIBRARIES.map((library) => {
    const own = {
      ...settings,
      library,
      strategy: 'recursive' as const,
      unit: 'characters' as const,
    }
    try {
      const { summary } = cutText({ ...request, settings: own })
      return [
        libraryNames[library],
        summary.count,
        formatNumber(summary.mean, { digits: 0 }),
        summary.longest,
        summary.count === 1 ? 0 : summary.bareBoundaries,
        summary.lostCharacters,
        summary.changed,
      ]
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return [libraryNames[library], error.message, '', '', '', '', '']
    }
  })
  return { caption: words.differences.table, columns: words.differences.columns, rows }
}
