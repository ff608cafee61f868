import type { Cell } from './evaluate-cells'

/** What the furniture of one page has to remember while the page is rendered. */
export interface PageState {
  readonly cards: string[]
  readonly cited: Set<string>
  readonly terms: Set<string>
  readonly claims: Set<string>
  readonly cells: Cell[]
  /** Titles of the groups of formula cells so far. */
  readonly cellTitles: Set<string>
}

const states = new WeakMap<Request, PageState>()

/** The state of the page that answers this request; fresh for every page of the build. */
export function pageState(request: Request): PageState {
  const known = states.get(request)
  if (known !== undefined) return known
  const fresh: PageState = {
    cards: [],
    cited: new Set(),
    terms: new Set(),
    claims: new Set(),
    cells: [],
    cellTitles: new Set(),
  }
  states.set(request, fresh)
  return fresh
}

/** Remembers a value and says whether it is the first of its kind on the page. */
export function isFirst(seen: Set<string>, value: string): boolean {
  if (seen.has(value)) return false
  seen.add(value)
  return true
}
