import { formatBytes } from '../format/format-bytes.ts'

const megabytes = (bytes: number): string => formatBytes(bytes, { base: 'si', digits: 0 })
const read = (bytes: number): string => formatBytes(bytes, { base: 'si', digits: 1 })

/** Texts of the models that run in the page. */
export const words = {
  start: (name: string, bytes: number, memory: number) =>
    `Start ${name}: ${megabytes(bytes)} to download, about ${megabytes(memory)} of memory`,
  onGpu: (bytes: number) =>
    `On the graphics processor (WebGPU), with a runtime of ${megabytes(bytes)} instead. What it says is checked against a recorded run; if that fails it runs without.`,
  again: 'Try again: ',
  loading: (loaded: number, total: number, file: string) =>
    `${read(loaded)} of ${read(total)}: ${file}`,
  cancel: 'Cancel',
  ready: (name: string) => `${name} is running in this page.`,
  giveBack: 'Give its memory back',
  loadingEmbedder: 'Loading the embedder',
  cannot: 'What it cannot do',
} as const
