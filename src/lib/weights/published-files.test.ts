import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseModelConfig } from '../model/parse-model-config.ts'
import { fitGgufMetadata } from './fit-gguf-metadata.ts'
import { ggufFileBytes } from './gguf-file-bytes.ts'
import { ggufFileSample } from './gguf-file-sample.ts'
import type { GgufFile } from './gguf-file-sample.ts'
import { ggufMetadataBytes } from './gguf-metadata-bytes.ts'
import { fittedGgufMetadata } from './gguf-metadata-constants.ts'
import { leaveOneFileOut } from './leave-one-file-out.ts'

const data = new URL('../../data/', import.meta.url)

function readJson<Content>(path: string): Content {
  return JSON.parse(readFileSync(new URL(path, data), 'utf8')) as Content
}

type Row = Omit<GgufFile, 'config'> & Partial<Pick<GgufFile, 'config'>>

const { rows } = readJson<{ readonly rows: readonly Row[] }>('truth/gguf-files.json')
const files = rows.map((row): GgufFile => {
  const config = row.config ?? readJson<Pick<GgufFile, 'config'>>(`models/${row.model}.json`).config
  return { ...row, config }
})
const named = files.map((file) => [file.id, file] as const)
const samples = files.map(ggufFileSample)

describe('sizes of published GGUF files', () => {
  it.each(named)('%s is within 0.02 % of the published size', (_, file) => {
    const { config, quant, bytes, ...options } = file
    const size = ggufFileBytes(parseModelConfig(config), quant, options)
    expect(Math.abs(size / bytes - 1)).toBeLessThan(0.0002)
  })

  it.each(named)('%s leaves a header of nearly the estimated size', (_, file) => {
    const { headerBytes } = ggufFileSample(file)
    const estimate = ggufMetadataBytes(parseModelConfig(file.config))
    expect(Math.abs(estimate - headerBytes)).toBeLessThan(0.03 * headerBytes)
  })

  it('has no file twice', () => {
    expect(new Set(files.map(({ id }) => id)).size).toBe(files.length)
    expect(new Set(files.map(({ bytes }) => bytes)).size).toBe(files.length)
  })
})

describe('the committed constants of the header', () => {
  const { vocabularies, usual, leaveOneOut } = fittedGgufMetadata

  it('are what the published files give', () => {
    const fitted = fitGgufMetadata(samples)
    expect(Object.fromEntries(fitted.vocabularies)).toEqual(vocabularies)
    expect(fitted.usual).toEqual(usual)
  })

  it('name every row used, with its error when it is left out', () => {
    const fresh = leaveOneFileOut(samples)
    expect(leaveOneOut.map(({ id }) => id)).toEqual(fresh.map(({ sample }) => sample.id))
    for (const [index, { others, headerError }] of fresh.entries()) {
      expect(leaveOneOut[index]?.others).toBe(others)
      expect(leaveOneOut[index]?.headerError).toBeCloseTo(headerError, 3)
    }
  })

  it('meet files that are left out within 0.03 %, where others share the vocabulary', () => {
    const checked = leaveOneOut.filter(({ others }) => others > 0)
    expect(checked.length).toBeGreaterThan(30)
    for (const { fileError } of checked) expect(Math.abs(fileError)).toBeLessThan(0.0003)
  })
})
