import type { LabToken } from './lab-token.ts'

const SIGNS: Readonly<Record<string, string>> = { ' ': '␣', '\n': '↵', '\r': '␍', '\t': '⇥' }

/**
 * A token with nothing of it hidden: spaces, line ends and tabs as signs, pieces of a character as
 * their bytes in hexadecimal, other invisible characters as their code points.
 *
 * @example tokenLabel({ id: 260, text: ' the' }) // '␣the'
 * @example tokenLabel({ id: 1, text: '\uFFFD', bytes: [0xe6, 0x9c] }) // '‹E6 9C›'
 */
export function tokenLabel({ text, bytes }: Pick<LabToken, 'text' | 'bytes'>): string {
  if (text === '') return '∅'
  if (text.includes('\uFFFD') && bytes !== undefined) return `‹${bytes.map(hex).join(' ')}›`
  return text.replace(/[\s\p{Cc}\p{Cf}]/gu, (sign) => SIGNS[sign] ?? `‹U+${codePoint(sign)}›`)
}

const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0')

const codePoint = (sign: string): string =>
  (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
