const sizes = [
  1, 2, 5, 10, 20, 50, 100, 128, 150, 200, 256, 300, 400, 500, 512, 600, 700, 800, 1000, 1200, 1500,
  2000, 2500, 3000, 4000, 6000, 8000, 10_000,
]
const overlaps = [0, 1, 2, 5, 10, 20, 30, 40, 50, 64, 80, 100, 120, 150, 200, 250, 300, 400, 500]

/** The values that the sliders stop at; the fields take any. */
export const sizeStops = { size: sizes, overlap: overlaps } as const
