/** How a device's memory behaves in the speed model. */
export type MemoryClass = 'gddr' | 'hbm' | 'unified' | 'ddr'

export type GpuKind = 'geforce' | 'rtx-pro' | 'datacenter' | 'amd' | 'intel' | 'apple' | 'cpu'

/** Peak arithmetic without structured sparsity, in 1e12 operations a second, by number format. */
export interface PeakTflops {
  readonly fp32?: number
  readonly fp16?: number
  readonly bf16?: number
  readonly fp8?: number
  readonly int8?: number
}

/** Where a figure was read. */
export interface HardwareSource {
  readonly url: string
  /** What was opened: 'page', 'table', 'code', 'thread' or 'copy'. */
  readonly read: string
  readonly title: string
}

/** One graphics card, accelerator, or machine that runs models. */
export interface Gpu {
  /** Kebab-case, unique: 'rtx-4090'. */
  readonly id: string
  readonly name: string
  /** Other names that drivers and browsers use for it. */
  readonly aliases: readonly string[]
  readonly vendor: string
  readonly kind: GpuKind
  /** Memory on the label, in GB as the vendor counts them. */
  readonly memoryGB: number
  /** Memory that tools report, in bytes; a little below the label on most cards. */
  readonly memoryBytes: number
  /** Bytes that programs may use: less than memoryBytes where the system keeps a share. */
  readonly usableBytes: number
  /** Other sizes that the device is sold with, in GB. */
  readonly memoryOptions: readonly number[]
  /** The vendor's word, such as 'GDDR6X' or 'HBM3'. */
  readonly memoryType: string
  readonly memoryClass: MemoryClass
  /** Peak memory bandwidth in 1e9 bytes a second. */
  readonly bandwidthGBps: number
  readonly tflops: PeakTflops
  readonly note: string | null
  readonly source: HardwareSource
  /** Where the arithmetic rates were read, when elsewhere. */
  readonly computeSource: HardwareSource | null
  /** Day the source was read, YYYY-MM-DD. */
  readonly checked: string
}
