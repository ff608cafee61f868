import type { PipelineInput } from './pipeline-input.ts'
import type { PipelineTrace } from './pipeline-trace.ts'

export function runPipeline(input: PipelineInput): PipelineTrace {
  throw new RangeError(`Not built yet: ${input.question.id}.`)
}
