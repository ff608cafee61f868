import { corpusTokens, type CorpusTokens } from '../../../../components/data/corpus-tokens.ts'

/** Where the tokens of a corpus lie for an embedder, fetched when a reader chooses the two. */
export const getStaticPaths = () =>
  corpusTokens.map((row) => ({
    params: { embedder: row.embedder, corpus: row.corpus },
    props: { row },
  }))

export const GET = ({ props }: { props: { row: CorpusTokens } }) => Response.json(props.row)
