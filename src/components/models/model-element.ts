import { formatBytes } from '../../lib/format/format-bytes.ts'
import { ModelError, type LoadProgress } from '../../worker/client.ts'

const wordsOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : 'Something failed; load the model again.'

/** What any model in the page has. */
interface Loaded {
  readonly notice: string | null
  dispose(): void
}

export interface OpenOptions {
  readonly signal: AbortSignal
  readonly onProgress: (progress: LoadProgress) => void
}

/** An element that loads a model, tries something on it, and gives it back. */
export abstract class ModelElement<Model extends Loaded> extends HTMLElement {
  /** The model while it is loaded. */
  model: Model | null = null
  #stop: AbortController | null = null

  /** Opens the model of this id. */
  protected abstract open(id: string, options: OpenOptions): Promise<Model>

  /** Tries what the reader asks for. */
  protected abstract run(model: Model): Promise<void>

  connectedCallback() {
    this.#on('load', () => this.#load())
    this.#on('run', () => (this.model === null ? undefined : this.run(this.model)))
    this.#on('unload', () => {
      this.model?.dispose()
      this.model = null
      this.#show('Given back.')
    })
    this.#on('stop', () => this.#stop?.abort())
    this.#show('')
  }

  /** A part of the panel by its name. */
  protected found<Kind extends Element>(name: string): Kind | null {
    return this.querySelector<Kind>(`[data-part="${name}"]`)
  }

  /** What a field of the panel holds. */
  protected typed(name: string): string {
    return this.found<HTMLInputElement | HTMLTextAreaElement>(name)?.value ?? ''
  }

  #on(name: string, act: () => Promise<void> | void) {
    this.found<HTMLButtonElement>(name)?.addEventListener('click', () => void act())
  }

  /** Shows what can be done now, and one sentence on what happened. */
  #show(status: string, problem = '') {
    const busy = this.#stop !== null
    const loaded = this.model !== null
    const hide = (name: string, hidden: boolean) => {
      const part = this.found<HTMLElement>(name)
      if (part !== null) part.hidden = hidden
    }
    hide('load', loaded || busy)
    hide('progress', loaded || !busy)
    hide('stop', !busy)
    hide('try', !loaded)
    hide('run', busy || !loaded)
    hide('unload', busy || !loaded)
    this.dataset['state'] = busy ? 'busy' : loaded ? 'loaded' : 'idle'
    this.say('status', status)
    this.say('problem', problem)
  }

  protected say(name: string, text: string) {
    const part = this.found(name)
    if (part !== null) part.textContent = text
  }

  /** Runs one thing that can be stopped; its failure becomes a sentence. */
  protected async perform(words: string, act: (signal: AbortSignal) => Promise<string>) {
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
    const bar = this.found<HTMLProgressElement>('progress')
    await this.perform('Loading …', async (signal) => {
      this.model = await this.open(this.dataset['id'] ?? '', {
        signal,
        onProgress: ({ loadedBytes, totalBytes, file }) => {
          if (bar !== null) Object.assign(bar, { max: totalBytes, value: loadedBytes })
          const sizes = [loadedBytes, totalBytes].map((size) =>
            formatBytes(size, { base: 'si', unit: 'MB' }),
          )
          this.say('status', `${sizes.join(' of ')}: ${file}`)
        },
      })
      return this.model.notice ?? 'Loaded.'
    })
  }
}
