import type { ClockPort } from '#shared/protocol/engine/ports'

/** The clock of this machine; `wake` ends a sleep at once, or the next one when nobody sleeps just now. */
export function wakefulClock(): ClockPort & { wake(): void } {
  let awake = false
  let rouse: (() => void) | undefined
  return {
    now: () => Date.now(),
    random: () => Math.random(),
    uuid: () => crypto.randomUUID(),
    sleep(ms) {
      return new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer)
          rouse = undefined
          awake = false
          resolve()
        }
        const timer = setTimeout(end, ms)
        rouse = end
        if (awake) end()
      })
    },
    wake() {
      awake = true
      rouse?.()
    },
  }
}
