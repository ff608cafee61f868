const CJK =
  /[\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u31c0-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{323af}]/u

/**
 * Whether a character is written without spaces to its neighbours, as in Chinese and Japanese.
 *
 * @example isCjk('中') //=> true
 */
export const isCjk = (character: string): boolean => CJK.test(character)

/**
 * What stands between two pieces of running text: nothing where either side is Chinese or Japanese.
 *
 * @example spaceBetween('ab', 'cd') //=> ' '
 */
export function spaceBetween(before: string, after: string): '' | ' ' {
  const last = [...before.slice(-2)].at(-1) ?? ''
  const first = [...after.slice(0, 2)][0] ?? ''
  return last === '' || first === '' || isCjk(last) || isCjk(first) ? '' : ' '
}
