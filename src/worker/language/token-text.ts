import { ModelError } from '../model-error.ts'
import type { Token } from '../protocol.ts'

/** GPT-2's alphabet: printable bytes stand for themselves, the others for code points from 256 on. */
const printable = (byte: number): boolean =>
  (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174

const byteOf = new Map<string, number>()
for (let byte = 0, next = 256; byte < 256; byte++)
  byteOf.set(String.fromCodePoint(printable(byte) ? byte : next++), byte)

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * The bytes that a piece of a byte-level vocabulary stands for.
 *
 * @example bytesOfPiece('Ġthe') // [32, 116, 104, 101]
 */
export const bytesOfPiece = (piece: string): readonly number[] =>
  [...piece].flatMap((letter) => byteOf.get(letter) ?? [...encoder.encode(letter)])

/** Text of the bytes; what is no whole character shows as U+FFFD. */
export const textOfBytes = (bytes: readonly number[]): string =>
  decoder.decode(Uint8Array.from(bytes))

interface TokenizerFile {
  readonly model: { readonly vocab: Readonly<Record<string, number>> }
  readonly added_tokens: readonly {
    readonly id: number
    readonly content: string
    readonly special: boolean
  }[]
}

/** All tokens of a byte-level tokenizer.json, by id, made when asked for. */
export const tokenTable = (tokenizerJson: string): ((id: number) => Token) => {
  const { model, added_tokens } = JSON.parse(tokenizerJson) as TokenizerFile
  const pieces: string[] = []
  for (const [piece, id] of Object.entries(model.vocab)) pieces[id] = piece
  const added = new Map(added_tokens.map((token) => [token.id, token]))
  const made = new Map<number, Token>()
  const make = (id: number): Token => {
    const own = added.get(id)
    const piece = pieces[id]
    if (own === undefined && piece === undefined)
      throw new ModelError('bad-input', `There is no token ${id} in the model’s vocabulary.`)
    const bytes = own === undefined ? bytesOfPiece(piece ?? '') : [...encoder.encode(own.content)]
    return { id, text: textOfBytes(bytes), bytes, special: own?.special === true }
  }
  return (id) => {
    const token = made.get(id) ?? make(id)
    made.set(id, token)
    return token
  }
}
