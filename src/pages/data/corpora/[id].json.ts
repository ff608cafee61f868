import { corpora } from '../../../components/data/corpora.ts'
import type { Corpus } from '../../../lib/corpus/corpus.ts'

/** One corpus with its text and questions, fetched when a reader chooses it. */
export const getStaticPaths = () =>
  corpora.map((corpus) => ({ params: { id: corpus.id }, props: { corpus } }))

export const GET = ({ props }: { props: { corpus: Corpus } }) => Response.json(props.corpus)
