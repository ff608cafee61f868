/**
 * How far a box is scrolled when a place in it stands a quarter below its upper edge. Pixels.
 *
 * @example scrolledTo({ scrolled: 0, place: 500, top: 100, height: 400 }) //=> 300
 */
export const scrolledTo = (box: {
  readonly scrolled: number
  /** Where the place and the upper edge stand in the window now. */
  readonly place: number
  readonly top: number
  readonly height: number
}): number => Math.max(0, box.scrolled + box.place - box.top - box.height / 4)
