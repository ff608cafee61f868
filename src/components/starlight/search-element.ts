interface Found {
  readonly url: string
  readonly excerpt: string
  readonly meta: { readonly title?: string }
  readonly sub_results?: readonly {
    readonly title: string
    readonly url: string
    readonly excerpt: string
  }[]
}

interface Index {
  readonly debouncedSearch: (
    text: string,
  ) => Promise<{ readonly results: readonly { readonly data: () => Promise<Found> }[] } | null>
}

const MOST_PAGES = 8

/** Opens the dialog, fetches the index on first use, and lists what the words are found in. */
class SearchElement extends HTMLElement {
  private index: Promise<Index> | undefined

  connectedCallback() {
    this.piece('button').addEventListener('click', () => this.open())
    this.piece('input').addEventListener('input', () => void this.search())
    document.addEventListener('keydown', (event) => {
      const wanted = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k'
      if (!wanted) return
      event.preventDefault()
      this.open()
    })
  }

  private piece<Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name] {
    const element = this.querySelector(name)
    if (element === null) throw new Error(`The search has no <${name}>.`)
    return element
  }

  private open() {
    const dialog = this.piece('dialog')
    if (!dialog.open) dialog.showModal()
    this.piece('input').focus()
    void this.load().catch(() =>
      this.say('The index could not be loaded. Reload the page and try again.'),
    )
  }

  private load(): Promise<Index> {
    this.index ??= import(/* @vite-ignore */ this.dataset['index'] ?? '') as Promise<Index>
    this.index.catch(() => {
      this.index = undefined
    })
    return this.index
  }

  private async search() {
    const text = this.piece('input').value.trim()
    if (text === '') {
      this.piece('ol').replaceChildren()
      this.say('')
      return
    }
    try {
      const answer = await (await this.load()).debouncedSearch(text)
      if (answer === null) return
      const pages = await Promise.all(answer.results.slice(0, MOST_PAGES).map(({ data }) => data()))
      this.piece('ol').replaceChildren(...pages.flatMap(entriesOf))
      this.say(pages.length === 0 ? `Nothing found for “${text}”.` : '')
    } catch {
      this.say('The search failed. Reload the page and try again.')
    }
  }

  private say(text: string) {
    this.piece('p').textContent = text
  }
}

function entriesOf({ url, excerpt, meta, sub_results }: Found): HTMLLIElement[] {
  const page = meta.title ?? url
  const parts = sub_results?.slice(0, 3) ?? [{ title: page, url, excerpt }]
  return parts.map((part) => entry(part, part.title === page ? '' : page))
}

function entry(
  part: { readonly title: string; readonly url: string; readonly excerpt: string },
  place: string,
): HTMLLIElement {
  const link = Object.assign(document.createElement('a'), {
    href: part.url,
    textContent: part.title,
  })
  const where = Object.assign(document.createElement('span'), {
    className: 'place',
    textContent: place,
  })
  // The index escapes the text of the pages and adds <mark> around what was found.
  const excerpt = Object.assign(document.createElement('div'), { className: 'excerpt' })
  excerpt.innerHTML = part.excerpt
  const item = document.createElement('li')
  item.append(link, where, excerpt)
  return item
}

customElements.define('wb-search', SearchElement)
