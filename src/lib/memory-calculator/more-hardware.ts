import { gpusNeeded } from '../memory/gpus-needed.ts'
import { inferenceMemory } from '../memory/inference-memory.ts'
import type { GpuRow } from './calculator-data.ts'
import type { Ailing, Remedy } from './remedy.ts'
import { firstThatFits } from './remedy.ts'

/** More cards than this in one machine are no suggestion. */
const MOST_CARDS = 16

/**
 * The smallest card of the same sort that holds a setup. For a card that people buy for themselves,
 * others of that kind come first, then workstation cards, then those of data centers.
 *
 * @example largerCard(ailing)?.label //=> 'use GeForce RTX 5090'
 */
export function largerCard({ state, data, calculation, gpus }: Ailing): Remedy | null {
  const { spec, setup } = calculation
  const consumer = buyer(data.gpu) === 0
  const choices = gpus
    .filter(({ memoryBytes, name }) => memoryBytes > setup.gpuBytes && !/laptop/i.test(name))
    .filter((gpu) => sortOf(gpu) === sortOf(data.gpu))
    .sort(
      (a, b) =>
        (consumer ? buyer(a) - buyer(b) : 0) ||
        a.memoryBytes - b.memoryBytes ||
        b.bandwidthGBps - a.bandwidthGBps,
    )
  const memory = (gpu: GpuRow) => inferenceMemory(spec, { ...setup, gpuBytes: gpu.memoryBytes })
  const found = firstThatFits(choices, memory)
  if (found === null) return null
  const count = state.gpuCount > 1 ? `${state.gpuCount} × ` : ''
  return { label: `use ${count}${found.name}`, change: { gpu: found.id, memory: null } }
}

/**
 * More cards of the same kind, as many as share the work evenly; null beyond 16.
 *
 * @example moreCards(ailing)?.label //=> 'share the work among 2 × GeForce RTX 4090'
 */
export function moreCards({ state, data, calculation }: Ailing): Remedy | null {
  const needed = gpusNeeded(calculation.spec, calculation.setup)?.gpus ?? null
  if (needed === null || needed <= state.gpuCount || needed > MOST_CARDS) return null
  return {
    label: `share the work among ${needed} × ${data.gpu.name}`,
    change: { gpuCount: needed },
  }
}

/**
 * One sentence for a setup that nothing helps: how many of its cards it would take.
 *
 * @example nothingHelps(ailing) //=> 'Nothing that is offered here helps: it would take 64 × GeForce RTX 3060.'
 */
export function nothingHelps({ data, calculation }: Ailing): string {
  const needed = gpusNeeded(calculation.spec, calculation.setup)?.gpus ?? null
  const what = 'No smaller format, shorter context or larger card of this sort makes it fit'
  return needed === null
    ? `${what}, and no number of ${data.gpu.name} does.`
    : `${what}; it would take ${needed} × ${data.gpu.name}.`
}

/** Graphics cards, machines with shared memory, and processors are not exchanged for each other. */
const sortOf = ({ memoryClass }: GpuRow): string =>
  memoryClass === 'gddr' || memoryClass === 'hbm' ? 'card' : memoryClass

/** Who buys such a card: 0 a person, 1 a workshop, 2 a data center. */
function buyer({ kind, name, memoryClass }: GpuRow): 0 | 1 | 2 {
  if (kind === 'datacenter' || memoryClass === 'hbm') return 2
  return kind === 'rtx-pro' || /\bPRO\b/i.test(name) ? 1 : 0
}
