import { expect, test } from 'vitest'
import { samplerPresets } from '../sampling/sampler-presets.ts'
import { engineRow } from './engine-rows.ts'
import { engineStages } from './engine-stages.ts'
import { nucleusPanel } from './nucleus-panel.ts'
import { temperaturePanels } from './temperature-panels.ts'

const names = ['A', 'B', 'C', 'D', 'E']
const logits = [4, 3, 2, 1, 0]

test('temperature panels show the probabilities that are worked out on paper', () => {
  const panels = temperaturePanels({ logits, names, temperatures: [0.5, 1, 2] })
  expect(panels.map(({ bars }) => bars[0]?.label)).toEqual(['86.5 %', '63.6 %', '42.9 %'])
})

test('the nucleus of equal tokens is as many as p asks for, and its sum ends at one', () => {
  const { bars, keptCount, text } = nucleusPanel({ weights: Array<number>(20).fill(1), p: 0.72 })
  expect(keptCount).toBe(15)
  expect(bars.at(-1)?.cumulative).toBeCloseTo(1, 12)
  expect(text).toBe('15 of 20 tokens kept, holding 75 %')
})

test('an engine that cuts before it heats keeps two tokens, the other way round three', () => {
  const settings = { temperature: 2, topP: 0.7 }
  const of = (preset: (typeof samplerPresets)['llama.cpp']) =>
    engineStages({ preset, logits, names, settings })
  expect(of(samplerPresets.huggingface).keptCount).toBe(3)
  expect(of(samplerPresets.huggingface).stages.map(({ title }) => title)).toEqual([
    'from the model',
    'temperature 2',
    'top-p 0.7',
  ])
  const llama = of(samplerPresets['llama.cpp'])
  expect(llama.keptCount).toBe(2)
  expect(llama.stages.at(-1)?.bars.map(({ label }) => label)).toEqual([
    '62.2 %',
    '37.8 %',
    'cut',
    'cut',
    'cut',
  ])
})

test('a row of the table of engines says the order and what works by default', () => {
  expect(engineRow(samplerPresets['llama.cpp'])).toMatchObject({
    defaults: 'top-k 40, top-p 0.95, min-p 0.05, temperature 0.8',
  })
  expect(engineRow(samplerPresets.vllm).defaults).toBe('temperature 1')
  expect(engineRow(samplerPresets.ollama).atEquality).toBe('one more token is taken')
})
