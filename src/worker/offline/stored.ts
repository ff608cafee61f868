import { sitePrefix } from '../files/site-prefix.ts'

/** What this site keeps in the browser for reading offline. */
export interface Stored {
  readonly pages: number
  readonly files: number
  /** Bytes of the models and their runtime. */
  readonly modelBytes: number
  /** Ids of the models that are here, whole or in part. */
  readonly modelIds: readonly string[]
}

const ownCaches = async (): Promise<readonly string[]> =>
  typeof caches === 'undefined'
    ? []
    : (await caches.keys()).filter((name) => name.startsWith(sitePrefix()))

const addressesIn = async (name: string): Promise<readonly string[]> =>
  (await (await caches.open(name)).keys()).map(({ url }) => url)

const bytesIn = async (name: string): Promise<number> => {
  const answers = await (await caches.open(name)).matchAll()
  return answers.reduce((sum, each) => sum + Number(each.headers.get('content-length') ?? 0), 0)
}

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0)

/** Counts what is kept. */
export const readStored = async (): Promise<Stored> => {
  const names = await ownCaches()
  const under = (subject: string) =>
    names.filter((name) => name.startsWith(`${sitePrefix()}${subject} `))
  const addresses = new Set((await Promise.all(under('pages').map(addressesIn))).flat())
  const pages = [...addresses].filter((url) => url.endsWith('/')).length
  const models = under('model')
  return {
    pages,
    files: addresses.size - pages,
    modelBytes: sum(await Promise.all([...models, ...under('runtime')].map(bytesIn))),
    modelIds: models.map((name) => name.slice(`${sitePrefix()}model `.length).split(' ')[0] ?? ''),
  }
}

/** Forgets pages, models and the service worker; what is open stays open. */
export const clearStored = async (): Promise<void> => {
  const scope = new URL(import.meta.env.BASE_URL, location.href).href.replace(/\/?$/, '/')
  const workers =
    'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistrations() : []
  for (const worker of workers.filter((each) => each.scope === scope)) {
    worker.active?.postMessage({ kind: 'cleared' })
    await worker.unregister()
  }
  await Promise.all((await ownCaches()).map((name) => caches.delete(name)))
}
