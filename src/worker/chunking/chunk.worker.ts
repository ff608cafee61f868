import { cutText } from '../../lib/chunking-lab/cut-text.ts'
import type { Cut, CutRequest } from '../../lib/chunking-lab/cut.ts'
import type { WorkerAnswer } from '../ask-worker.ts'

/** Cuts long texts away from the page's own thread. */
self.onmessage = ({ data }: MessageEvent<CutRequest>) => {
  let answer: WorkerAnswer<Cut>
  try {
    answer = { result: cutText(data) }
  } catch (error) {
    answer = { problem: error instanceof Error ? error.message : String(error) }
  }
  self.postMessage(answer)
}
