import { answerWords } from '../../../lib/sampling-lab/answer-words.ts'
import { askedOf } from '../../../lib/sampling-lab/asked.ts'
import { barRows } from '../../../lib/sampling-lab/bar-rows.ts'
import { barsChart } from '../../../lib/sampling-lab/bars-chart.ts'
import type { Distribution } from '../../../lib/sampling-lab/distribution.ts'
import { handDistribution } from '../../../lib/sampling-lab/hand-distribution.ts'
import { labFacts } from '../../../lib/sampling-lab/lab-facts.ts'
import { labSchema } from '../../../lib/sampling-lab/lab-state.ts'
import type { LabState } from '../../../lib/sampling-lab/lab-state.ts'
import { pickToken } from '../../../lib/sampling-lab/pick-token.ts'
import { readHand } from '../../../lib/sampling-lab/read-hand.ts'
import { words } from '../../../lib/sampling-lab/words.ts'
import { WidgetState } from '../frame/widget-state.svelte.ts'
import type { LabProps } from './lab-props.ts'
import { lastingOutcome } from './lasting-outcome.ts'
import { LiveModel } from './live-model.svelte.ts'
import { RunsList } from './runs-list.svelte.ts'

/** The Sampling lab's state and everything that follows from it. */
export class SamplingLab {
  readonly lab: WidgetState<LabState>
  readonly runs: RunsList
  readonly live: LiveModel
  #firstRun: string
  #shown: Distribution | null = null
  #run = lastingOutcome()

  constructor({ run, prompts, preset }: LabProps) {
    this.lab = new WidgetState({ widget: 'sampling-lab', schema: labSchema, preset })
    this.runs = new RunsList(run, prompts)
    this.live = new LiveModel(run.model)
    this.#firstRun = run.prompt.id
  }

  get state(): LabState {
    return this.lab.current
  }

  update(change: Partial<LabState>): void {
    this.lab.update(change)
  }

  /** Sets the lab to a case; the inputs forget what was typed into them. */
  set(change: Partial<LabState>): void {
    this.update({ written: [], ...change })
    this.lab.epoch = {}
  }

  /** The recorded run that the state names; the page's own where nobody knows that name. */
  readonly runId = $derived.by(() => {
    const { run } = this.state
    return this.runs.prompts.some(({ id }) => id === run) ? run : this.#firstRun
  })
  readonly recorded = $derived.by(() => this.runs.find(this.runId))
  readonly prompt = $derived.by(() => this.runs.prompts.find(({ id }) => id === this.runId))

  /** What the live model is asked; the recorded text where the reader wrote none. */
  readonly asked = $derived(askedOf(this.state, this.prompt))

  readonly #hand = $derived.by(() => {
    const { hand, handAs } = this.state
    return hand === '' ? null : readHand(hand, handAs)
  })
  readonly handNotice = $derived(this.#hand && 'notice' in this.#hand ? this.#hand.notice : '')

  /** A distribution stays until there is a better one. */
  readonly distribution: Distribution = $derived.by(() => {
    const hand = this.#hand
    const wanted =
      hand !== null
        ? 'problem' in hand
          ? null
          : handDistribution(hand)
        : (this.live.answerTo(this.asked) ?? this.#recordedOne())
    this.#shown = wanted ?? this.#shown ?? this.runs.find(this.#firstRun)?.distribution ?? null
    if (this.#shown === null) throw new Error('The page lacks the run of its first result.')
    return this.#shown
  })

  /** The recorded distribution, unless the live model is at work on something else. */
  #recordedOne(): Distribution | null {
    const elsewhere = this.state.prompt !== '' || this.state.written.length > 0
    if (elsewhere && this.live.status === 'ready' && this.#shown?.kind === 'live') return null
    return this.recorded?.distribution ?? null
  }

  readonly #outcome = $derived(this.#run(this.state, this.distribution))
  readonly result = $derived(this.#outcome.result)
  readonly answer = $derived(answerWords(this.distribution, this.result))
  readonly rows = $derived(barRows(this.distribution, this.result, this.state.bars))
  readonly chart = $derived(
    barsChart({ rows: this.rows, axis: this.state.axis, p: this.state.topP }),
  )
  /** Each written token had a number of the seed's series; the next token has the next. */
  readonly place = $derived({ seed: this.state.seed, skip: this.state.written.length })
  readonly pick = $derived(pickToken(this.result, this.place))
  readonly facts = $derived.by(() => {
    const { state, distribution, result, pick } = this
    return labFacts({ state, distribution, result, pick })
  })

  readonly problems = $derived.by(() => [
    ...(this.#outcome.problem === '' ? [] : [words.chain.refused(this.#outcome.problem)]),
    ...(this.#hand !== null && 'problem' in this.#hand ? [this.#hand.problem] : []),
    ...(this.runs.problem === '' ? [] : [this.runs.problem]),
  ])
  /** What stands in the way of an own prompt or a taken token, or ''. */
  readonly waits = $derived.by(() => {
    if (this.live.status === 'ready' || this.state.hand !== '') return ''
    if (this.state.prompt !== '') return words.prompt.waitsForModel
    return this.state.written.length > 0 ? words.live.needs : ''
  })

  /** Another recorded prompt: what was written after the last one goes. */
  chooseRun(run: string): void {
    this.update({ run, prompt: '', hand: '', written: [] })
  }

  /** Whether a token can be appended: on paper none can, nor one that a recording does not hold. */
  canTake(id: number): boolean {
    const { kind, tokens } = this.distribution
    return kind === 'live' || (kind === 'recorded' && tokens.has(id))
  }

  /** Takes one token, drawn or forced, as the next. */
  take(id: number): void {
    // While the model reads, the candidates on the sheet are those of the place before.
    if (this.live.busy || !this.canTake(id)) return
    const written = this.live.status === 'ready' ? [...this.state.written, id] : [id]
    this.update({ written })
  }

  /** Goes back to before a written token; the text that goes is kept as a branch. */
  rewind(length: number): void {
    this.live.keepBranch(this.state.written)
    this.update({ written: this.state.written.slice(0, length) })
  }

  /** Fetches the run that the state needs and asks the live model; call it in an effect. */
  follow(): void {
    if (!this.recorded) void this.runs.load(this.runId)
    if (this.state.hand === '') this.live.follow(this.asked)
    void this.live.name(this.pick.id).catch(() => undefined)
  }

  /** Lets the live model write on. */
  async write(): Promise<void> {
    const { state } = this
    const written = await this.live.write({ state, place: this.place })
    if (written.length > 0) this.update({ written: [...state.written, ...written] })
  }
}
