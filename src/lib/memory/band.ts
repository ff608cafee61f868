/** A number with the range it is sure of. */
export interface Band {
  readonly bytes: number
  readonly low: number
  readonly high: number
}

/** A number that is known exactly: its band has no width. */
export const exactly = (bytes: number): Band => ({ bytes, low: bytes, high: bytes })
