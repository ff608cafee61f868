import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { cp, mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const NAMES = ['ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm']
const GPU_NAMES = ['ort-wasm-simd-threaded.asyncify.mjs', 'ort-wasm-simd-threaded.asyncify.wasm']
const ALL = [...NAMES, ...GPU_NAMES]
const TYPES = { '.mjs': 'text/javascript', '.wasm': 'application/wasm' }

/** Where the ONNX Runtime that transformers.js itself depends on lies. */
const runtimeFolder = () => {
  const here = createRequire(import.meta.url)
  const library = createRequire(here.resolve('@xenova/transformers'))
  return path.dirname(library.resolve('onnxruntime-web'))
}

const versionOf = (folder) =>
  JSON.parse(readFileSync(path.join(folder, '..', 'package.json'), 'utf8')).version

const factsOf = (folder, name) => {
  const bytes = readFileSync(path.join(folder, name))
  return {
    path: name,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}

/** The files of the plain WebAssembly build and of the one with WebGPU: sizes and checksums. */
export const wasmRuntime = (folder = runtimeFolder()) => ({
  folder: `ort/${versionOf(folder)}/`,
  files: NAMES.map((name) => factsOf(folder, name)),
  gpuFiles: GPU_NAMES.map((name) => factsOf(folder, name)),
})

/** Answers the runtime's files from node_modules while developing. */
const serveWhileDeveloping = (folder, runtime) => ({
  name: 'wasm-runtime',
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      const file = (request.url ?? '').split('?')[0].split(`/${runtime.folder}`)[1]
      if (file === undefined || !ALL.includes(file)) return next()
      response.setHeader('Content-Type', TYPES[path.extname(file)])
      response.end(readFileSync(path.join(folder, file)))
    })
  },
})

/**
 * Serves the WebAssembly runtimes of the models from the site itself: the plain build (14 MB), and
 * the one with WebGPU (27 MB), which only a reader who chooses WebGPU fetches. The script in front of
 * them is the one for both.
 */
export const wasmRuntimeFiles = () => {
  const folder = runtimeFolder()
  const runtime = wasmRuntime(folder)
  return {
    name: 'wasm-runtime',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            define: { __WASM_RUNTIME__: JSON.stringify(runtime) },
            resolve: {
              alias: { 'onnxruntime-web/webgpu': path.join(folder, 'ort.webgpu.min.mjs') },
            },
            plugins: [serveWhileDeveloping(folder, runtime)],
          },
        })
      },
      'astro:build:done': async ({ dir, logger }) => {
        const target = path.join(fileURLToPath(dir), runtime.folder)
        await mkdir(target, { recursive: true })
        for (const name of ALL) await cp(path.join(folder, name), path.join(target, name))
        logger.info(`runtime of the models copied to ${runtime.folder}`)
      },
    },
  }
}
