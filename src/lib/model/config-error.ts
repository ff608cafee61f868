/**
 * A configuration that the library cannot accept. The message is for people: what is wrong with
 * which field, and what to do about it.
 *
 * @example new ConfigError('vocab_size is missing.', 'vocab_size').field //=> 'vocab_size'
 */
export class ConfigError extends Error {
  /** Name of the field at fault; empty when the whole file is of another kind. */
  readonly field: string

  constructor(message: string, field: string) {
    super(message)
    this.name = 'ConfigError'
    this.field = field
  }
}
