import { defineRouteMiddleware } from '@astrojs/starlight/route-data'

/** What stands at the foot of a chapter also stands in its contents. */
export const onRequest = defineRouteMiddleware(({ locals }) => {
  const { entry, toc } = locals.starlightRoute
  if (entry.data.chapter === undefined || toc === undefined) return
  const foot = (slug: string, text: string) => ({ depth: 2, slug, text, children: [] })
  if ((entry.data.keyPoints ?? []).length > 0) toc.items.push(foot('key-points', 'Key points'))
  if ((entry.data.sources ?? []).length > 0) toc.items.push(foot('references', 'References'))
})
