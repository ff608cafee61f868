import { readdirSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters'
import { chunkText } from '../../src/lib/chunking/chunk-text.ts'

const RUNS = 60
const LENGTH = 1_000_000
const SETTINGS = [
  [1000, 200],
  [500, 50],
]

/**
 * Cutting 1 MB of text by the recursive rule, against LangChain's splitter for JavaScript, in turns
 * in this process. The least processor time of 60 runs counts: what else the machine does only adds.
 * The course's documents together are the text that must keep to a fifth; each of them alone is
 * shown as well.
 *
 *   node tests/bench/chunking.mjs
 */
export const chunking = async () => {
  const rows = []
  const { all, alone } = corpora()
  for (const [size, overlap] of SETTINGS) {
    const how = `in chunks of ${size}, overlap ${overlap}`
    const [ours, theirs] = await inTurns(all, size, overlap)
    rows.push(
      { name: `1 MB of all documents ${how}`, value: ours, unit: 'ms' },
      { name: `The same by LangChain JS`, value: theirs, unit: 'ms' },
      { name: 'Share of its time', value: ours / theirs, unit: '', most: 0.2 },
    )
    for (const [name, text] of Object.entries(alone)) {
      const [own, other] = await inTurns(text, size, overlap)
      rows.push({ name: `Share of its time, ${name} ${how}`, value: own / other, unit: '' })
    }
  }
  for (const [name, part] of Object.entries({ letters: 'a', Chinese: '检索', smileys: '😀' })) {
    const line = part.repeat(2_000_000 / part.length)
    const value = fastest(5, () => cut(line, 500, 50))
    rows.push({ name: `One line of 2 MB of ${name}`, value, unit: 'ms', most: 1000 })
  }
  return rows
}

const cut = (text, size, overlap) =>
  chunkText(text, { strategy: 'recursive', unit: 'characters', size, overlap })

/** The course's own documents, together and alone, over and over. */
function corpora() {
  const folder = new URL('../../src/data/corpora/', import.meta.url)
  const documents = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [name, readFileSync(new URL(`${name}/document.md`, folder), 'utf8')])
  const alone = documents.map(([name, document]) => [name, repeated(document)])
  const all = repeated(documents.map(([, document]) => document).join('\n\n'))
  return { all, alone: Object.fromEntries(alone) }
}

/** 1,000,000 UTF-16 units; through bytes, so that they lie in one piece as a file's text does. */
const repeated = (once) =>
  Buffer.from(once.repeat(Math.ceil(LENGTH / once.length)).slice(0, LENGTH)).toString()

async function inTurns(text, chunkSize, chunkOverlap) {
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize, chunkOverlap })
  const [ours, theirs] = [[], []]
  for (let run = 0; run < RUNS; run++) {
    const start = process.cpuUsage()
    await splitter.splitText(text)
    theirs.push(milliseconds(process.cpuUsage(start)))
    const next = process.cpuUsage()
    cut(text, chunkSize, chunkOverlap)
    ours.push(milliseconds(process.cpuUsage(next)))
  }
  return [Math.min(...ours), Math.min(...theirs)]
}

const milliseconds = ({ user, system }) => (user + system) / 1000

function fastest(runs, once) {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    once()
    return performance.now() - start
  })
  return Math.min(...times)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.table(await chunking())
