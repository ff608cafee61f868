import { onProgress, progress } from './progress-here'

const idsOf = (element: HTMLElement) =>
  element.dataset['ids']?.split(' ').filter((id) => id !== '') ?? undefined

const predictionsHere = () =>
  [...document.querySelectorAll<HTMLElement>('wb-prediction')].flatMap(
    (element) => element.dataset['id'] ?? [],
  )

/** `<wb-progress>`: "3 of 6 done". */
class ProgressElement extends HTMLElement {
  connectedCallback() {
    const ids = idsOf(this) ?? []
    const show = () => {
      this.textContent = `${progress.done(ids)} of ${ids.length} done`
    }
    onProgress(show)
    show()
  }
}

/** `<wb-clear>`: the button that forgets, once the reader has confirmed it. */
class ClearElement extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button')
    const status = this.querySelector('[role="status"]')
    const dialog = this.querySelector('dialog')
    if (button === null || status === null || dialog === null) return
    button.hidden = false
    button.addEventListener('click', () => {
      status.textContent = ''
      dialog.returnValue = 'keep'
      dialog.showModal()
    })
    dialog.addEventListener('close', () => {
      if (dialog.returnValue !== 'clear') return
      progress.clear(idsOf(this)?.concat(predictionsHere()))
      status.textContent = 'Cleared.'
    })
  }
}

/** `<wb-prediction>`: keeps what the reader expects of an experiment. */
class PredictionElement extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector('input')
    const id = this.dataset['id']
    if (input === null || id === undefined) return
    const show = () => {
      input.value = progress.note(id)
    }
    input.addEventListener('change', () => progress.setNote(id, input.value))
    onProgress(show)
    show()
  }
}

/** Registers the three once. */
export function defineProgress() {
  if (customElements.get('wb-progress') !== undefined) return
  customElements.define('wb-progress', ProgressElement)
  customElements.define('wb-clear', ClearElement)
  customElements.define('wb-prediction', PredictionElement)
}
