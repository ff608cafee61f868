// Fits what a vocabulary takes in the header of a GGUF file to the sizes of published files and
// writes src/lib/weights/gguf-metadata-constants.ts. Run it after the table of files, a model's
// configuration or a recipe of tensor types changes:
//   npx node scripts/fit/fit-gguf-metadata.mjs [--check]
// --check writes nothing and fails when the file would change.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { quantile } from '../../src/lib/speed/quantile.ts'
import { fitGgufMetadata } from '../../src/lib/weights/fit-gguf-metadata.ts'
import { ggufFileSample } from '../../src/lib/weights/gguf-file-sample.ts'
import { leaveOneFileOut } from '../../src/lib/weights/leave-one-file-out.ts'

const target = new URL('../../src/lib/weights/gguf-metadata-constants.ts', import.meta.url)
const data = new URL('../../src/data/', import.meta.url)

const readJson = (path) => JSON.parse(readFileSync(new URL(path, data), 'utf8'))

const { rows } = readJson('truth/gguf-files.json')
const samples = rows.map((row) => {
  const config = row.config ?? readJson(`models/${row.model}.json`).config
  return ggufFileSample({ ...row, config })
})
const { vocabularies, usual } = fitGgufMetadata(samples)
const leftOut = leaveOneFileOut(samples)

printFit()
const before = existsSync(target) ? readFileSync(target, 'utf8') : ''
const today = new Date().toISOString().slice(0, 10)
const firstDate = /date: '([\d-]+)'/.exec(before)?.[1] ?? today
if (moduleText(firstDate) === before) {
  console.log('the constants are up to date')
} else if (process.argv.includes('--check')) {
  console.error(
    'gguf-metadata-constants.ts is not what the fit gives; run this script without --check',
  )
  process.exit(1)
} else {
  writeFileSync(target, moduleText(today))
  console.log('wrote src/lib/weights/gguf-metadata-constants.ts')
}

function printFit() {
  for (const [name, { bytesPerToken, files }] of vocabularies) {
    const errors = leftOut.filter(({ sample }) => sample.vocabulary === name)
    const value = `${bytesPerToken.toFixed(1)} bytes a token on ${files} file${files === 1 ? '' : 's'}`
    console.log(`${name}: ${value}; left out: ${summary(errors)}`)
  }
  console.log(`usual: ${usual.bytesPerToken} on ${usual.vocabularies} byte-pair vocabularies`)
  const alone = leftOut.filter(({ others }) => others === 0)
  console.log(
    `files with others of their vocabulary: ${summary(leftOut.filter(({ others }) => others > 0))}`,
  )
  console.log(`files alone with theirs (usual bytes): ${summary(alone)}`)
}

function summary(errors) {
  const at = (field, share) => {
    const sizes = errors.map((error) => Math.abs(error[field]))
    return `${(100 * quantile(sizes, share)).toPrecision(2)} %`
  }
  const of = (field) => `median ${at(field, 0.5)}, worst ${at(field, 1)}`
  return `header ${of('headerError')}; file ${of('fileError')}; ${errors.length} files`
}

function moduleText(date) {
  const constants = [...vocabularies].map(([name, { bytesPerToken, files, models }]) => {
    const key = /^[a-z]\w*$/.test(name) ? name : `'${name}'`
    return `    ${key}: { bytesPerToken: ${bytesPerToken}, files: ${files}, models: ${models} },`
  })
  const errors = leftOut.map(({ sample, others, headerError, fileError }) =>
    [
      '    {',
      `      id: '${sample.id}',`,
      `      others: ${others},`,
      `      headerError: ${Number(headerError.toFixed(4))},`,
      `      fileError: ${Number(fileError.toPrecision(2))},`,
      '    },',
    ].join('\n'),
  )
  const withOne = (field) =>
    [...vocabularies].filter(([, value]) => value[field] === 1).map(([name]) => name)
  return `// Made by scripts/fit/fit-gguf-metadata.mjs; do not edit.

/**
 * Bytes that one token takes in the header of a GGUF file, fitted on ${samples.length} published files of
 * src/data/truth/gguf-files.json, with the rows used and how well files are met that are left out.
 */
export const fittedGgufMetadata = {
  date: '${date}',
  /**
   * Median of header bytes / tokens over a vocabulary's files. A constant of one file is that file's
   * own and no other checks it: ${withOne('files').join(', ')}. All files of one model
   * have nearly the same header: ${withOne('models').join(', ')}.
   */
  vocabularies: {
${constants.join('\n')}
  },
  /** For vocabularies that the list lacks: median over the byte-pair vocabularies. */
  usual: { bytesPerToken: ${usual.bytesPerToken}, vocabularies: ${usual.vocabularies} },
  /**
   * Rows used; computed / published header - 1, and that difference as a share of the file, when
   * the row is left out. others: files left of its vocabulary; with 0 the usual bytes stand in.
   */
  leaveOneOut: [
${errors.join('\n')}
  ],
} as const
`
}
