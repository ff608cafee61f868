import { countOf } from '../format/count-of.ts'
import { formatCount } from '../format/format-count.ts'
import { formatNumber } from '../format/format-number.ts'

const oneDigit = (value: number): string => formatNumber(value, { digits: 1 })

/** Texts of the page on production: the plan of an index, and the last run against a database. */
export const words = {
  plan: {
    name: 'Size of an index',
    legend: 'What the index holds',
    gib: 'GiB',
    formatGroup: 'Bytes of one number',
    formats: {
      float32: 'float32, 4 bytes',
      float16: 'float16, 2 bytes',
      int8: 'int8, 1 byte',
      bit: 'bit, 1/8 byte',
    },
  },
  run: {
    began: (on: {
      readonly date: string
      readonly postgresql: string
      readonly pgvector: string
      readonly chunks: number
    }) =>
      `Last run on ${on.date}: PostgreSQL ${on.postgresql}, pgvector ${on.pgvector}. The four texts of this course, ${countOf(on.chunks, 'chunk')}, were stored with the vectors that the lab shows.`,
    same: (same: {
      readonly denseSame: number
      readonly hybridSame: number
      readonly questions: number
    }) =>
      `For ${same.denseSame} of ${same.questions} questions the exact query gave the same ten chunks in the same order as this site’s own search; for ${same.hybridSame} of ${same.questions} the fused scores were those of the site’s fusion of the database’s two lists.`,
    random: (rows: number, dimensions: number) =>
      `Sizes and recall need more rows than that: ${formatCount(rows)} random vectors of ${dimensions} numbers around 200 centres. Such clusters are not texts, and a graph is built with some chance, so take the shape, not the figures: another run differs a little.`,
    sizes: {
      caption: 'Size of the index by the format of a number',
      format: 'Index over',
      disk: 'On disk',
      vector: 'A vector',
      bytes: (bytes: number) => `${formatCount(bytes)} bytes`,
    },
    recall: {
      caption: 'Recall of the approximate index',
      at10: 'Recall@10,',
      bitsFirst: 'Recall@10, so many by',
      then: ', then',
    },
    /** Before and after the name of the setting. */
    filter: (wanted: number) => `A filter that one row in a hundred meets, ${wanted} rows wanted,`,
    filtered: (found: {
      readonly efSearch: number
      readonly plain: number
      readonly iterative: number
    }) =>
      `${found.efSearch}: the plain graph search found ${oneDigit(found.plain)} on average, with iterative scans ${oneDigit(found.iterative)}.`,
  },
} as const
