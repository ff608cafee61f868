import type { PicturePoint } from './sweep-picture.ts'

/**
 * The point that an arrow key goes to: along the line by size, or to the next line at the nearest
 * size; null where the key does nothing.
 *
 * @example movedPoint(points, 'recursive-400', 'ArrowRight')?.name //=> 'recursive-800'
 */
export function movedPoint(
  points: readonly PicturePoint[],
  from: string,
  key: string,
): PicturePoint | null {
  const here = points.find(({ name }) => name === from)
  if (here === undefined) return null
  const line = points.filter(({ strategy }) => strategy === here.strategy)
  const place = line.indexOf(here)
  if (key === 'ArrowRight') return line[place + 1] ?? here
  if (key === 'ArrowLeft') return line[place - 1] ?? here
  if (key === 'Home') return line[0] ?? here
  if (key === 'End') return line.at(-1) ?? here
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null
  const strategies = [...new Set(points.map(({ strategy }) => strategy))]
  const step = key === 'ArrowDown' ? 1 : -1
  const next = strategies[strategies.indexOf(here.strategy) + step]
  if (next === undefined) return here
  return points
    .filter(({ strategy }) => strategy === next)
    .reduce((nearest: PicturePoint | null, point) => {
      const gap = Math.abs(point.x - here.x)
      return nearest !== null && Math.abs(nearest.x - here.x) <= gap ? nearest : point
    }, null)
}
