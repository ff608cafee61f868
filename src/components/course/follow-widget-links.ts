let isListening = false

/** A link that sets a widget's state also brings the widget into view and focus. */
export function followWidgetLinks() {
  if (isListening) return
  isListening = true
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('[data-widget-link]') : null
    const widget = link?.getAttribute('data-widget-link')
    const sheet = widget ? document.getElementById(widget) : null
    if (sheet === null) return
    sheet.scrollIntoView()
    sheet.tabIndex = -1
    sheet.focus({ preventScroll: true })
  })
}
