import type { AstroGlobal } from 'astro'
import { widgets } from '../widgets/widgets'

/**
 * The widget that a preset of this page is meant for: the one named, or the chapter's own. A page
 * whose chapter has no widget fails the build with a hint.
 */
export function chapterWidget(astro: Pick<AstroGlobal, 'locals'>, named?: string): string {
  if (named !== undefined) return named
  const locals: Partial<AstroGlobal['locals']> = astro.locals
  const slug = locals.starlightRoute?.entry.id ?? ''
  const own = widgets.find(({ chapter }) => chapter === slug)
  if (own !== undefined) return own.id
  throw new Error(`"${slug}" has no widget in widgets.ts: name the "widget" of the preset.`)
}
