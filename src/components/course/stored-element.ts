import { formatBytes } from '../../lib/format/format-bytes.ts'
import { clearStored, readStored, type Stored } from '../../worker/offline/stored.ts'

const words = ({ pages, modelBytes, modelIds }: Stored): string => {
  const kept = pages === 1 ? '1 visited page' : `${pages} visited pages`
  const size = formatBytes(modelBytes, { base: 'si', digits: 0 })
  const models = modelIds.length === 0 ? '' : ` and ${modelIds.join(', ')} (${size})`
  return `This browser keeps ${kept}${models} for reading offline.`
}

/** `<wb-stored>`: says what is kept, and forgets it. */
class StoredElement extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button')
    const status = this.querySelector('[role="status"]')
    if (button === null || status === null) return
    const show = async () => {
      status.textContent = words(await readStored())
      button.hidden = false
    }
    button.addEventListener('click', () => {
      void clearStored().then(() => {
        status.textContent = 'Cleared. Pages and models are fetched again when you need them.'
      })
    })
    show().catch(() => undefined)
  }
}

/** Registers the element once. */
export function defineStored() {
  if (customElements.get('wb-stored') === undefined)
    customElements.define('wb-stored', StoredElement)
}
