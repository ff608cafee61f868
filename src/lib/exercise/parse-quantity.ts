import { parseNumber } from '../format/parse-number.ts'
import { bytesPer } from '../units/units.ts'
import type { ByteUnit } from '../units/units.ts'
import type { Quantity } from './exercise.ts'

export type ParsedQuantity =
  | {
      readonly value: number
      /** The number as typed, before its unit; null unless the unit is one of bytes. */
      readonly amount: number | null
      readonly unit: ByteUnit | null
      /** True where no unit was typed and `bareUnit` stood in. */
      readonly isBare: boolean
    }
  | { readonly problem: string }

const byteSpellings: Readonly<Record<string, ByteUnit>> = {
  b: 'B',
  byte: 'B',
  bytes: 'B',
  kb: 'kB',
  kilobyte: 'kB',
  kilobytes: 'kB',
  mb: 'MB',
  megabyte: 'MB',
  megabytes: 'MB',
  gb: 'GB',
  gigabyte: 'GB',
  gigabytes: 'GB',
  tb: 'TB',
  terabyte: 'TB',
  terabytes: 'TB',
  kib: 'KiB',
  kibibyte: 'KiB',
  kibibytes: 'KiB',
  mib: 'MiB',
  mebibyte: 'MiB',
  mebibytes: 'MiB',
  gib: 'GiB',
  gibibyte: 'GiB',
  gibibytes: 'GiB',
  tib: 'TiB',
  tebibyte: 'TiB',
  tebibytes: 'TiB',
}

const words: Readonly<Record<Exclude<Quantity, 'bytes'>, RegExp>> = {
  tokens: /^(tok|token|tokens)?$/,
  factor: /^(x|×|times|-?fold)?$/,
  percent: /^(%|percent|per cent)?$/,
  count: /^\p{L}*$/u,
  number: /^$/,
}

/**
 * Reads what a learner typed as an answer: a number with its unit. Bytes need one (1.5 GiB,
 * 1.61 GB, 1536 MiB), unless the question names it (`bareUnit`); tokens, factors (48, 48x, ×48)
 * and counts may stand bare; a percentage is returned as a share. What cannot be read gives a
 * sentence.
 *
 * @example
 * parseQuantity('1,536 MiB', 'bytes')
 * //=> { value: 1610612736, amount: 1536, unit: 'MiB', isBare: false }
 */
export function parseQuantity(
  text: string,
  quantity: Quantity,
  bareUnit?: ByteUnit,
): ParsedQuantity {
  const plain = text
    .slice(0, 80)
    .trim()
    .replace(/^(about|around|approximately|[~≈=])\s*/i, '')
    .replace(/^[\u2212\u2013](?=\s*\d)/, '-')
    .replace(/\s*(\/|per)\s*(token|tok|layer|sequence)s?$/i, '')
    .replace(/([^\d])\.$/, '$1')
  if (plain === '') return { problem: 'Type a number first.' }
  const match =
    /^([×x]\s*)?([-+]?[\d.,\s'\u2019\u00a0\u202f_]*\d(?:e[-+]?\d{1,3})?)\s*(.*)$/isu.exec(plain)
  const amount = match?.[2] === undefined ? null : readNumber(match[2])
  if (match === null || amount === null) {
    return { problem: `"${plain.slice(0, 40)}" is not a number.` }
  }
  const word = (match[3] ?? '').trim().toLowerCase()
  if (quantity === 'bytes') return readBytes(amount, word, bareUnit)
  if (!words[quantity].test(word)) {
    return { problem: `"${word.slice(0, 20)}" is not a unit that fits here.` }
  }
  const none = { amount: null, unit: null, isBare: false }
  if (quantity !== 'percent') return { value: amount, ...none }
  if (word === '' && Math.abs(amount) <= 1) {
    return { problem: `Is that ${amount} %, or ${amount} as a share? Add the percent sign.` }
  }
  return { value: amount / 100, ...none }
}

function readNumber(text: string): number | null {
  if (!/e/i.test(text)) return parseNumber(text)
  const value = Number(text.replace(/\s/g, ''))
  return Number.isFinite(value) ? value : null
}

function readBytes(amount: number, word: string, bareUnit?: ByteUnit): ParsedQuantity {
  if (word === '' && bareUnit !== undefined) {
    return { value: amount * bytesPer[bareUnit], amount, unit: bareUnit, isBare: true }
  }
  if (word === '') {
    return { problem: 'Say the unit as well: bytes, MiB, GiB, MB or GB? GB and GiB differ by 7 %.' }
  }
  if (/bit/.test(word)) {
    return { problem: 'That is a unit of bits. Memory is asked in bytes: 8 bits are 1 byte.' }
  }
  const unit = Object.hasOwn(byteSpellings, word) ? byteSpellings[word] : undefined
  if (unit === undefined) {
    return {
      problem: `"${word.slice(0, 20)}" is not a unit of memory. Use B, KiB, MiB, GiB, kB, MB or GB.`,
    }
  }
  return { value: amount * bytesPer[unit], amount, unit, isBare: false }
}
