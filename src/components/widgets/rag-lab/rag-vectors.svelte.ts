import type { TokenRows, VectorTable } from '../../../lib/rag-lab/pipeline-input.ts'
import { vectorTable } from '../../../lib/rag-lab/view/vector-table.ts'
import { mapOf } from '../../../lib/rag-lab/view/with-entries.ts'
import type { EmbeddingRole } from '../../../worker/client.ts'
import { fitsLateScores } from '../../data/late-scores.ts'
import { RecordedLateScores } from '../../data/recorded-late-scores.svelte.ts'
import { RecordedLookups } from '../../data/recorded-lookups.svelte.ts'
import { EmbeddedTexts } from './embedded-texts.svelte.ts'
import type { Wanted } from './embedded-texts.svelte.ts'
import type { RagLabProps } from './lab-props.ts'
import { RagSource } from './rag-source.svelte.ts'

type Role = 'query' | 'passage'
const whole = <Item>(items: readonly (Item | null)[]): readonly Item[] | null => {
  const there = items.filter((item) => item !== null)
  return there.length === items.length ? there : null
}

/** The vectors of passages, questions and tokens, recorded or made here: stage 3. */
export class RagVectors extends RagSource {
  readonly recorded: RecordedLookups
  readonly recordedLate: RecordedLateScores
  readonly vectors = new EmbeddedTexts('text')
  readonly tokenRows = new EmbeddedTexts('tokens')

  constructor(props: RagLabProps) {
    super(props)
    this.recorded = new RecordedLookups(props.recorded)
    this.recordedLate = new RecordedLateScores(props.late)
  }

  readonly usesVectors = $derived(this.state.method !== 'bm25' || this.state.mmrLambda !== null)
  readonly late = $derived(this.state.reranker === 'late-interaction')
  readonly all = $derived(this.state.view === 'all-questions')
  readonly indexEmbedder = $derived(this.embedders[this.state.indexModel])
  readonly queryEmbedder = $derived(this.embedders[this.state.queryModel])

  roleOf(role: Role): EmbeddingRole {
    return this.state.prefixes ? role : 'bare'
  }
  vector(model: string, role: Role, text: string): Float32Array | null {
    return (
      this.vectors.find(model, this.roleOf(role), text) ??
      this.recorded.find(model, this.corpusId, this.roleOf(role), role, text)
    )
  }

  readonly chunkVectors: VectorTable | undefined = $derived.by(() => {
    if (!this.usesVectors) return undefined
    const { indexModel } = this.state
    const found = whole(
      this.corpus.passages.map(({ searched }) => this.vector(indexModel, 'passage', searched)),
    )
    return found === null ? undefined : vectorTable(found)
  })
  /** Whether the passages' vectors were recorded. */
  readonly vectorsRecorded = $derived(
    this.corpus.passages.every(
      ({ searched }) =>
        this.vectors.find(this.state.indexModel, this.roleOf('passage'), searched) === null,
    ),
  )
  readonly queryVectors = $derived(
    this.usesVectors
      ? this.queries.map(({ text, role }) => this.vector(this.state.queryModel, role, text))
      : undefined,
  )

  rowsOf(question: string): TokenRows | undefined {
    const { queryModel: model } = this.state
    const { dimensions } = this.queryEmbedder.facts
    const query = this.tokenRows.find(model, this.roleOf('query'), question)
    return query === null ? undefined : { dimensions, query, passages: this.#passageRows }
  }
  readonly #passageRows: ReadonlyMap<number, Float32Array> = $derived.by(() => {
    if (!this.late) return mapOf<number, Float32Array>()
    const role = this.roleOf('passage')
    return mapOf(
      this.corpus.passages.flatMap(({ index, searched }): [number, Float32Array][] => {
        const rows = this.tokenRows.find(this.state.queryModel, role, searched)
        return rows === null ? [] : [[index, rows]]
      }),
    )
  })
  /** The texts whose tokens have no vectors yet. */
  lackingRows(questions: readonly string[], passages: readonly string[]): readonly Wanted[] {
    const embedder = this.queryEmbedder
    return (['query', 'passage'] as const)
      .map((name) => {
        const role = this.roleOf(name)
        const texts = name === 'query' ? questions : passages
        const lacks = (text: string) => this.tokenRows.find(embedder.id, role, text) === null
        return { embedder, role, texts: texts.filter(lacks) }
      })
      .filter(({ texts }) => texts.length > 0)
  }
  /** Whether late interaction may have been recorded: the questions and prefixes of the course. */
  readonly #mayBeLate = $derived(
    this.late &&
      !this.own &&
      (this.state.prefixes || this.queryEmbedder.facts.prefixes.query === ''),
  )
  /** The recorded scores of late interaction, where they are of these passages. */
  readonly #lateScores = $derived.by(() => {
    if (!this.#mayBeLate) return null
    const found = this.recordedLate.find(this.state.queryModel, this.corpusId)
    return found !== null && fitsLateScores(found, this.corpus) ? found.scores : null
  })
  lateScoresOf(question: string): ReadonlyMap<number, number> | undefined {
    const scores = this.#lateScores?.[question]
    return scores === undefined ? undefined : mapOf([...scores.entries()])
  }

  /** The texts that a search needs and that have no vector yet. */
  readonly wantedTexts: readonly Wanted[] = $derived.by(() => {
    if (!this.usesVectors) return []
    const { indexModel, queryModel } = this.state
    const lacking = (model: string, role: Role, texts: readonly string[]): readonly string[] =>
      texts.filter((text) => this.vector(model, role, text) === null)
    const wanted = (
      embedder: Wanted['embedder'],
      role: Role,
      texts: readonly string[],
    ): Wanted => ({
      embedder,
      role: this.roleOf(role),
      texts: lacking(embedder.id, role, texts),
    })
    const byRole = (role: Role) =>
      this.queries.filter((query) => query.role === role).map(({ text }) => text)
    const questions = this.all ? this.corpus.questions.map(({ text }) => text) : []
    return [
      wanted(
        this.embedders[indexModel],
        'passage',
        this.corpus.passages.map(({ searched }) => searched),
      ),
      wanted(this.embedders[queryModel], 'query', [...byRole('query'), ...questions]),
      wanted(this.embedders[queryModel], 'passage', byRole('passage')),
    ].filter(({ texts }) => texts.length > 0)
  })
  /** The recorded scores of late interaction may still come. */
  readonly lateComing: boolean = $derived.by(
    () => this.#mayBeLate && !this.recordedLate.isHere(this.state.queryModel, this.corpusId),
  )
  /** The recorded vectors may still hold what is lacking. */
  readonly recordedComing: boolean = $derived.by(
    () =>
      !this.own &&
      this.wantedTexts.some(
        ({ embedder }) => !this.recorded.isHere(embedder.id, this.corpusId, this.state),
      ),
  )
}
