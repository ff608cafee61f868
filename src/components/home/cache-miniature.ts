import { cacheSentence } from '../../lib/home/cache-sentence.ts'
import { calculatorHash } from '../../lib/home/calculator-hash.ts'
import { formatCount } from '../../lib/format/format-count.ts'

/** The home page's first lesson: recomputes its sentence as the reader moves the slider. */
class CacheMiniature extends HTMLElement {
  connectedCallback() {
    this.addEventListener('input', () => this.answer())
    this.answer()
  }

  private answer() {
    const option = this.querySelector<HTMLOptionElement>('option:checked')
    const slider = this.querySelector<HTMLInputElement>('input')
    if (option === null || slider === null) return
    const stops = JSON.parse(this.dataset['stops'] ?? '[]') as number[]
    const tokens = stops[slider.valueAsNumber] ?? 0
    const { cache, verdict } = cacheSentence({
      bytesPerToken: Number(option.dataset['perToken']),
      weightBytes: Number(option.dataset['weights']),
      cardBytes: Number(this.dataset['card']),
      tokens,
    })
    slider.setAttribute('aria-valuetext', `${formatCount(tokens)} tokens`)
    this.write('[data-part=tokens]', formatCount(tokens))
    this.write('[data-part=cache]', cache)
    this.write('[data-part=verdict]', verdict)
    const link = this.querySelector<HTMLAnchorElement>('[data-part=calculator]')
    if (link !== null) link.hash = calculatorHash({ model: option.value, tokens })
  }

  private write(selector: string, text: string) {
    const element = this.querySelector(selector)
    if (element !== null && element.textContent !== text) element.textContent = text
  }
}

customElements.define('cache-miniature', CacheMiniature)
