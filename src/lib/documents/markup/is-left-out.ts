import type { MarkupNode } from './markup-node.ts'

const silent = new Set(
  'head script style noscript template iframe object embed svg canvas video audio button select input textarea datalist dialog meta link base map'.split(
    ' ',
  ),
)

/** Whether an element leads around a site rather than say anything. */
export const isNavigation = (node: MarkupNode): boolean =>
  node.name === 'nav' || node.attribute('role') === 'navigation'

/** Whether a node is not text for a reader: scripts, styles, controls, what is hidden. */
export const isSilent = (node: MarkupNode): boolean =>
  silent.has(node.name) ||
  node.attribute('hidden') !== null ||
  node.attribute('aria-hidden') === 'true'

/** Whether a node stays out of the text. */
export const isLeftOut = (node: MarkupNode): boolean => isSilent(node) || isNavigation(node)
