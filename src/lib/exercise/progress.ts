import type { ExerciseAnswer, Verdict } from './gradable.ts'

/** The part of a browser's Storage that progress needs. */
export interface StorageLike {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

export interface KeptAnswer {
  readonly answer: ExerciseAnswer
  readonly verdict: Verdict
  /** True once it was right, whatever was tried afterwards. */
  readonly done: boolean
}

export interface Progress {
  answer(id: string): KeptAnswer | undefined
  setAnswer(id: string, given: Omit<KeptAnswer, 'done'>): void
  /** A note in the reader's own words: a prediction. */
  note(id: string): string
  setNote(id: string, text: string): void
  /** Forgets the named answers and notes, or everything. */
  clear(ids?: readonly string[]): void
  /** How many of these exercises are done. */
  done(ids: readonly string[]): number
}

export const PROGRESS_KEY = 'llm-workbook.progress'

const VERSION = 1

interface Stored {
  readonly v: typeof VERSION
  readonly answers: Readonly<Record<string, KeptAnswer>>
  readonly notes: Readonly<Record<string, string>>
}

const nothing: Stored = { v: VERSION, answers: {}, notes: {} }

/**
 * Keeps answers and predictions under one versioned key. Corrupt or foreign data are dropped; a
 * storage that is missing, full or forbidden never throws: progress then lasts as long as the page.
 *
 * @example createProgress(localStorage, () => {}).done(['kv-per-token']) //=> 0
 */
export function createProgress(storage: StorageLike | null, onChange: () => void): Progress {
  let state = read(storage)
  const save = (next: Stored) => {
    state = next
    write(storage, next)
    onChange()
  }
  return {
    answer: (id) => own(state.answers, id),
    setAnswer: (id, { answer, verdict }) => {
      const done = verdict === 'right' || own(state.answers, id)?.done === true
      save({ ...state, answers: { ...state.answers, [id]: { answer, verdict, done } } })
    },
    note: (id) => own(state.notes, id) ?? '',
    setNote: (id, text) => {
      // No onChange: the field that the reader types in already shows it.
      state = { ...state, notes: { ...state.notes, [id]: text.slice(0, 1000) } }
      write(storage, state)
    },
    clear: (ids) => {
      if (ids === undefined) return save(nothing)
      save({ ...state, answers: without(state.answers, ids), notes: without(state.notes, ids) })
    },
    done: (ids) => ids.filter((id) => own(state.answers, id)?.done === true).length,
  }
}

function read(storage: StorageLike | null): Stored {
  try {
    const data: unknown = JSON.parse(storage?.getItem(PROGRESS_KEY) ?? 'null')
    if (!isRecord(data) || data['v'] !== VERSION) return nothing
    return {
      v: VERSION,
      answers: keep(data['answers'], isKeptAnswer),
      notes: keep(data['notes'], (note) => typeof note === 'string'),
    }
  } catch {
    return nothing
  }
}

function write(storage: StorageLike | null, state: Stored): void {
  try {
    if (state === nothing) storage?.removeItem(PROGRESS_KEY)
    else storage?.setItem(PROGRESS_KEY, JSON.stringify(state))
  } catch {
    // Full or forbidden: the page goes on without keeping it.
  }
}

function keep<Value>(data: unknown, isGood: (value: unknown) => value is Value) {
  const entries = isRecord(data) ? Object.entries(data) : []
  return Object.fromEntries(
    entries.flatMap(([id, value]): [string, Value][] => (isGood(value) ? [[id, value]] : [])),
  )
}

function isKeptAnswer(value: unknown): value is KeptAnswer {
  if (!isRecord(value)) return false
  const { answer, verdict, done } = value
  return (
    typeof answer === 'object' &&
    answer !== null &&
    (verdict === 'right' || verdict === 'wrong') &&
    typeof done === 'boolean'
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function own<Value>(record: Readonly<Record<string, Value>>, id: string): Value | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined
}

function without<Value>(record: Readonly<Record<string, Value>>, ids: readonly string[]) {
  return Object.fromEntries(Object.entries(record).filter(([id]) => !ids.includes(id)))
}
