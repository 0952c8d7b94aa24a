import type { Locator } from 'playwright-core'

/** Longest time one wait may take; the whole run is the sum of far shorter ones. */
export const patienceSeconds = 30

/** Wait until it is on the screen; when it does not come, the error names in words what was waited for. */
export async function shown(locator: Locator, what: string, seconds = patienceSeconds): Promise<void> {
  try {
    await locator.first().waitFor({ state: 'visible', timeout: seconds * 1000 })
  } catch {
    throw new Error(`等了 ${seconds} 秒，屏幕上没有出现：${what}`)
  }
}

/** Look again until it is so; undefined when it did not become so in time. */
export async function became<T>(
  look: () => Promise<T>,
  isSo: (value: T) => boolean,
  seconds = patienceSeconds,
): Promise<T | undefined> {
  const end = Date.now() + seconds * 1000
  for (;;) {
    const value = await look()
    if (isSo(value)) return value
    if (Date.now() > end) return undefined
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

/** As `became`, but not becoming so is an error that says what was waited for and what was there instead. */
export async function until<T>(
  what: string,
  look: () => Promise<T>,
  isSo: (value: T) => boolean,
  seconds = patienceSeconds,
): Promise<T> {
  let last: T | undefined
  const value = await became(async () => (last = await look()), isSo, seconds)
  if (value === undefined) throw new Error(`等了 ${seconds} 秒：${what}；现在是 ${JSON.stringify(last)}`)
  return value
}
