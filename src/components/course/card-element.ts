/** Opens and closes the card beside a citation or a term: hover, focus, Escape, and a term's click. */
class CardElement extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined
  /** True once a click opened or held the card; the next click then closes it. */
  #isPinned = false

  connectedCallback() {
    const link = this.querySelector('a')
    const card = this.querySelector<HTMLElement>('[popover]')
    if (link === null || card === null || !('showPopover' in card)) return

    const show = (open: boolean) => {
      clearTimeout(this.#timer)
      if (!open) this.#isPinned = false
      if (open !== card.matches(':popover-open')) card.togglePopover({ force: open, source: link })
      if (link.role === 'button') link.ariaExpanded = String(open)
    }
    const showSoon = (open: boolean, delay: number) => {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => show(open), delay)
    }

    this.addEventListener('pointerenter', (event) => {
      if (event.pointerType === 'mouse') showSoon(true, 250)
    })
    this.addEventListener('pointerleave', () => {
      if (!this.contains(document.activeElement)) showSoon(false, 200)
    })
    this.addEventListener('focusout', (event) => {
      if (!(event.relatedTarget instanceof Node && this.contains(event.relatedTarget))) show(false)
    })
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !card.matches(':popover-open')) return
      link.focus()
      show(false)
    })

    if (this.classList.contains('cite')) {
      link.addEventListener('focus', () => {
        if (link.matches(':focus-visible')) show(true)
      })
      return
    }
    link.role = 'button'
    link.ariaExpanded = 'false'
    link.setAttribute('aria-controls', card.id)
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      // A hover may have opened it just before: the first click holds it, the second closes it.
      const isOpening = !card.matches(':popover-open') || !this.#isPinned
      show(isOpening)
      this.#isPinned = isOpening
    })
    link.addEventListener('keydown', (event) => {
      if (event.key !== ' ') return
      event.preventDefault()
      link.click()
    })
    document.addEventListener('pointerdown', (event) => {
      if (!(event.target instanceof Node && this.contains(event.target))) show(false)
    })
  }
}

/** Registers `<wb-card>` once. */
export function defineCard() {
  if (customElements.get('wb-card') === undefined) customElements.define('wb-card', CardElement)
}
