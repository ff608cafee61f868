import { ConfigError } from '../config-error.ts'
import type { ConfigReader } from '../config-reader.ts'
import type { ExpertsMlp } from '../spec.ts'

type Sizes = Pick<ExpertsMlp, 'experts' | 'expertsPerToken' | 'expertSize'>

/**
 * Reads how many experts a mixture has, how many of them work on a token, and their width. Null
 * when the file says 0 experts, which several families use for their dense models.
 *
 * @throws {ConfigError} when more experts a token are named than there are
 */
export function readExperts(
  reader: ConfigReader,
  input: {
    readonly countNames: readonly string[]
    readonly count: number
    readonly perToken: number
    readonly perTokenNames?: readonly string[]
    readonly sizeName: string
    readonly size: number
  },
): Sizes | null {
  const { countNames, perTokenNames = ['num_experts_per_tok'] } = input
  const experts = reader.integer(countNames, { fallback: input.count, min: 0, max: 65_536 })
  if (experts === 0) return null
  const expertsPerToken = reader.integer(perTokenNames, {
    fallback: Math.min(input.perToken, experts),
  })
  if (expertsPerToken > experts) {
    throw new ConfigError(
      `num_experts_per_tok is ${expertsPerToken}, but there are only ${experts} experts.`,
      'num_experts_per_tok',
    )
  }
  const expertSize = reader.integer(input.sizeName, { fallback: input.size })
  return { experts, expertsPerToken, expertSize }
}
