/** How a file is read. */
export interface Reading {
  readonly signal: AbortSignal
  /** Called as pages are read. */
  readonly onPage: (done: number, all: number) => void
}

/** What a format's reader gives back. */
export interface ReadText {
  readonly text: string
  readonly notes: readonly string[]
}
