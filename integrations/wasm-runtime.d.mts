export interface RuntimeFile {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}
export function wasmRuntime(folder?: string): {
  readonly folder: string
  readonly files: readonly RuntimeFile[]
  readonly gpuFiles: readonly RuntimeFile[]
}
