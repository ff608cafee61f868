import type { SamplerEngine } from '../sampling/sampler-preset.ts'
import { choiceField, flagField } from '../state/choice-field.ts'
import type { Schema } from '../state/field.ts'
import { listField } from '../state/list-field.ts'
import { numberField } from '../state/number-field.ts'
import { idField, textField } from '../state/text-field.ts'
import type { LabStep } from './lab-step.ts'
import { stepsField } from './steps-field.ts'

/** Whose rules for ties and thresholds hold: those of the definitions, or an engine's. */
export type LabEngine = 'exact' | SamplerEngine

export const LAB_ENGINES = [
  'exact',
  'huggingface',
  'llama.cpp',
  'vllm',
  'ollama',
  'ollama-llama.cpp',
] as const satisfies readonly LabEngine[]

/** What stands below the numbers. */
export const LAB_VIEWS = ['path', 'engines', 'draws', 'texts', 'edges', 'claim'] as const
export type LabView = (typeof LAB_VIEWS)[number]

/** Everything that a learner sets in the Sampling lab; the keys stand in its links. */
export interface LabState {
  /** Id of a recorded prompt. */
  readonly run: string
  /** The reader's own prompt, for the live model; empty: the recorded one. */
  readonly prompt: string
  /** The own prompt is a message to the assistant, put into the model's chat template. */
  readonly chat: boolean
  /** Numbers typed in for a case on paper, in place of a model; empty for none. */
  readonly hand: string
  readonly handAs: 'logits' | 'probabilities'
  /** Ids of the tokens that were taken or written after the prompt. */
  readonly written: readonly number[]
  readonly engine: LabEngine
  /** Order of the steps, those that are switched off included. */
  readonly chain: readonly LabStep[]
  readonly on: readonly LabStep[]
  readonly temperature: number
  readonly topK: number
  readonly topP: number
  readonly minP: number
  readonly typicalP: number
  /** Of the epsilon cutoff. */
  readonly epsilon: number
  /** The epsilon of the eta cutoff. */
  readonly eta: number
  readonly topNSigma: number
  readonly repeat: number
  readonly frequency: number
  readonly presence: number
  readonly lastN: number
  /** The engine beside; empty for none. */
  readonly other: LabEngine
  /** The engine beside runs the same settings, or its own defaults. */
  readonly otherAs: 'same' | 'defaults'
  readonly seed: number
  readonly draws: number
  /** Most tokens that are written at once. */
  readonly maxTokens: number
  /** Temperatures of the three texts side by side. */
  readonly trio: readonly number[]
  /** How many tokens the picture shows. */
  readonly bars: number
  readonly axis: 'linear' | 'log'
  readonly view: LabView
}

/** Longest prompt that is taken, in characters; the model's window is checked by the model. */
export const LONGEST_PROMPT = 40_000

const share = (label: string, initial: number) => numberField({ label, initial, min: 0, max: 1 })
/** A step with 0 or 1 would be no step; the lab's switch does that. */
const cutoff = (label: string, initial: number) =>
  numberField({ label, initial, min: 1e-9, max: 0.999 })
const whole = (label: string, initial: number, min: number, max: number) =>
  numberField({ label, initial, min, max, whole: true })
const engine = (label: string, initial: LabEngine) =>
  choiceField<LabEngine>({ label, initial, choices: LAB_ENGINES })

export const labSchema: Schema<LabState> = {
  run: idField({ label: 'Prompt', initial: 'australia' }),
  prompt: textField({ label: 'The prompt', initial: '', longest: LONGEST_PROMPT }),
  chat: flagField({ label: 'As a message to the assistant', initial: false }),
  hand: textField({ label: 'The list of numbers', initial: '', longest: 4000 }),
  handAs: choiceField({
    label: 'The numbers are',
    initial: 'probabilities',
    choices: ['logits', 'probabilities'],
  }),
  written: listField({
    label: 'Written tokens',
    initial: [],
    item: whole('A token id', 0, 0, 10_000_000),
    longest: 512,
  }),
  engine: engine('Rules', 'exact'),
  chain: stepsField('Chain', [
    'penalties',
    'temperature',
    'top_k',
    'top_p',
    'min_p',
    'typical_p',
    'top_n_sigma',
    'epsilon_cutoff',
    'eta_cutoff',
  ]),
  on: stepsField('Steps switched on', ['temperature', 'top_p']),
  temperature: numberField({ label: 'Temperature', initial: 1, min: 0, max: 100 }),
  topK: whole('Top-k', 40, -1, 1_000_000),
  topP: share('Top-p', 0.9),
  minP: share('Min-p', 0.05),
  typicalP: share('Typical', 0.95),
  epsilon: cutoff('Epsilon cutoff', 0.0009),
  eta: cutoff('Eta cutoff', 0.002),
  topNSigma: numberField({ label: 'Top-n-sigma', initial: 1, min: -1, max: 100 }),
  repeat: numberField({ label: 'Repeat penalty', initial: 1.1, min: 0.01, max: 10 }),
  frequency: numberField({ label: 'Frequency penalty', initial: 0, min: -10, max: 10 }),
  presence: numberField({ label: 'Presence penalty', initial: 0, min: -10, max: 10 }),
  lastN: whole('Look-back', 64, 0, 100_000),
  other: engine('The engine beside', 'llama.cpp'),
  otherAs: choiceField({
    label: 'The engine beside runs',
    initial: 'same',
    choices: ['same', 'defaults'],
  }),
  seed: whole('Seed', 42, 0, 2_147_483_647),
  draws: whole('Draws', 1000, 1, 100_000),
  maxTokens: whole('Tokens to write', 30, 1, 200),
  trio: listField({
    label: 'Three temperatures',
    initial: [0.2, 0.8, 1.5],
    item: numberField({ label: 'Temperature', initial: 1, min: 0, max: 100 }),
    longest: 3,
  }),
  bars: whole('Tokens shown', 12, 3, 60),
  axis: choiceField({ label: 'Scale', initial: 'linear', choices: ['linear', 'log'] }),
  view: choiceField<LabView>({ label: 'View', initial: 'path', choices: LAB_VIEWS }),
}
