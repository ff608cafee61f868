import { answerInWords } from '../../../lib/memory-calculator/answer-in-words.ts'
import { calculate } from '../../../lib/memory-calculator/calculate.ts'
import type { Calculation } from '../../../lib/memory-calculator/calculation.ts'
import type {
  CalculatorData,
  GpuRow,
  ModelRow,
} from '../../../lib/memory-calculator/calculator-data.ts'
import { calculatorFacts } from '../../../lib/memory-calculator/calculator-facts.ts'
import { cacheRows, memoryCurve } from '../../../lib/memory-calculator/calculator-rows.ts'
import { CALCULATOR_PARTS } from '../../../lib/memory-calculator/calculator-parts.ts'
import type { CalculatorPart } from '../../../lib/memory-calculator/calculator-parts.ts'
import { calculatorSchema } from '../../../lib/memory-calculator/calculator-state.ts'
import type { CalculatorState } from '../../../lib/memory-calculator/calculator-state.ts'
import { engineProblems, tableColumns } from '../../../lib/memory-calculator/engine-choices.ts'
import { OWN_GPU, ownGpu } from '../../../lib/memory-calculator/own-gpu.ts'
import { keptSetups } from '../../../lib/memory-calculator/kept-setups.ts'
import { memoryChart } from '../../../lib/memory-calculator/memory-chart.ts'
import type { OwnModel } from '../../../lib/memory-calculator/own-model.ts'
import { unpackSpec } from '../../../lib/memory-calculator/pack-spec.ts'
import { nothingHelps } from '../../../lib/memory-calculator/more-hardware.ts'
import type { Ailing } from '../../../lib/memory-calculator/remedy.ts'
import { remedies } from '../../../lib/memory-calculator/remedies.ts'
import { differs } from '../../../lib/state/differs.ts'
import type { Preset } from '../../../lib/state/preset-hash.ts'
import { WidgetState } from '../frame/widget-state.svelte.ts'
import { RowsList } from './rows-list.svelte.ts'

export interface CalculatorProps {
  readonly models: readonly ModelRow[]
  readonly gpus: readonly GpuRow[]
  readonly presets: readonly Preset[]
  readonly preset?: Preset | undefined
  /** Another id, where the same state serves another page. */
  readonly widget?: string
}

type ModelInUse = CalculatorData['model']
const unpacked = new WeakMap<ModelRow, ModelInUse>()

/** The Memory calculator's state and everything that follows from it. */
export class Calculator {
  readonly lab: WidgetState<CalculatorState>
  readonly models: RowsList<ModelRow>
  readonly gpus: RowsList<GpuRow>
  /** A model that was pasted or dropped, with the text it stands for. */
  own = $state.raw<OwnModel | null>(null)
  /** A text that is no model, and why. */
  refused = $state.raw<{ readonly text: string; readonly problem: string } | null>(null)
  #data: CalculatorData | null = null
  #last: Calculation | null = null

  constructor(props: CalculatorProps) {
    this.lab = new WidgetState({
      widget: props.widget ?? 'memory-calculator',
      schema: calculatorSchema,
      preset: props.preset,
    })
    this.models = new RowsList('models.json', props.models)
    this.gpus = new RowsList('gpus.json', props.gpus)
  }

  get state(): CalculatorState {
    return this.lab.current
  }

  update(change: Partial<CalculatorState>): void {
    this.lab.update(change)
  }

  /** True while the state names a row that has not been fetched, or a text that is not read yet. */
  readonly waiting = $derived.by(
    () => this.lookUp() === null && this.unknownRows().length === 0 && this.#refusal() === '',
  )

  /** The last data that were complete: a result stays until there is a better one. */
  readonly data: CalculatorData = $derived.by(() => {
    this.#data = this.lookUp() ?? this.#data
    if (this.#data === null) throw new Error('The page lacks the data of its first result.')
    return this.#data
  })

  readonly #result = $derived.by(() => {
    try {
      this.#last = calculate(this.state, this.data)
      return { calculation: this.#last, problem: '' }
    } catch (error) {
      if (!(error instanceof RangeError) || this.#last === null) throw error
      return { calculation: this.#last, problem: error.message }
    }
  })

  readonly calculation = $derived(this.#result.calculation)
  readonly answer = $derived(answerInWords(this.calculation, this.state.units))
  readonly problems = $derived([
    ...(this.#result.problem === '' ? [] : [this.#result.problem]),
    ...engineProblems(this.state, this.calculation.spec),
    ...this.unknownRows(),
    ...(this.#refusal() === '' ? [] : [this.#refusal()]),
  ])
  readonly columns = $derived(tableColumns(this.state))
  readonly table = $derived(
    cacheRows(this.calculation, {
      rows: this.state.rows,
      columns: this.columns,
      base: this.state.units,
    }),
  )
  readonly chart = $derived(
    memoryChart({
      points: memoryCurve(this.calculation),
      tokens: this.calculation.setup.tokens,
      base: this.state.units,
    }),
  )
  readonly remedies = $derived.by(() => remedies(this.#ailing()))
  /** Said where no remedy is offered, once the whole list of cards has been looked through. */
  readonly helpless = $derived.by(() => {
    const { status } = this.gpus
    const looked = status === 'whole' || status === 'failed'
    const helped = this.calculation.memory.spare >= 0 || this.remedies.length > 0
    return helped || !looked ? '' : nothingHelps(this.#ailing())
  })
  readonly facts = $derived(calculatorFacts(this.state, this.data, this.calculation))

  readonly hasShape = $derived(
    [this.state.layers, this.state.heads, this.state.kvHeads, this.state.headDim].some(
      (value) => value !== null,
    ),
  )

  /** True when a folded part should be open: a link says so, or something in it is set. */
  opens(part: CalculatorPart): boolean {
    const keys = CALCULATOR_PARTS[part]
    return (
      this.lab.opened.includes(part) ||
      differs<CalculatorState, (typeof keys)[number]>({
        schema: calculatorSchema,
        state: this.state,
        keys,
      })
    )
  }

  /** Another model of the list: what was set for the last one's own file and shape goes. */
  chooseModel(model: string): void {
    const shape = { layers: null, heads: null, kvHeads: null, headDim: null }
    this.update({ model, config: '', fileBytes: null, ...shape })
  }

  /** Takes over what was read from a text or a file. */
  adopt(read: { own: OwnModel | null; change: Partial<CalculatorState> }): void {
    if (read.own) this.own = read.own
    const shape = { layers: null, heads: null, kvHeads: null, headDim: null }
    this.update({ ...shape, ...read.change })
  }

  /** Shows another setup, the comparison kept. */
  open(state: CalculatorState): void {
    const { kept, rows, columns, view, units } = this.state
    this.update({ ...state, kept, rows, columns, view, units })
    this.lab.epoch = {}
  }

  /** Reads the model that a link or "My setup" carries as a text; call it in an effect. */
  async readOwn(): Promise<void> {
    const { config } = this.state
    if (config === '' || this.own?.text === config || this.refused?.text === config) return
    const { readOwnModel } = await import('../../../lib/memory-calculator/own-model.ts')
    const found = readOwnModel(config)
    if ('problem' in found) this.refused = { text: config, problem: found.problem }
    else this.own = { text: config, model: found.model }
  }

  /** Fetches the lists that the state needs; call it in an effect. */
  fetchWhatIsMissing(): void {
    if (this.answer.verdict === 'no' && this.gpus.status === 'part') void this.gpus.load()
    for (const { config, model, second, gpu } of [this.state, ...this.#kept()]) {
      const missing = (config === '' && !this.models.find(model)) || !this.#hasSecond(second)
      if (missing && this.models.status === 'part') void this.models.load()
      if (gpu !== OWN_GPU && !this.gpus.find(gpu) && this.gpus.status === 'part')
        void this.gpus.load()
    }
  }

  #ailing(): Ailing {
    const { state, data, calculation } = this
    return { state, data, calculation, gpus: this.gpus.rows }
  }

  #kept(): readonly CalculatorState[] {
    return this.state.kept === '' ? [] : keptSetups(this.state)
  }

  unknownRows(): readonly string[] {
    const { model, gpu, second, memory } = this.state
    const stays = 'the last result stays.'
    const named = [
      { list: this.models, id: model, what: 'model' },
      { list: this.models, id: second, what: 'model' },
      { list: this.gpus, id: gpu, what: 'GPU' },
    ]
    const nameless =
      gpu === OWN_GPU && memory === null
        ? [`Nothing is known of your card but what you type: give its free memory; ${stays}`]
        : []
    const missing = named
      .filter(
        ({ list, id }) => id !== '' && id !== OWN_GPU && list.status === 'whole' && !list.find(id),
      )
      .map(({ id, what }) => `There is no ${what} "${id}" in the list; ${stays}`)
    return [...nameless, ...missing]
  }

  #hasSecond(id: string): boolean {
    return id === '' || this.models.find(id) !== undefined
  }

  #refusal(): string {
    const { config } = this.state
    return config !== '' && this.refused?.text === config ? this.refused.problem : ''
  }

  /** The rows that a state names; null while one is missing. */
  lookUp(state: CalculatorState = this.state): CalculatorData | null {
    const { config, model: id, gpu: gpuId, second: secondId } = state
    const model = config === '' ? modelInUse(this.models.find(id)) : this.#ownModel(config)
    const gpu = gpuId === OWN_GPU ? this.#ownGpu(state) : this.gpus.find(gpuId)
    const second = secondId === '' ? null : modelInUse(this.models.find(secondId))
    if (!model || !gpu || second === undefined) return null
    return { model, gpu, second }
  }

  /** A card that no list has; the units of its name are those of the sheet. */
  #ownGpu({ memory }: CalculatorState): GpuRow | undefined {
    return memory === null ? undefined : ownGpu(memory, this.state.units)
  }

  #ownModel(text: string): ModelInUse | undefined {
    return this.own?.text === text ? this.own.model : undefined
  }
}

function modelInUse(row: ModelRow | undefined): ModelInUse | undefined {
  if (row === undefined) return undefined
  const known = unpacked.get(row)
  if (known) return known
  const { id, name, repository, nativeContext } = row
  const made = { id, name, repository, nativeContext, spec: unpackSpec(row.spec) }
  unpacked.set(row, made)
  return made
}
