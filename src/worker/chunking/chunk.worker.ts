import { cutText } from '../../lib/chunking-lab/cut-text.ts'
import type { CutRequest } from '../../lib/chunking-lab/cut.ts'

/** Cuts long texts away from the page's own thread. */
self.onmessage = ({ data }: MessageEvent<CutRequest>) => {
  try {
    self.postMessage({ cut: cutText(data) })
  } catch (error) {
    self.postMessage({ problem: error instanceof Error ? error.message : String(error) })
  }
}
