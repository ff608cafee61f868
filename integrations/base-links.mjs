/** Walks a hast tree, JSX elements of MDX left alone. */
const visit = (node, act) => {
  act(node)
  for (const child of node.children ?? []) visit(child, act)
}

/**
 * A rehype plugin that puts the site's base path before links from the root, so that authors write
 * `/accuracy/` and the page works in a folder too.
 */
export const baseLinks =
  ({ base }) =>
  (tree) =>
    visit(tree, ({ type, tagName, properties }) => {
      const href = properties?.href
      if (
        type === 'element' &&
        tagName === 'a' &&
        typeof href === 'string' &&
        /^\/(?!\/)/.test(href)
      )
        properties.href = base.replace(/\/$/, '') + href
    })
