import type { ChunkStrategy } from '../../../../lib/chunking/chunk-options.ts'

/** How the line of a strategy looks: colour, dashes and the shape of its points, each alone enough. */
export interface LineStyle {
  readonly colour: string
  readonly dashes: string
  /** The `d` of a shape around 0, 0. */
  readonly shape: string
}

export const lineStyles: Readonly<Record<ChunkStrategy, LineStyle>> = {
  characters: { colour: 'var(--w-1)', dashes: '2 3', shape: 'M-4,-4H4V4H-4Z' },
  tokens: { colour: 'var(--w-quiet)', dashes: '8 3 2 3', shape: 'M0,5.5L-5,-3.5H5Z' },
  sentence: { colour: 'var(--w-2)', dashes: '6 3', shape: 'M0,-5.5L5,3.5H-5Z' },
  recursive: {
    colour: 'var(--w-3)',
    dashes: 'none',
    shape: 'M-4.5,0A4.5,4.5 0 1 0 4.5,0A4.5,4.5 0 1 0 -4.5,0Z',
  },
  markdown: { colour: 'var(--w-4)', dashes: '10 3', shape: 'M0,-5.5L5.5,0L0,5.5L-5.5,0Z' },
  semantic: {
    colour: 'var(--w-5)',
    dashes: '1 4',
    shape: 'M-1.7,-5H1.7V-1.7H5V1.7H1.7V5H-1.7V1.7H-5V-1.7H-1.7Z',
  },
}
