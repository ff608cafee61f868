/**
 * A new map with more entries; the given one stays as it is.
 *
 * @example withEntries(new Map([['a', 1]]), [['b', 2]]).size // 2
 */
export const withEntries = <Key, Value>(
  map: ReadonlyMap<Key, Value>,
  entries: Iterable<readonly [Key, Value]>,
): ReadonlyMap<Key, Value> => new Map([...map, ...entries])

/**
 * A map of entries, none at first.
 *
 * @example mapOf([['a', 1]]).get('a') // 1
 */
export const mapOf = <Key, Value>(
  entries: Iterable<readonly [Key, Value]> = [],
): ReadonlyMap<Key, Value> => new Map(entries)

/**
 * Each item once, in the order of the first.
 *
 * @example eachOnce([1, 1, 2]) // [1, 2]
 */
export const eachOnce = <Item>(items: readonly Item[]): readonly Item[] => [...new Set(items)]
