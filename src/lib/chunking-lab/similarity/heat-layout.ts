/** Where the parts of the heat map stand. Units: pixels. */
export interface HeatLayout {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** Length of a side of the square. */
  readonly side: number
  /** What lies at its edges, where the middle of each cell is its index. */
  readonly edges: readonly [number, number]
  readonly rowLabelsAt: number
  readonly columnLabelsAt: number
  /** The rows that carry their number. */
  readonly labelled: readonly { readonly index: number; readonly number: number }[]
  readonly legendTextAt: number
  readonly legendTop: number
  readonly legendHeight: number
  readonly legendLabelsAt: number
}

/** The heat map shows no more chunks than this. */
export const MOST_HEAT = 300
/** Up to this many, the cells are drawn as shapes; above, as one image. */
export const MOST_CELLS_DRAWN = 60

const LEFT = 30
const TOP = 24
const MOST_SIDE = 540
/** Numbers stand at least so far apart. */
const LABEL_GAP = 24
const STEPS = [1, 2, 5, 10, 20, 50, 100]

/**
 * Places a square of cells in a width, with room for numbers of rows and columns and a legend.
 *
 * @example heatLayout(320, 10).right // 314
 */
export function heatLayout(width: number, count: number): HeatLayout {
  const side = Math.max(40, Math.min(MOST_SIDE, width - LEFT - 6))
  const bottom = TOP + side
  const gap = side / Math.max(1, count)
  const step = STEPS.find((each) => each * gap >= LABEL_GAP) ?? 100
  return {
    width: LEFT + side + 6,
    height: bottom + 66,
    left: LEFT,
    top: TOP,
    right: LEFT + side,
    bottom,
    side,
    edges: [-0.5, Math.max(1, count) - 0.5],
    rowLabelsAt: LEFT - 5,
    columnLabelsAt: TOP - 6,
    labelled: Array.from({ length: count }, (_, index) => ({ index, number: index + 1 })).filter(
      ({ number }) => number === 1 || number % step === 0,
    ),
    legendTextAt: bottom + 24,
    legendTop: bottom + 32,
    legendHeight: 12,
    legendLabelsAt: bottom + 58,
  }
}

/** Two chunks, by their index. */
export interface Cell {
  readonly row: number
  readonly column: number
}

/**
 * The cell under a pointer; null outside of the cells. The drawing may be shown smaller than it is.
 *
 * Units: pixels of the window.
 *
 * @example heatCellAt({ x: 31, y: 25, box: { left: 0, top: 0, width: 320 }, layout, count: 10 }) // { row: 0, column: 0 }
 */
export function heatCellAt(request: {
  readonly x: number
  readonly y: number
  readonly box: { readonly left: number; readonly top: number; readonly width: number }
  readonly layout: HeatLayout
  readonly count: number
}): Cell | null {
  const { x, y, box, layout, count } = request
  if (box.width === 0) return null
  const scale = layout.width / box.width
  const share = (at: number, from: number) => (at * scale - from) / (layout.right - layout.left)
  const column = Math.floor(share(x - box.left, layout.left) * count)
  const row = Math.floor(share(y - box.top, layout.top) * count)
  const within = (index: number) => index >= 0 && index < count
  return within(row) && within(column) ? { row, column } : null
}

/**
 * The cell after an arrow key, Home or End (within the row); null after another key.
 *
 * @example steppedCell({ row: 0, column: 0 }, 'ArrowRight', 3) // { row: 0, column: 1 }
 */
export function steppedCell({ row, column }: Cell, key: string, count: number): Cell | null {
  const last = Math.max(0, count - 1)
  const bounded = (index: number) => Math.max(0, Math.min(last, index))
  const after: Readonly<Record<string, Cell>> = {
    ArrowRight: { row, column: bounded(column + 1) },
    ArrowLeft: { row, column: bounded(column - 1) },
    ArrowDown: { row: bounded(row + 1), column },
    ArrowUp: { row: bounded(row - 1), column },
    Home: { row, column: 0 },
    End: { row, column: last },
  }
  return after[key] ?? null
}
