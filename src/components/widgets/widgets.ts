import { words } from '../../lib/calculator/words.ts'
import { words as sampling } from '../../lib/sampling-lab/words.ts'

/**
 * Every widget of the course: its id, its name for people, and the chapter that it belongs to. A
 * new one gets a line here and a line in Widget.astro, which names its component.
 */
export const widgets = [
  { id: 'memory-calculator', name: words.name, chapter: 'inference-memory' },
  { id: 'sampling-lab', name: sampling.name, chapter: 'sampling' },
] as const

export type WidgetId = (typeof widgets)[number]['id']
