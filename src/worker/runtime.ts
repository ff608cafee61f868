/** A file with the size and checksum that it must have. */
export interface FileFacts {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** The WebAssembly runtime of the models, as the build put it beside the pages. */
export interface WasmRuntime {
  /** Folder under the site's base, with the version in it. */
  readonly folder: string
  readonly files: readonly FileFacts[]
}

/** Written in by integrations/wasm-runtime.mjs. */
declare const __WASM_RUNTIME__: WasmRuntime | undefined

const none: WasmRuntime = { folder: 'ort/', files: [] }

/** The runtime of this build; without files outside a build (unit tests). */
export const wasmRuntime: WasmRuntime =
  typeof __WASM_RUNTIME__ === 'undefined' ? none : __WASM_RUNTIME__
