import type { Corpus } from '../../../lib/corpus/corpus.ts'
import type { Injection } from '../../../lib/corpus/injection.ts'
import { byEmbedder } from '../../../lib/embedding/by-embedder.ts'
import { askedQuestion } from '../../../lib/rag-lab/asked-question.ts'
import { ownQuestions } from '../../../lib/rag-lab/own-questions.ts'
import { prepareCorpus } from '../../../lib/rag-lab/prepare-corpus.ts'
import type { RagCorpus } from '../../../lib/rag-lab/rag-corpus.ts'
import { INJECTED, OWN, ragSchema } from '../../../lib/rag-lab/rag-state.ts'
import type { RagState } from '../../../lib/rag-lab/rag-state.ts'
import { searchQueries } from '../../../lib/rag-lab/search-queries.ts'
import { labWords } from '../../../lib/rag-lab/view/lab-words.ts'
import { tooManyPassages } from '../../../lib/rag-lab/view/too-many-passages.ts'
import { unpackSpans } from '../../../lib/chunking-lab/token-index.ts'
import { parseDocument } from '../../../lib/rag-lab/document/parse-document.ts'
import { Embedder } from '../live/embedder.svelte.ts'
import { Texts } from '../texts/texts.svelte.ts'
import { TokenCounts } from '../texts/token-counts.svelte.ts'
import { WidgetState } from '../frame/widget-state.svelte.ts'
import type { RagLabProps } from './lab-props.ts'

const empty: RagCorpus = {
  title: '',
  language: 'en',
  text: '',
  passages: [],
  questions: [],
  injectedQuestion: null,
  sections: [],
  parsed: [],
}

/** The text, its passages and the question: stages 1, 2 and 4. */
export class RagSource {
  readonly lab: WidgetState<RagState>
  readonly texts: Texts
  readonly injections: readonly Injection[]
  readonly counts = new TokenCounts()
  readonly embedders = byEmbedder((id) => new Embedder(id))
  #first: string

  constructor(props: RagLabProps) {
    const { corpus, corpora, injections, preset } = props
    this.lab = new WidgetState({ widget: 'rag-lab', schema: ragSchema, preset })
    this.texts = new Texts(corpus, corpora)
    this.injections = injections
    this.#first = corpus.id
  }

  get state(): RagState {
    return this.lab.current
  }

  update(change: Partial<RagState>): void {
    this.lab.update(change)
  }

  readonly corpusId = $derived.by(() => {
    const { corpus } = this.state
    return corpus === OWN || this.texts.knows(corpus) ? corpus : this.#first
  })
  readonly own = $derived(this.corpusId === OWN)
  readonly #ownText = $derived(this.state.text)
  readonly #ownLanguage = $derived(this.state.language)
  /** The text as it came; null while it is fetched. */
  readonly source: Pick<Corpus, 'title' | 'language' | 'text' | 'questions'> | null = $derived.by(
    () =>
      this.own
        ? {
            title: labWords.source.own,
            language: this.#ownLanguage,
            text: this.#ownText,
            questions: [],
          }
        : (this.texts.find(this.corpusId) ?? null),
  )
  readonly #injectionId = $derived(this.state.injection)
  /** The poisoned passage that stands among the others, or null. */
  readonly injection: Injection | null = $derived.by(
    () =>
      this.injections.find(
        ({ id, corpus }) => id === this.#injectionId && corpus === this.corpusId,
      ) ?? null,
  )

  readonly #cut = $derived.by(() => {
    const { parsing, strategy, size, overlap, unit, headingPrefix } = this.state
    return JSON.stringify({ parsing, strategy, size, overlap, unit, headingPrefix })
  })
  readonly #indexModel = $derived(this.state.indexModel)
  /** Whether the cut needs to know the tokens. */
  readonly #byTokens = $derived(this.state.strategy === 'tokens' || this.state.unit === 'tokens')
  readonly parsedText = $derived.by(() =>
    this.source === null ? '' : parseDocument(this.source, this.state.parsing).text,
  )
  readonly #tokens = $derived.by(() =>
    this.#byTokens ? this.counts.of(this.#indexModel, this.parsedText) : null,
  )
  /** The cut waits for the tokenizer. */
  readonly waitsForTokens = $derived(
    this.#byTokens && this.#tokens === null && this.parsedText.trim() !== '',
  )

  readonly #prepared = $derived.by(() => {
    const { source } = this
    const cut = JSON.parse(this.#cut) as Pick<
      RagState,
      'parsing' | 'strategy' | 'size' | 'overlap' | 'unit' | 'headingPrefix'
    >
    if (source === null || source.text.trim() === '' || this.waitsForTokens)
      return { corpus: empty, problem: '' }
    const length = cut.unit === 'tokens' ? (this.#tokens?.length ?? 0) : source.text.length
    const problem = cut.overlap < cut.size ? tooManyPassages({ ...cut, length }) : ''
    if (problem !== '') return { corpus: empty, problem }
    try {
      const tokenSpans = this.#tokens === null ? undefined : unpackSpans(this.#tokens)
      const request = { corpus: source, state: cut, injection: this.injection, tokenSpans }
      return { corpus: prepareCorpus(request), problem: '' }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return { corpus: empty, problem: error.message }
    }
  })
  readonly #ownQuestions = $derived(this.state.ownQuestions)
  readonly corpus: RagCorpus = $derived.by(() => {
    const { corpus } = this.#prepared
    return this.own
      ? { ...corpus, questions: ownQuestions(this.#ownQuestions, corpus.text) }
      : corpus
  })
  readonly cutProblem = $derived(this.#prepared.problem)

  readonly question = $derived(askedQuestion(this.state, this.corpus))
  readonly queries = $derived(
    this.question === null ? [] : searchQueries(this.state, this.question.text),
  )
  /** The choice that is shown: the id of the question. */
  readonly asked = $derived(
    this.state.question === OWN || this.corpus.questions.length === 0
      ? OWN
      : (this.question?.id ?? OWN),
  )

  /** Takes another text; a question of the old one is forgotten, one's own stays. */
  chooseText(corpus: string): void {
    if (corpus === this.corpusId) return
    const keep = this.state.question === OWN || corpus === OWN
    this.update({
      corpus,
      question: keep ? OWN : '',
      injection: '',
      section: '',
      rewritten: '',
      dragged: null,
    })
  }

  chooseQuestion(question: string): void {
    this.update({ question, rewritten: '', dragged: null })
  }

  setOwnText(text: string): void {
    this.update({ corpus: OWN, text, question: OWN, injection: '', section: '', dragged: null })
  }

  setInjection(injection: string): void {
    const { question } = this.state
    const meets = injection !== '' ? INJECTED : question === INJECTED ? '' : question
    this.update({ injection, question: meets, dragged: null })
  }

  protected followTokens(): void {
    const { source, parsedText } = this
    if (!this.#byTokens || source === null || parsedText.trim() === '') return
    const model = this.#indexModel
    if (!this.own && parsedText === source.text)
      void this.counts.load(model, this.corpusId, parsedText)
    this.counts.follow(model, parsedText, this.embedders[model].status === 'ready')
  }
}
