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

/** One graphics card, accelerator, or machine that runs models. */
export interface Gpu {
  /** Kebab-case, unique: 'rtx-4090'. */
  readonly id: string
  readonly name: string
  /** Other names that drivers and browsers use for it. */
  readonly aliases: readonly string[]
  readonly vendor: string
  readonly kind: GpuKind
  /** Memory as it is sold, in bytes: a 24 GB card holds 24 x 2^30. */
  readonly memoryBytes: number
  /** Bytes that programs may use, where the vendor or the system reserves some. */
  readonly usableBytes?: number
  /** The vendor's word, such as 'GDDR6X' or 'HBM3'. */
  readonly memoryType: string
  /** Peak memory bandwidth in 1e9 bytes a second. */
  readonly bandwidthGBps: number
  readonly tflops: PeakTflops
  readonly memoryClass: MemoryClass
  /** Where the figures stand: an address, or a key of the source list. */
  readonly source: string
  /** Day the source was read, YYYY-MM-DD. */
  readonly checked: string
}
