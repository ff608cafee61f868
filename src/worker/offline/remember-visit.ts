/** Addresses that this page has loaded from its own site. */
const loadedHere = (): readonly string[] => {
  const entries = performance.getEntriesByType('resource').map((entry) => entry.name)
  return [location.href, ...entries].filter((url) => new URL(url).origin === location.origin)
}

/**
 * Registers the service worker and, on a first visit, tells it what was loaded before it was there.
 * Where the browser refuses (no https, private windows) the page works as before.
 */
export const rememberVisit = async (base: string = import.meta.env.BASE_URL): Promise<void> => {
  const scope = base.replace(/\/?$/, '/')
  const { serviceWorker } = navigator
  const before = serviceWorker.controller
  try {
    await serviceWorker.register(`${scope}sw.js`, { scope, updateViaCache: 'none' })
    const { active } = await serviceWorker.ready
    if (before === null) active?.postMessage({ kind: 'visited', urls: loadedHere() })
  } catch {
    // Reading offline is an extra.
  }
}
