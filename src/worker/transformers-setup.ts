import { env, LogLevel } from '@xenova/transformers'
import { openFileStore } from './files/file-store.ts'
import { collectFiles } from './files/collect-files.ts'
import { runtimeFiles, wasmRuntime, type Device } from './runtime.ts'

/** The model's files that are here and checked, for the one model that is being opened. */
let served: ReadonlyMap<string, Uint8Array<ArrayBuffer>> = new Map()
let servedFrom = ''

const find = (url: string): Response | undefined => {
  const path = url.startsWith(servedFrom) ? url.slice(servedFrom.length) : null
  const bytes = path === null ? undefined : served.get(path)
  return bytes === undefined
    ? undefined
    : new Response(bytes, { headers: { 'Content-Length': String(bytes.length) } })
}

/** More threads than one only where the page is isolated, and always one core left for the page. */
export const threadCount = (): number =>
  globalThis.crossOriginIsolated ? Math.max(1, Math.min(4, navigator.hardwareConcurrency - 1)) : 1

/** Lets transformers.js read checked files only: it never fetches by itself. */
const setUp = (base: string): void => {
  env.allowLocalModels = true
  env.allowRemoteModels = false
  env.localModelPath = `${base}models/`
  env.useBrowserCache = false
  env.useWasmCache = false
  env.useCustomCache = true
  env.customCache = {
    match: (url) => Promise.resolve(find(url)),
    put: () => Promise.resolve(),
  }
  env.fetch = () => Promise.resolve(new Response(null, { status: 404 }))
  env.logLevel = LogLevel.ERROR
}

interface RuntimeOptions {
  readonly base: string
  /** The first one decides for the life of the worker. */
  readonly device: Device
  readonly signal: AbortSignal
  readonly onBytes: (bytes: number, file: string) => void
}

let ready = false

/** Fetches and checks the WebAssembly runtime, once in the life of the worker. */
export const prepareRuntime = async ({
  base,
  device,
  signal,
  onBytes,
}: RuntimeOptions): Promise<boolean> => {
  if (ready) return true
  const folderUrl = new URL(`${base}${wasmRuntime.folder}`, location.href).href
  const store = await openFileStore('runtime', wasmRuntime.folder)
  const { files, stored } = await collectFiles({
    files: runtimeFiles(device),
    folderUrl,
    store,
    signal,
    onBytes,
  })
  const { wasm } = env.backends.onnx
  const binary = [...files].find(([path]) => path.endsWith('.wasm'))?.[1]
  const factory = [...files.keys()].find((path) => path.endsWith('.mjs'))
  if (wasm === undefined || binary === undefined || factory === undefined)
    throw new Error('the build holds no WebAssembly runtime')
  wasm.wasmPaths = { mjs: `${folderUrl}${factory}` }
  wasm.wasmBinary = binary.buffer
  wasm.numThreads = threadCount()
  wasm.proxy = false
  setUp(base)
  ready = true
  return stored
}

/** Opens a model while its files, and nothing else, can be read by transformers.js. */
export const withFiles = async <Opened>(
  base: string,
  id: string,
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
  open: () => Promise<Opened>,
): Promise<Opened> => {
  served = files
  servedFrom = `${base}models/${id}/`
  try {
    return await open()
  } finally {
    served = new Map()
  }
}
