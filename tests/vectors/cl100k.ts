import { BytePairEncodingCore } from 'gpt-tokenizer/BytePairEncodingCore'
import ranks from 'gpt-tokenizer/bpeRanks/cl100k_base'

/**
 * gpt-tokenizer's merges with tiktoken's own pattern. The package's pattern uses JavaScript's `\s`,
 * which has U+FEFF and lacks U+0085, so that it counts such texts differently.
 */
const space = String.raw`\p{White_Space}`
const pattern = [
  String.raw`'(?:[sdmtSDMT]|[lL][lL]|[vV][eE]|[rR][eE])`,
  String.raw`[^\r\n\p{L}\p{N}]?\p{L}+`,
  String.raw`\p{N}{1,3}`,
  String.raw` ?[^${space}\p{L}\p{N}]+[\r\n]*`,
  String.raw`${space}+$`,
  String.raw`${space}*[\r\n]`,
  String.raw`${space}+(?!\P{White_Space})`,
  space,
].join('|')

const specialTokens = new Map([
  ['<|endoftext|>', 100257],
  ['<|fim_prefix|>', 100258],
  ['<|fim_middle|>', 100259],
  ['<|fim_suffix|>', 100260],
  ['<|endofprompt|>', 100276],
])

const encoding = new BytePairEncodingCore({
  bytePairRankDecoder: ranks,
  specialTokensEncoder: specialTokens,
  tokenSplitRegex: new RegExp(pattern, 'gu'),
})

/** How many tokens of cl100k_base a text has; special tokens count as one, as in LlamaIndex. */
export function cl100kTokens(text: string): number {
  return encoding.encodeNative(text, new Set(specialTokens.keys())).length
}
