import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { recordedShare } from '../../src/lib/figures/recorded-share'
import { nucleusPanel } from '../../src/lib/figures/nucleus-panel'
import { nucleusRow } from '../../src/lib/figures/nucleus-row'
import type { RunFile } from '../../src/lib/sampling-lab/run-file'
import { temperaturePanels } from '../../src/lib/figures/temperature-panels'

const chapter = readFileSync('src/content/docs/08-sampling.mdx', 'utf8')
const folder = 'src/data/runs/SmolLM2-135M-Instruct'
const run = (id: string) => JSON.parse(readFileSync(`${folder}/${id}.json`, 'utf8')) as RunFile

const share = (id: string, token: string, temperature = 1) =>
  recordedShare(run(id), { token, temperature })
/** A continuation as people read it, with one space for any. */
const written = (id: string, place: number) =>
  (run(id).continuations[place]?.tokens ?? [])
    .map(([, text]) => text)
    .join('')
    .replaceAll(/\s+/g, ' ')
const points = (value: number) => 100 * value
const rare = () => {
  const tokens = run('door').continuations[2]?.tokens ?? []
  return (
    tokens.filter(([, , , modelProbability]) => modelProbability < 0.001).length / tokens.length
  )
}
/** What is left of the right answer's chances when each of three cuts is made. */
const canberraIsCut = () => {
  const { texts, top } = run('australia-city')
  const place = texts.indexOf(' Canberra')
  const isBelow = Math.exp((top[place]?.[1] ?? 0) - (top[0]?.[1] ?? 0)) < 0.1
  const reached = share('australia-city', texts[0] ?? '') >= 0.7
  return place > 0 && reached && isBelow
}
const counts = (p: number) =>
  ['hubble', 'australia-city', 'australia', 'door', 'he-said'].map((id) =>
    Number(
      nucleusRow(run(id), { ps: [p], k: 40 })
        .kept[0]?.replace(/^more than /, '')
        .replace(',', ''),
    ),
  )
const labels = [0.5, 1, 2].map((temperature) =>
  temperaturePanels({
    logits: [4, 3, 2, 1, 0],
    names: [...'ABCDE'],
    temperatures: [temperature],
  })[0]?.bars.map(({ label }) => label.replace(/ %$/, '')),
)
const flat = nucleusPanel({ weights: [11, 10, 10, 9, 9, 8, 8, 8, 7, 7, 7, 6], p: 0.7 })

/** Sentences of the chapter with a number or an outcome in them that no component computes. */
const sentences: readonly { readonly says: string; readonly holds: () => boolean }[] = [
  {
    says: 'It turns a lead of about two points into certainty, and here into the wrong one.',
    holds: () => {
      const lead = points(share('australia', ' Sydney') - share('australia', ' Canberra'))
      return lead >= 1.5 && lead < 2.5
    },
  },
  {
    says: 'ask ten times, and you will very likely see both',
    holds: () =>
      (1 - share('australia', ' Sydney')) ** 10 + (1 - share('australia', ' Canberra')) ** 10 <
      0.05,
  },
  {
    says: '“The capital of New Zealand is Wellington. The capital of the United States is New York City. The capital of Canada is Toronto.”',
    holds: () =>
      written('australia-city', 0).includes(
        'The capital of New Zealand is Wellington. The capital of the United States is New York City. The capital of Canada is Toronto.',
      ),
  },
  {
    says: 'the wrong answer Sydney has about 80 per cent and Canberra about 6',
    holds: () =>
      Math.round(points(share('australia-city', ' Sydney'))) === 80 &&
      Math.round(points(share('australia-city', ' Canberra'))) === 6,
  },
  {
    says: 'Each of the three cuts removes `␣Canberra` altogether.',
    holds: canberraIsCut,
  },
  {
    says: '`␣Canberra` moves to the front',
    holds: () =>
      run('australia-hint').texts[0] === ' Canberra' &&
      share('australia-hint', ' Sydney') < share('australia-city', ' Sydney'),
  },
  {
    says: 'Nearly half of its 40 tokens had less than 0.1 % before the heating',
    holds: () =>
      run('door').continuations[2]?.tokens.length === 40 && rare() >= 0.4 && rare() < 0.5,
  },
  {
    says: 'the sentence “I am the one you seek” comes twice in a row',
    holds: () => written('door', 0).includes('I am the one you seek. I am the one you seek.'),
  },
  {
    says: 'one to three where the model is sure, hundreds and more where it is not',
    holds: () => {
      const few = [...counts(0.7).slice(0, 2), ...counts(0.9).slice(0, 2)]
      const last = [counts(0.7), counts(0.9)].map((each) => each.at(-1) ?? 0)
      return few.every((count) => count >= 1 && count <= 3) && last.every((count) => count >= 100)
    },
  },
  {
    says: 'forty tokens are too many in the first rows and too few in the last',
    holds: () => (counts(0.9)[0] ?? 41) < 40 && (counts(0.9).at(-1) ?? 0) > 40,
  },
  {
    says: 'At temperature 0.5 the five tokens have 86.5, 11.7, 1.6, 0.2 and less than 0.1 per cent.',
    holds: () => labels[0]?.join() === '86.5,11.7,1.6,0.2,< 0.1',
  },
  {
    says: 'At temperature 1 they have 63.6, 23.4, 8.6, 3.2 and 1.2 per cent. At temperature 2 they have 42.9, 26.0, 15.8, 9.6 and 5.8 per cent.',
    holds: () =>
      labels[1]?.join() === '63.6,23.4,8.6,3.2,1.2' && labels[2]?.join() === '42.9,26,15.8,9.6,5.8',
  },
  {
    says: 'top-p 0.7 keeps eight tokens; top-k 3 would throw away nine, each with more than half the probability of the first',
    holds: () =>
      flat.keptCount === 8 &&
      flat.bars
        .slice(3)
        .every(({ probability }) => probability > (flat.bars[0]?.probability ?? 1) / 2),
  },
]

test.each(sentences)('chapter 8 still says: $says', ({ says }) => {
  expect(chapter.includes(says), `The sentence is gone or changed; change it here too.`).toBe(true)
})

test.each(sentences)('the recorded runs bear it out: $says', ({ says, holds }) => {
  expect(holds(), `Chapter 8 says “${says}”, and the runs no longer show it; rewrite it.`).toBe(
    true,
  )
})
