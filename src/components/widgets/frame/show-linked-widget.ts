import { readPairs } from '../../../lib/state/hash-pairs.ts'

/**
 * Brings the widget into view that a link sets: when the page opens with such a hash, and when the
 * hash changes. A part of the widget that is marked `data-place="view"` is shown in place of the
 * widget's head when the link sets the field `view`. A widget comes alive only when it is seen, so
 * this must not wait for it.
 */
export function showLinkedWidget(): void {
  const [navigation] = performance.getEntriesByType('navigation')
  const anew =
    !(navigation instanceof PerformanceNavigationTiming) || navigation.type === 'navigate'
  if (anew) show()
  window.addEventListener('hashchange', show)
  document.addEventListener('click', showAgain)
}

/** A link to where the address is already changes no hash. */
function showAgain({ target }: MouseEvent): void {
  const link = target instanceof Element ? target.closest('a[data-widget-link]') : null
  if (link instanceof HTMLAnchorElement && link.hash === location.hash) setTimeout(show)
}

function show(): void {
  const linked = readPairs(location.hash).flatMap(({ key }) => {
    const [id = '', field = ''] = key.split('.')
    const section = document.querySelector(`section.widget[id="${CSS.escape(id)}"]`)
    return section === null ? [] : [{ section, field }]
  })
  const place = linked
    .map(({ section, field }) => section.querySelector(`[data-place="${CSS.escape(field)}"]`))
    .find((found) => found !== null)
  ;(place ?? linked[0]?.section)?.scrollIntoView({ block: 'start' })
}
