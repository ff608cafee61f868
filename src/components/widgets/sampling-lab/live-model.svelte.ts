import type { Asked } from '../../../lib/sampling-lab/asked.ts'
import type { Distribution } from '../../../lib/sampling-lab/distribution.ts'
import type { LabToken } from '../../../lib/sampling-lab/lab-token.ts'
import { liveDistribution, withTokens } from '../../../lib/sampling-lab/live-distribution.ts'
import { LoadedModel } from '../live/loaded-model.svelte.ts'
import { writeTokens } from './write-tokens.ts'
import type { Writing } from './write-tokens.ts'

/** How many of the most probable tokens are named at once. */
const NAMED = 200
const keyOf = (asked: Asked): string => JSON.stringify([asked.text, asked.chat, asked.written])

/** The live model as the lab uses it: it answers one question at a time, and writes. */
export class LiveModel extends LoadedModel {
  busy = $state(false)
  writing = $state(false)
  /** The model came to the end of its text. */
  ended = $state(false)
  /** Tokens that come while it writes. */
  stream: readonly LabToken[] = $state.raw([])
  /** Tokens that were written, by id, so that going back needs no question. */
  seen: Readonly<Record<number, LabToken>> = $state.raw({})
  branches: readonly (readonly number[])[] = $state.raw([])
  #answer: { readonly key: string; readonly distribution: Distribution } | null = $state.raw(null)
  #asked = ''
  #stopAsking = new AbortController()

  /** The model's answer to a question, when it has one. */
  answerTo(asked: Asked): Distribution | null {
    if (this.#answer === null) return null
    return this.status === 'ready' && this.#answer.key === keyOf(asked)
      ? this.#answer.distribution
      : null
  }

  protected override unload(): void {
    this.#stopAsking.abort()
    this.busy = false
    super.unload()
    this.#answer = null
    this.#asked = ''
  }

  /** Answers a question if it is new. */
  follow(asked: Asked): void {
    const key = keyOf(asked)
    if (this.status !== 'ready' || this.writing || key === this.#asked) return
    this.#asked = key
    void this.#answerNow(key, asked)
  }

  async #answerNow(key: string, asked: Asked): Promise<void> {
    this.#stopAsking.abort()
    const { signal } = (this.#stopAsking = new AbortController())
    this.busy = true
    this.ended = false
    try {
      const distribution = await this.#read(asked, signal)
      if (!signal.aborted) {
        this.#answer = { key, distribution }
        this.problem = ''
      }
    } catch (error) {
      if (!signal.aborted) this.fault(error)
    }
    if (!signal.aborted) this.busy = false
  }

  async #read(asked: Asked, signal: AbortSignal): Promise<Distribution> {
    const model = this.opened()
    const promptTokens = await this.#promptTokens(asked)
    const written = await model.tokens(asked.written)
    this.#remember(written)
    const ids = [...promptTokens, ...written].map(({ id }) => id)
    const logits = await model.nextLogits(ids, { signal })
    const found = liveDistribution({ logits, promptTokens, written, title: asked.text })
    const named = await model.tokens([...found.start.ids.subarray(0, NAMED)])
    return withTokens(found, named)
  }

  async #promptTokens({ text, chat }: Asked): Promise<readonly LabToken[]> {
    const model = this.opened()
    return model.tokenize(chat ? await model.chatPrompt([{ role: 'user', content: text }]) : text)
  }

  /** Writes on from the last answer; gives the ids that came. */
  async write({ state, place }: Pick<Writing, 'state' | 'place'>): Promise<readonly number[]> {
    const from = this.#answer?.distribution
    if (from === undefined || this.writing) return []
    return (await this.generate({ from, state, place, onToken: this.#hear })).map(({ id }) => id)
  }

  #hear = (token: LabToken): void => {
    this.stream = [...this.stream, token]
  }

  /** Writes tokens after a distribution with a state's chain; a stop keeps what came. */
  async generate(writing: Writing): Promise<readonly LabToken[]> {
    const model = this.opened()
    this.writing = true
    this.ended = false
    this.stream = []
    const { tokens, ended, fault } = await writeTokens(model, writing, this.stoppable())
    if (fault === null) this.problem = ''
    else this.fault(fault)
    this.#remember(tokens)
    this.ended = ended
    this.writing = false
    this.stream = []
    return tokens
  }

  /** Learns the text of one more token of the answer. */
  async name(id: number): Promise<void> {
    const answer = this.#answer
    if (answer === null || this.model === null || answer.distribution.tokens.has(id)) return
    const named = await this.model.tokens([id])
    if (this.#answer !== answer) return
    this.#answer = { ...answer, distribution: withTokens(answer.distribution, named) }
  }

  keepBranch(written: readonly number[]): void {
    const key = written.join()
    if (written.length === 0 || this.branches.some((branch) => branch.join() === key)) return
    this.branches = [...this.branches.slice(-5), written]
  }

  #remember(tokens: readonly LabToken[]): void {
    const met = Object.fromEntries(tokens.map((token) => [token.id, token]))
    this.seen = { ...this.seen, ...met }
  }
}
