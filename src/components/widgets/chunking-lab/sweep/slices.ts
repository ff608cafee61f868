import { isLate } from '../../../../lib/chunking-lab/sweep/is-late.ts'
import { breathe } from '../../../../worker/breathe.ts'

/** Says when the page has to be let in again; call `pause` between the parts of long work. */
export interface Slices {
  /** Lets the page in when it is time. */
  pause(): Promise<void>
}

export function slices(): Slices {
  let since = performance.now()
  return {
    pause: async () => {
      if (!isLate(since, performance.now())) return
      await breathe()
      since = performance.now()
    },
  }
}
