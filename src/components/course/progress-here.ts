import { createProgress } from '../../lib/exercise/progress.ts'

const changed = new EventTarget()

function storage() {
  try {
    return localStorage
  } catch {
    return null
  }
}

/** The reader's progress in this browser. */
export const progress = createProgress(storage(), () => changed.dispatchEvent(new Event('change')))

/** Calls back whenever progress changes here. */
export function onProgress(listener: () => void) {
  changed.addEventListener('change', listener)
}
