let dismiss = () => {}

/**
 * Shows "Back to experiment 3" over the page until the reader has followed it or is back by
 * scrolling. It stands before the widget in the document, one Shift+Tab from it, and gives the
 * focus back to the link that led away; the address keeps the widget's state.
 */
export function offerWayBack(link: HTMLElement, sheet: Element) {
  dismiss()
  const origin = link.closest<HTMLElement>('[data-way-back]')
  const name = origin?.dataset['wayBack']
  if (!origin || name === undefined) return
  const back = document.createElement('a')
  back.className = 'way-back'
  back.href = `#${origin.id}`
  back.textContent = `Back to ${name}`
  back.addEventListener('click', (event) => {
    event.preventDefault()
    dismiss()
    origin.scrollIntoView()
    link.focus({ preventScroll: true })
  })
  let hasLeft = false
  const seen = new IntersectionObserver((entries) => {
    const isHere = entries.at(-1)?.isIntersecting === true
    if (isHere && hasLeft) dismiss()
    hasLeft ||= !isHere
  })
  seen.observe(origin)
  dismiss = () => {
    seen.disconnect()
    back.remove()
  }
  // Not inside the widget: what renders there later would not know it.
  const island = sheet.closest('astro-island') ?? sheet
  island.before(back)
}
