/** A file with the size and checksum that it must have. */
export interface FileFacts {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** Where a model computes: WebAssembly everywhere, WebGPU where the reader chose it. */
export type Device = 'wasm' | 'webgpu'

/** The WebAssembly runtime of the models, as the build put it beside the pages. */
export interface WasmRuntime {
  /** Folder under the site's base, with the version in it. */
  readonly folder: string
  /** The plain build. */
  readonly files: readonly FileFacts[]
  /** The build that can use WebGPU. */
  readonly gpuFiles: readonly FileFacts[]
}

/** Written in by integrations/wasm-runtime.mjs. */
declare const __WASM_RUNTIME__: WasmRuntime | undefined

const none: WasmRuntime = { folder: 'ort/', files: [], gpuFiles: [] }

/** The runtime of this build; without files outside a build (unit tests). */
export const wasmRuntime: WasmRuntime =
  typeof __WASM_RUNTIME__ === 'undefined' ? none : __WASM_RUNTIME__

/** The files of the build that a device needs. */
export const runtimeFiles = (device: Device): readonly FileFacts[] =>
  device === 'webgpu' ? wasmRuntime.gpuFiles : wasmRuntime.files
