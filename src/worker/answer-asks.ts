import type { WorkerAnswer } from './ask-worker.ts'

/** The worker's side of `askWorker`: answers each request with what is computed of it, or with the problem. */
export function answerAsks<Request, Result>(
  compute: (request: Request) => Result | Promise<Result>,
): void {
  self.onmessage = async ({ data }: MessageEvent<Request>) => {
    let answer: WorkerAnswer<Result>
    try {
      answer = { result: await compute(data) }
    } catch (error) {
      answer = { problem: error instanceof Error ? error.message : String(error) }
    }
    self.postMessage(answer)
  }
}
