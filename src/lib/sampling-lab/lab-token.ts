/** A token as the lab shows it. */
export interface LabToken {
  readonly id: number
  /** As it stands alone; bytes that are no whole character are U+FFFD. */
  readonly text: string
  readonly bytes?: readonly number[] | undefined
  /** A mark of the model's, such as the end of a turn. */
  readonly special?: boolean | undefined
}
