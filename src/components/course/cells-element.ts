const inputsOf = (root: ParentNode) => [...root.querySelectorAll<HTMLInputElement>('.cell input')]

/** Recomputes all formula cells of the page, in order; mathjs comes with the first call. */
async function recompute() {
  const { evaluateCells } = await import('./evaluate-cells')
  const inputs = inputsOf(document)
  const cells = inputs.map((input) => ({
    name: input.dataset['name'] ?? null,
    expression: input.value,
  }))
  evaluateCells(cells).forEach((result, index) => {
    const input = inputs[index]
    const output = input?.nextElementSibling
    if (!input || !output) return
    const isWrong = 'problem' in result
    output.textContent = isWrong ? result.problem : result.text
    input.setAttribute('aria-invalid', String(isWrong))
  })
}

/** Lines of a formula that recompute as the reader types, and a reset. */
class CellsElement extends HTMLElement {
  connectedCallback() {
    const inputs = inputsOf(this)
    const actions = this.querySelector<HTMLElement>('.actions')
    const status = this.querySelector('[role="status"]')
    const say = (text: string) => {
      if (status) status.textContent = text
    }
    if (actions) actions.hidden = false
    for (const input of inputs) {
      input.readOnly = false
      input.addEventListener('input', () => void recompute())
      input.addEventListener('change', () => {
        say(input.nextElementSibling?.textContent ?? '')
      })
    }
    this.querySelector('button')?.addEventListener('click', () => {
      for (const input of inputs) input.value = input.defaultValue
      void recompute()
      say('Reset.')
    })
  }
}

/** Registers `<wb-cells>` once. */
export function defineCells() {
  if (customElements.get('wb-cells') === undefined) customElements.define('wb-cells', CellsElement)
}
