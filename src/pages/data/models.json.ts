import { modelRows } from '../../components/widgets/memory-calculator/page-data.ts'

/** The models of the calculator, fetched when a reader first opens its list. */
export const GET = () => Response.json(modelRows)
