import type { Table } from '../../../lib/export/table.ts'
import { metricsTable, questionsTable, ranksTable } from '../../../lib/rag-lab/rag-tables.ts'
import { labWords } from '../../../lib/rag-lab/view/lab-words.ts'
import type { RagLab } from './rag-lab.svelte.ts'

/** The table that stands on the sheet now, for taking along. */
export function exportedTable(rag: RagLab): Table {
  const { evaluated, trace, corpus } = rag
  if (evaluated !== null)
    return rag.takesMeans
      ? metricsTable(evaluated, labWords.all.metrics)
      : questionsTable(evaluated, labWords.all.questions)
  if (trace === null) return { caption: labWords.picture.nothing, columns: [], rows: [] }
  return ranksTable(trace, corpus, trace.question.text)
}
