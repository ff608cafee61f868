/**
 * How an engine decides where a definition leaves room: ties, equality at a threshold, values that
 * switch a step off, and values that it refuses.
 */
export interface SamplerRules {
  /** Tokens equal to the k-th: all stay, or exactly k stay (lower ids first). */
  readonly topKTies: 'keep-all' | 'exactly-k'
  /** k = 0: the step is off, or refused. */
  readonly topKZero: 'off' | 'refuse'
  /** k below 0: the step is off, off at -1 and else refused, or refused. */
  readonly topKNegative: 'off' | 'off-at-minus-one' | 'refuse'
  /** The set is full when its mass is at least p, or only when it is more than p. */
  readonly topPReach: 'at-least' | 'more-than'
  /** Of equal tokens at the cut the lower or the higher ids stay. */
  readonly topPTies: 'lower-id' | 'higher-id'
  /** top_p = 1 is off, or takes out the tokens whose probability underflows to 0. */
  readonly topPOne: 'off' | 'drop-zero'
  readonly typicalReach: 'at-least' | 'more-than'
  /** Tokens as typical as the last one: all stay, or the set ends with it. */
  readonly typicalTies: 'keep-all' | 'exact-count'
  /** typical_p with a token of probability 0 in the list: it is passed over, or spoils the order. */
  readonly typicalZeros: 'pass-over' | 'spoil'
  /** p = 0 and p = 1 in typical_p: allowed (1 is off), or refused. */
  readonly typicalEnds: 'allow' | 'refuse'
  /** A p outside 0 to 1 is refused, or taken: 1 and more is off, below 0 is as 0. */
  readonly pOutside: 'refuse' | 'accept'
  /** Temperature 0 takes the first largest token, or is refused. */
  readonly temperatureZero: 'greedy' | 'refuse'
  readonly temperatureNegative: 'greedy' | 'refuse'
  /** Positive temperatures below this take the first largest token. */
  readonly greedyBelow: number
  /**
   * `penalties` counts the last n tokens of prompt and answer together, or repeats over prompt and
   * answer but frequency and presence over the answer only.
   */
  readonly penaltyScope: 'last-n' | 'answer-counts'
}
