import { readSetup, writeSetup } from '../../../lib/state/my-setup.ts'
import type { MySetup } from '../../../lib/state/my-setup.ts'

const KEY = 'workbook:my-setup'

/** What the reader keeps as "My setup"; empty where storage is off or was never written. */
export function loadSetup(): MySetup {
  try {
    return readSetup(localStorage.getItem(KEY))
  } catch {
    return {}
  }
}

/** Keeps a setup; false where the browser does not let a page store anything. */
export function saveSetup(setup: MySetup): boolean {
  try {
    localStorage.setItem(KEY, writeSetup(setup))
    return true
  } catch {
    return false
  }
}

/** Forgets the setup. */
export function clearSetup(): void {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // Nothing was stored, so nothing is left to forget.
  }
}
