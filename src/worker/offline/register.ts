import { rememberVisit } from './remember-visit.ts'

/** Starts the service worker once the page is there and still; not where the reader saves data. */
const start = (): void => {
  const connection: unknown = Reflect.get(navigator, 'connection')
  const saves =
    typeof connection === 'object' && connection !== null && 'saveData' in connection
      ? connection.saveData === true
      : false
  if (!('serviceWorker' in navigator) || saves) return
  void rememberVisit()
}

const soon = () =>
  typeof requestIdleCallback === 'undefined' ? setTimeout(start, 500) : requestIdleCallback(start)

if (document.readyState === 'complete') soon()
else addEventListener('load', soon)
