/** A list that begins with the rows the page was built with; the rest is fetched when asked for. */
export class RowsList<Row extends { readonly id: string }> {
  rows: readonly Row[] = $state.raw([])
  status: 'part' | 'loading' | 'whole' | 'failed' = $state('part')
  #path: string

  constructor(path: string, rows: readonly Row[]) {
    this.#path = path
    this.rows = rows
  }

  find(id: string): Row | undefined {
    return this.rows.find((row) => row.id === id)
  }

  /** Fetches the whole list once; after a failure, tries again. */
  load = async (): Promise<void> => {
    if (this.status === 'loading' || this.status === 'whole') return
    this.status = 'loading'
    try {
      const answer = await fetch(
        `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}data/${this.#path}`,
      )
      if (!answer.ok) throw new Error(`${answer.status}`)
      this.rows = await answer.json()
      this.status = 'whole'
    } catch {
      this.status = 'failed'
    }
  }
}
