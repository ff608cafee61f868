import { readPairs } from '../../../lib/state/hash-pairs.ts'

/**
 * Brings the widget into view that a link sets: when the page opens with such a hash, and when the
 * hash changes. A widget comes alive only when it is seen, so this must not wait for it.
 */
export function showLinkedWidget(): void {
  const [navigation] = performance.getEntriesByType('navigation')
  const anew =
    !(navigation instanceof PerformanceNavigationTiming) || navigation.type === 'navigate'
  if (anew) show()
  window.addEventListener('hashchange', show)
}

function show(): void {
  const ids = readPairs(location.hash).map(({ key }) => key.split('.')[0] ?? '')
  const section = ids
    .map((id) => document.querySelector(`section.widget[id="${CSS.escape(id)}"]`))
    .find((found) => found !== null)
  section?.scrollIntoView({ block: 'start' })
}
