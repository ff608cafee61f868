import { parseBytes } from '../format/parse-bytes.ts'
import { bytesPer } from '../units/units.ts'
import type { Field, FieldName } from './field.ts'
import { named } from './field-name.ts'

/**
 * A field that holds a size in bytes, or null when it is empty. It is written exactly, in the
 * largest unit that leaves a whole number.
 *
 * @example optionalBytesField({ label: 'Free memory' }).parse('23.5 GiB') //=> { value: 25232932864 }
 * @example optionalBytesField({ label: 'Free memory' }).format(25757220864) //=> '24564MiB'
 */
export function optionalBytesField(settings: FieldName): Field<number | null> {
  return {
    ...named(settings),
    initial: null,
    parse: (text) => {
      if (text.trim() === '') return { value: null }
      const parsed = parseBytes(text)
      return 'problem' in parsed
        ? { problem: `${settings.label}: ${parsed.problem}` }
        : { value: parsed.bytes }
    },
    format: (bytes) => (bytes === null ? '' : exactSize(bytes)),
  }
}

function exactSize(bytes: number): string {
  const unit = (['GiB', 'GB', 'MiB', 'MB'] as const).find((name) => bytes % bytesPer[name] === 0)
  return unit === undefined ? `${bytes}B` : `${bytes / bytesPer[unit]}${unit}`
}
