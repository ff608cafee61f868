/** What a header may claim; real files stay far below. Sizes in bytes. */
export const limits = {
  /** Longest header that is read. */
  headerBytes: 64 * 1024 * 1024,
  keys: 65_536,
  tensors: 262_144,
  keyBytes: 65_535,
  /** The format allows 64; some writers go beyond. */
  nameBytes: 1024,
  dims: 4,
  arrayDepth: 2,
  keptTexts: 4,
  keptNumbers: 4096,
  /** Fewest bytes of one key with its value, and of one tensor's entry. */
  leastKeyBytes: 13,
  leastTensorBytes: 24,
} as const
