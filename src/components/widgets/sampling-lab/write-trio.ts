import type { LabToken } from '../../../lib/sampling-lab/lab-token.ts'
import type { SamplingLab } from './sampling-lab.svelte.ts'

/** A text that the live model wrote at one temperature. */
export interface Written {
  readonly temperature: number
  readonly seed: number
  readonly tokens: readonly LabToken[]
  /** What the model alone gave each token. */
  readonly probabilities: readonly number[]
  readonly ended: boolean
}

/** Writes one text a temperature, one after the other; `hear` gets all of them at every token. */
export async function writeTrio(
  sampling: SamplingLab,
  hear: (texts: readonly Written[]) => void,
): Promise<void> {
  const { state, live, distribution: from, place: draws } = sampling
  if (from.kind !== 'live') return
  const texts: Written[] = []
  for (const temperature of state.trio) {
    const on = state.on.includes('temperature') ? state.on : [...state.on, 'temperature' as const]
    let text: Written = {
      temperature,
      seed: state.seed,
      tokens: [],
      probabilities: [],
      ended: false,
    }
    texts.push(text)
    const place = texts.length - 1
    const show = () => {
      texts[place] = text
      hear([...texts])
    }
    const whole = await live.generate({
      from,
      state: { ...state, on, temperature },
      place: draws,
      onToken: (token, step) => {
        const tokens = [...text.tokens, token]
        const probabilities = [...text.probabilities, step.modelProbability]
        text = { ...text, tokens, probabilities }
        show()
      },
    })
    text = { ...text, ended: live.ended }
    show()
    if (live.problem !== '' || live.stopped || whole.length === 0) return
  }
}
