/** A normaliser of a tokenizer.json, as far as the embedders use them. */
export type NormalizerStep =
  | {
      readonly type: 'Replace'
      readonly pattern: { readonly String: string } | { readonly Regex: string }
      readonly content: string
    }
  | { readonly type: 'NFKC' }

export interface AddedToken {
  readonly id: number
  readonly content: string
  /** Swallows the white space before it. */
  readonly lstrip: boolean
  /** Swallows the white space after it. */
  readonly rstrip: boolean
}

export interface WordPieceFile {
  readonly type: 'WordPiece'
  readonly unk_token: string
  readonly continuing_subword_prefix: string
  readonly max_input_chars_per_word: number
  readonly vocab: Readonly<Record<string, number>>
}

export interface UnigramFile {
  readonly type: 'Unigram'
  readonly unk_id: number
  readonly vocab: readonly (readonly [string, number])[]
}

/** The parts of a tokenizer.json that decide about ids. */
export interface TokenizerFile {
  readonly added_tokens: readonly AddedToken[]
  readonly normalizer:
    | { readonly type: 'BertNormalizer' }
    | { readonly type: 'Sequence'; readonly normalizers: readonly NormalizerStep[] }
  readonly post_processor: {
    readonly single: readonly (
      | { readonly SpecialToken: { readonly id: string } }
      | { readonly Sequence: { readonly id: string } }
    )[]
    readonly special_tokens: Readonly<Record<string, { readonly ids: readonly number[] }>>
  }
  readonly model: WordPieceFile | UnigramFile
}
