/** One device that nvidia-smi lists. Sizes are in MiB; null means that the text does not tell. */
export interface SmiDevice {
  /** Number of the device, where the text gives it. */
  readonly index: number | null
  readonly name: string
  /** True when nvidia-smi cut the name and ended it with three points. */
  readonly nameCut: boolean
  readonly totalMiB: number | null
  readonly usedMiB: number | null
  readonly freeMiB: number | null
  /** Slices of the device in multi-instance mode, in the order listed. */
  readonly slices: readonly SmiSlice[]
}

export interface SmiSlice {
  readonly totalMiB: number | null
  readonly usedMiB: number | null
  /** Profile such as '3g.20gb', where the text gives it. */
  readonly profile: string | null
}

export interface SmiReport {
  readonly devices: readonly SmiDevice[]
  /**
   * True where the text gives several sizes of a device and no heading, so that which of them is
   * which had to be assumed: total, used, free.
   */
  readonly orderAssumed: boolean
  readonly driverVersion: string | null
  readonly cudaVersion: string | null
}
