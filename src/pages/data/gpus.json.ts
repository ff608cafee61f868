import { gpuRows } from '../../components/widgets/memory-calculator/page-data.ts'

/** The graphics cards and machines of the calculator, fetched when a reader first opens its list. */
export const GET = () => Response.json(gpuRows)
