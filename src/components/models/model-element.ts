import { formatBytes } from '../../lib/format/format-bytes.ts'
import { loadLanguageModel, ModelError, type LanguageModel } from '../../worker/client.ts'

const wordsOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : 'Something failed; load the model again.'

/** `<wb-model data-id>`: loads a model, tries a prompt on it, gives it back. */
class ModelElement extends HTMLElement {
  /** The model while it is loaded. */
  model: LanguageModel | null = null
  #stop: AbortController | null = null

  connectedCallback() {
    this.#on('load', () => this.#load())
    this.#on('run', () => this.#run())
    this.#on('unload', () => {
      this.model?.dispose()
      this.model = null
      this.#show('Given back.')
    })
    this.#on('stop', () => {
      this.#stop?.abort()
      return Promise.resolve()
    })
    this.#show('')
  }

  #part<Kind extends Element>(name: string): Kind | null {
    return this.querySelector<Kind>(`[data-part="${name}"]`)
  }

  #on(name: string, act: () => Promise<void> | void) {
    this.#part<HTMLButtonElement>(name)?.addEventListener('click', () => void act())
  }

  /** Shows what can be done now, and one sentence on what happened. */
  #show(status: string, problem = '') {
    const busy = this.#stop !== null
    const loaded = this.model !== null
    const hide = (name: string, hidden: boolean) => {
      const part = this.#part<HTMLElement>(name)
      if (part !== null) part.hidden = hidden
    }
    hide('load', loaded || busy)
    hide('progress', loaded || !busy)
    hide('stop', !busy)
    hide('try', !loaded)
    hide('run', busy || !loaded)
    hide('unload', busy || !loaded)
    this.dataset['state'] = busy ? 'busy' : loaded ? 'loaded' : 'idle'
    this.#say('status', status)
    this.#say('problem', problem)
  }

  #say(name: string, text: string) {
    const part = this.#part(name)
    if (part !== null) part.textContent = text
  }

  /** Runs one thing that can be stopped; its failure becomes a sentence. */
  async #perform(words: string, act: (signal: AbortSignal) => Promise<string>) {
    this.#stop = new AbortController()
    this.#show(words)
    try {
      const done = await act(this.#stop.signal)
      this.#stop = null
      this.#show(done)
    } catch (cause) {
      this.#stop = null
      const gone = cause instanceof ModelError && ['worker-died', 'unloaded'].includes(cause.code)
      if (gone) this.model = null
      this.#show('', wordsOf(cause))
    }
  }

  async #load() {
    const bar = this.#part<HTMLProgressElement>('progress')
    await this.#perform('Loading …', async (signal) => {
      this.model = await loadLanguageModel(this.dataset['id'] ?? '', {
        signal,
        onProgress: ({ loadedBytes, totalBytes, file }) => {
          if (bar !== null) Object.assign(bar, { max: totalBytes, value: loadedBytes })
          const sizes = [loadedBytes, totalBytes].map((size) =>
            formatBytes(size, { base: 'si', unit: 'MB' }),
          )
          this.#say('status', `${sizes.join(' of ')}: ${file}`)
        },
      })
      return this.model.notice ?? 'Loaded.'
    })
  }

  /** What the reader typed, as the model reads it. */
  async #prompt(model: LanguageModel) {
    const content = this.#part<HTMLTextAreaElement>('prompt')?.value ?? ''
    const chat = this.#part<HTMLInputElement>('chat')?.checked === true
    const text =
      chat && content !== '' ? await model.chatPrompt([{ role: 'user', content }]) : content
    return (await model.tokenize(text)).map(({ id }) => id)
  }

  #number(name: string) {
    const value = this.#part<HTMLInputElement>(name)?.valueAsNumber ?? 0
    return Number.isFinite(value) ? value : 0
  }

  async #run() {
    const { model } = this
    const output = this.#part('output')
    if (model === null || output === null) return
    output.textContent = ''
    const decoder = new TextDecoder()
    const temperature = this.#number('temperature')
    await this.#perform('Writing …', async (signal) => {
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
export function defineModel() {
  if (customElements.get('wb-model') === undefined) customElements.define('wb-model', ModelElement)
}
