/**
 * Says that key and value heads do not divide the query heads.
 *
 * @example unevenHeads(32, 5) //=> 'num_key_value_heads is 5, which does not divide the 32 attention heads.'
 */
export const unevenHeads = (heads: number, kvHeads: number): string =>
  `num_key_value_heads is ${kvHeads}, which does not divide the ${heads} attention heads.`
