import { isNavigation, isSilent } from './is-left-out.ts'
import type { MarkupNode } from './markup-node.ts'

/** What an HTML tree has that its text does not show. */
export interface LeftOut {
  readonly navigation: number
  readonly pictures: number
}

/**
 * Counts the blocks of navigation and the pictures of an HTML tree.
 *
 * @example countLeftOut(tree) //=> { navigation: 1, pictures: 0 }
 */
export function countLeftOut(root: MarkupNode): LeftOut {
  if (isNavigation(root)) return { navigation: 1, pictures: 0 }
  if (isSilent(root)) return { navigation: 0, pictures: 0 }
  let navigation = 0
  let pictures = root.name === 'img' ? 1 : 0
  for (const child of root.children) {
    const inside = countLeftOut(child)
    navigation += inside.navigation
    pictures += inside.pictures
  }
  return { navigation, pictures }
}
