// Fits the constants of the decode-speed model to the flagged rows of the truth table and writes
// src/lib/speed/fitted-constants.ts. Run it after the table or the model of bytes read changes:
//   node scripts/fit/fit-decode-speed.mjs [--check]
// --check writes nothing and fails when the file would change.
import { readFileSync, writeFileSync } from 'node:fs'
import { fitDecodeConstants } from '../../src/lib/speed/fit-decode-constants.ts'
import { leaveOneGpuOut } from '../../src/lib/speed/leave-one-gpu-out.ts'
import { quantile } from '../../src/lib/speed/quantile.ts'
import { decodeSampleOf } from '../../src/lib/truth/decode-run.ts'

const target = new URL('../../src/lib/speed/fitted-constants.ts', import.meta.url)
const table = new URL('../../src/data/truth/memory-truth.json', import.meta.url)

const { rows } = JSON.parse(readFileSync(table, 'utf8'))
const samples = rows
  .filter((row) => row.used_for_calibration)
  .flatMap((row) => decodeSampleOf(row) ?? [])
const classes = fitDecodeConstants(samples)
const leftOut = leaveOneGpuOut(samples)

printFit()
const before = readFileSync(target, 'utf8')
const today = new Date().toISOString().slice(0, 10)
const firstDate = /date: '([\d-]+)'/.exec(before)?.[1] ?? today
if (moduleText(firstDate) === before) {
  console.log('the constants are up to date')
} else if (process.argv.includes('--check')) {
  console.error('fitted-constants.ts is not what the fit gives; run this script without --check')
  process.exit(1)
} else {
  writeFileSync(target, moduleText(today))
  console.log('wrote src/lib/speed/fitted-constants.ts')
}

function printFit() {
  for (const [name, { efficiency, layerTime }] of Object.entries(classes)) {
    const constants = `efficiency ${efficiency.toFixed(3)}, ${(layerTime * 1e6).toFixed(0)} us a layer`
    console.log(`${name}: ${constants}; left out: ${summary(ofClass(name))}`)
  }
  console.log(`all, one GPU left out: ${summary(leftOut)}`)
}

function ofClass(name) {
  return leftOut.filter(({ sample }) => sample.memoryClass === name)
}

function summary(errors) {
  const sizes = errors.map(({ error }) => Math.abs(error))
  const at = (share) => `${(100 * quantile(sizes, share)).toFixed(1)} %`
  return `median ${at(0.5)}, p90 ${at(0.9)}, worst ${at(1)} of ${sizes.length} rows`
}

/** How far computed and measured lie apart, as a factor less 1, whichever is larger. */
function spread({ error }) {
  return Math.max(1 + error, 1 / (1 + error)) - 1
}

function moduleText(date) {
  const constants = Object.entries(classes).map(([name, { efficiency, layerTime }]) => {
    const far = quantile(ofClass(name).map(spread), 0.9)
    const values = `efficiency: ${Number(efficiency.toFixed(3))}, layerTime: ${Number(layerTime.toFixed(6))}`
    return `    ${name}: { ${values}, spread: ${Number(far.toFixed(3))} },`
  })
  const errors = leftOut.map(({ sample, error }) =>
    [
      '    {',
      `      id: '${sample.id}',`,
      `      gpu: '${sample.gpu}',`,
      `      error: ${Number(error.toFixed(4))},`,
      '    },',
    ].join('\n'),
  )
  return `// Made by scripts/fit/fit-decode-speed.mjs; do not edit.

/**
 * Constants of the decode model, fitted on published runs of llama.cpp, with the rows used and how
 * well the model holds on devices that are left out of the fit.
 */
export const fittedDecode = {
  date: '${date}',
  /** Share of the bandwidth reached, seconds of a layer, and 90 % of the left-out errors. */
  classes: {
${constants.join('\n')}
  },
  /** Rows used; error: computed / measured - 1 when the row's device is left out. */
  leaveOneOut: [
${errors.join('\n')}
  ],
} as const
`
}
