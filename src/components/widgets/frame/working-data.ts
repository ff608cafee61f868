import type { ShownFormula } from './formula-page.ts'

export interface ShownSource {
  readonly title: string
  readonly url: string
}

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/')
const waiting = new Map<string, Promise<unknown>>()

/** Formulas as mathematics, by id; fetched when the first working is opened. */
export const formulas = () => fetched<Record<string, ShownFormula>>('formulas.json')

/** Titles and addresses of sources, by key. */
export const sources = () => fetched<Record<string, ShownSource>>('sources.json')

function fetched<Data>(name: string): Promise<Data> {
  const known = waiting.get(name)
  if (known) return known as Promise<Data>
  const answer = fetch(`${base}data/${name}`).then((response) => {
    if (!response.ok) throw new Error(`${response.status}`)
    return response.json()
  })
  waiting.set(name, answer)
  answer.catch(() => waiting.delete(name))
  return answer
}
