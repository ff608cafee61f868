import type { Span } from '../../../lib/chunking/chunk.ts'
import { joinEnds } from '../../../lib/chunking-lab/join-ends.ts'

/** What is marked within the painted text, as a range of the text; null where nothing is. */
export function markedSpan(sheet: HTMLElement): Span | null {
  const selection = getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const within = [...sheet.querySelectorAll<HTMLElement>('[data-start]')].filter((piece) =>
    range.intersectsNode(piece),
  )
  return joinEnds(
    within.map((piece) => {
      const length = piece.textContent.length
      const first = piece.contains(range.startContainer) ? range.startOffset : 0
      const last = piece.contains(range.endContainer) ? range.endOffset : length
      return { start: Number(piece.dataset['start']), from: first, to: last }
    }),
  )
}
