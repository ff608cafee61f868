import { engineChain } from './engine-chain.ts'
import { labSchema } from './lab-state.ts'
import type { LabState } from './lab-state.ts'

/** A case that trips people and code: what it sets, and what is true of it. */
export interface EdgeCase {
  readonly id: string
  readonly title: string
  readonly says: string
  readonly change: Partial<LabState>
}

const halves = '.5, .25, .125, .125'
const fourEqual = '.25, .25, .25, .25'
const exact = { engine: 'exact', chain: labSchema.chain.initial } as const

/** The buttons of the edge cases; the tests hold every sentence to the chain. */
export const edgeCases: readonly EdgeCase[] = [
  {
    id: 'p-0',
    title: 'p = 0',
    says: 'One token stays, the most probable: the set is never empty, so p = 0 is greedy.',
    change: { ...exact, on: ['top_p'], topP: 0 },
  },
  {
    id: 'p-1',
    title: 'p = 1',
    says: 'Nothing is cut: top-p is off.',
    change: { ...exact, on: ['top_p'], topP: 1 },
  },
  {
    id: 'equality',
    title: 'Exactly at p',
    says: 'The first two hold exactly 0.75. Most engines stop there with 2 tokens; Ollama’s own engine wanted more than p and kept 3.',
    change: {
      ...exact,
      hand: halves,
      handAs: 'probabilities',
      on: ['top_p'],
      topP: 0.75,
      other: 'ollama',
      otherAs: 'same',
    },
  },
  {
    id: 'float-trap',
    title: '0.4 + 0.3 + 0.2',
    says: 'That is 0.9, so 3 tokens reach p = 0.9. In binary numbers it adds up to 0.8999999999999999; a comparison without tolerance keeps 4.',
    change: { ...exact, hand: '.4, .3, .2, .1', handAs: 'probabilities', on: ['top_p'], topP: 0.9 },
  },
  {
    id: 'tie',
    title: 'Ties at k',
    says: 'All four are equal. Hugging Face and vLLM keep every token equal to the k-th: 4 for k = 2. llama.cpp keeps exactly 2, and which ones is chance.',
    change: {
      ...sameOrder('huggingface'),
      hand: fourEqual,
      handAs: 'probabilities',
      on: ['top_k'],
      topK: 2,
      other: 'llama.cpp',
      otherAs: 'same',
    },
  },
  {
    id: 'k-0',
    title: 'k = 0',
    says: 'Nothing is cut: 0 means off. Hugging Face’s own step refuses it and is left out instead.',
    change: { ...exact, on: ['top_k'], topK: 0 },
  },
  {
    id: 'k-large',
    title: 'k above the vocabulary',
    says: 'Nothing is cut: there are not that many tokens, so all stay.',
    change: { ...exact, on: ['top_k'], topK: 1_000_000 },
  },
  {
    id: 't-0',
    title: 'T = 0',
    says: 'One token with 100 %: the limit of ever colder is the most probable token, right or wrong. Hugging Face’s step refuses 0.',
    change: { ...exact, on: ['temperature'], temperature: 0 },
  },
  {
    id: 'flat',
    title: 'Flat',
    says: 'Ten equal tokens: p = 0.7 keeps 7 of them, top-k would keep its k, plausible ones cut all the same.',
    change: {
      ...exact,
      hand: Array.from({ length: 10 }, () => '.1').join(', '),
      handAs: 'probabilities',
      on: ['top_p'],
      topP: 0.7,
    },
  },
  {
    id: 'sharp',
    title: 'Peaked',
    says: 'One token holds 85 %: p = 0.7 keeps 1; a top-k of 3 would keep two unlikely ones beside it.',
    change: {
      ...exact,
      hand: '.85, .05, .04, .03, .03',
      handAs: 'probabilities',
      on: ['top_p'],
      topP: 0.7,
    },
  },
]

function sameOrder(engine: LabState['engine']): Pick<LabState, 'engine' | 'chain'> {
  const { chain } = engineChain(engine)
  return { engine, chain }
}
