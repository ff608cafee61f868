// The texts whose vectors are recorded, for the script that records them and the test that checks them.
import { chunkText } from '../../src/lib/chunking/chunk-text.ts'
import {
  cutName,
  recordedChunking,
  recordedCuts,
} from '../../src/lib/embedding/recorded-chunking.ts'
import { prepareCorpus } from '../../src/lib/rag-lab/prepare-corpus.ts'
import { readCorpora, readInjections } from './read-corpora.mjs'

const eachOnce = (texts) => [...new Set(texts)]

const chunksOf = ({ text, language }) =>
  chunkText(text, { ...recordedChunking, language }).map(({ start, end }) => text.slice(start, end))

/**
 * One row for each file below src/data/vectors/<model>/.
 * @returns {{ file: string, corpus: string, query: string[], passage: string[] }[]}
 */
export const recordedTexts = () =>
  readCorpora().flatMap((corpus) => {
    const injections = readInjections().filter((each) => each.corpus === corpus.id)
    const asked = [
      ...corpus.questions.map(({ text }) => text),
      ...injections.map(({ question }) => question),
    ]
    const first = {
      file: `${corpus.id}.json`,
      corpus: corpus.id,
      query: eachOnce(asked),
      passage: eachOnce([...chunksOf(corpus), ...injections.map(({ passage }) => passage)]),
    }
    const cuts = recordedCuts
      .filter(({ corpora }) => corpora === null || corpora.includes(corpus.id))
      .map((cut) => ({
        file: `${corpus.id}/${cutName(cut)}.json`,
        corpus: corpus.id,
        query: [],
        passage: eachOnce(
          prepareCorpus({ corpus, state: cut }).passages.map(({ searched }) => searched),
        ),
      }))
    return [first, ...cuts]
  })
