import { sitePrefix } from './site-prefix.ts'

/** Where checked files stay between visits. */
export interface FileStore {
  get(url: string): Promise<Uint8Array<ArrayBuffer> | null>
  /** False when the browser has no room. */
  put(url: string, bytes: Uint8Array<ArrayBuffer>, type: string): Promise<boolean>
  remove(url: string): Promise<void>
}

/** A store that keeps nothing, for pages where the browser offers none (no https, private windows). */
const nowhere: FileStore = {
  get: () => Promise.resolve(null),
  put: () => Promise.resolve(false),
  remove: () => Promise.resolve(),
}

/** Forgets the caches of other versions of the same thing. */
const dropOthers = async (family: string, name: string): Promise<void> => {
  const names = await caches.keys()
  const old = names.filter((each) => each.startsWith(family) && each !== name)
  await Promise.all(old.map((each) => caches.delete(each)))
}

/**
 * The store of one version of a model or of the runtime, in the browser's Cache Storage: another
 * version is another cache, so files of two versions never mix.
 */
export const openFileStore = async (subject: string, version: string): Promise<FileStore> => {
  if (typeof caches === 'undefined') return nowhere
  const family = `${sitePrefix()}${subject} `
  const name = `${family}${version}`
  try {
    const cache = await caches.open(name)
    await dropOthers(family, name)
    return {
      get: async (url) => {
        const found = await cache.match(url)
        return found === undefined ? null : new Uint8Array(await found.arrayBuffer())
      },
      put: (url, bytes, type) =>
        cache.put(url, answer(bytes, type)).then(
          () => true,
          () => false,
        ),
      remove: async (url) => void (await cache.delete(url)),
    }
  } catch {
    return nowhere
  }
}

/** A response as the site's server would send it: pages that are isolated read it too. */
const answer = (bytes: Uint8Array<ArrayBuffer>, type: string): Response =>
  new Response(bytes, {
    headers: {
      'Content-Type': type,
      'Content-Length': String(bytes.length),
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Resource-Policy': 'same-origin',
    },
  })
