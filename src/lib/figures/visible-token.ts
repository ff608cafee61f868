/**
 * A token's text with its spaces and line ends made visible.
 *
 * @example visibleToken(' the') //=> '␣the'
 */
export const visibleToken = (text: string): string =>
  text.replaceAll('\n', '↵').replace(/^ +/, (spaces) => '␣'.repeat(spaces.length))
