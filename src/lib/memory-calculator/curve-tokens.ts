/** Bars of the picture. */
export const CURVE_ROWS = 8
const LEAST = 256

/**
 * Context lengths for the picture: the learner's own and doublings below the model's limit, always
 * eight of them, so that the picture keeps its height.
 *
 * @example curveTokens({ tokens: 8192, native: 131072 })
 * //=> [1024, 2048, 4096, 8192, 16384, 32768, 65536, 131072]
 */
export function curveTokens(context: {
  readonly tokens: number
  readonly native: number | null
}): readonly number[] {
  const { tokens, native } = context
  const most = Math.max(native ?? 131_072, LEAST)
  const top = Math.max(2 ** Math.floor(Math.log2(most)), LEAST)
  const chosen = new Set([tokens])
  for (let step = top; chosen.size < CURVE_ROWS && step >= 1; step /= 2) chosen.add(step)
  for (let step = top * 2; chosen.size < CURVE_ROWS; step *= 2) chosen.add(step)
  return [...chosen].sort((a, b) => a - b)
}

/**
 * Stops of the context slider: powers of two and the middle between them, up to a limit.
 *
 * @example contextSteps(2048) //=> [128, 192, 256, 384, 512, 768, 1024, 1536, 2048]
 */
export function contextSteps(most: number): readonly number[] {
  const steps: number[] = []
  for (let step = 128; step <= most; step *= 2) {
    steps.push(step)
    if (step * 1.5 <= most) steps.push(step * 1.5)
  }
  return steps.at(-1) === most || most < 128 ? steps : [...steps, most]
}

/**
 * Index of the stop that is nearest to a number of tokens, by ratio.
 *
 * @example nearestStep([128, 192, 256], 200) //=> 1
 */
export function nearestStep(steps: readonly number[], tokens: number): number {
  const away = steps.map((step) => Math.abs(Math.log(step / Math.max(1, tokens))))
  return Math.max(0, away.indexOf(Math.min(...away)))
}
