import { hasGpu, loadLanguageModel, type LanguageModel } from '../../worker/client.ts'
import { ModelElement, type OpenOptions } from './model-element.ts'

/** `<wb-model data-id>`: loads a language model and lets it continue a text. */
class LanguageElement extends ModelElement<LanguageModel> {
  override connectedCallback() {
    super.connectedCallback()
    void this.#offerGpu()
  }

  async #offerGpu() {
    const offer = this.found<HTMLElement>('gpu')
    if (offer !== null && (await hasGpu())) offer.hidden = false
  }

  protected open(id: string, options: OpenOptions) {
    const chosen = this.found<HTMLInputElement>('on-gpu')?.checked === true
    return loadLanguageModel(id, { ...options, device: chosen ? 'webgpu' : 'wasm' })
  }

  /** What the reader typed, as the model reads it. */
  async #prompt(model: LanguageModel) {
    const content = this.typed('prompt')
    const chat = this.found<HTMLInputElement>('chat')?.checked === true
    const text =
      chat && content !== '' ? await model.chatPrompt([{ role: 'user', content }]) : content
    return (await model.tokenize(text)).map(({ id }) => id)
  }

  #number(name: string) {
    const value = this.found<HTMLInputElement>(name)?.valueAsNumber ?? 0
    return Number.isFinite(value) ? value : 0
  }

  protected async run(model: LanguageModel) {
    const output = this.found('output')
    if (output === null) return
    output.textContent = ''
    const decoder = new TextDecoder()
    const temperature = this.#number('temperature')
    await this.perform('Writing …', async (signal) => {
      await model.generate(
        {
          ids: await this.#prompt(model),
          steps: [temperature === 0 ? { name: 'greedy' } : { name: 'temperature', temperature }],
          seed: this.#number('seed'),
          maxTokens: 60,
          stopTokenIds: model.endTokenIds,
        },
        {
          signal,
          onToken: ({ token }) => {
            const shown = token.special
              ? ''
              : decoder.decode(Uint8Array.from(token.bytes), { stream: true })
            output.append(shown)
          },
        },
      )
      return 'Done.'
    })
  }
}

/** Registers the element once. */
export function defineLanguageModel() {
  if (customElements.get('wb-model') === undefined)
    customElements.define('wb-model', LanguageElement)
}
