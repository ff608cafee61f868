import { offerWayBack } from './offer-way-back'

let isListening = false

/** A link that sets a widget's state also brings the widget into view and focus. */
export function followWidgetLinks() {
  if (isListening) return
  isListening = true
  document.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    const target = event.target instanceof Element ? event.target : null
    const link = target?.closest<HTMLAnchorElement>('a[data-widget-link]') ?? null
    const sheet = document.getElementById(link?.dataset['widgetLink'] ?? '')
    if (link === null || sheet === null) return
    sheet.scrollIntoView()
    sheet.tabIndex = -1
    sheet.focus({ preventScroll: true })
    offerWayBack(link, sheet)
  })
}
