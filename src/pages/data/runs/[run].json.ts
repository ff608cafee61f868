import { packedRuns } from '../../../components/widgets/sampling-lab/page-data.ts'
import type { PackedRun } from '../../../lib/sampling-lab/packed-run.ts'

/** One recorded run, fetched when a reader chooses its prompt. */
export const getStaticPaths = () =>
  packedRuns.map((run) => ({ params: { run: run.prompt.id }, props: { run } }))

export const GET = ({ props }: { props: { run: PackedRun } }) => Response.json(props.run)
