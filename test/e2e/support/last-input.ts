import type { BrowserContext, Page } from 'playwright-core'

type Watched = Window & { lastInput?: string[] }

/** Notes in a window what it was given last, so that a click that had no effect can be explained afterwards. */
function note(): void {
  const kept = 12
  const watched = window as Watched
  if (watched.lastInput) return
  const lines: string[] = (watched.lastInput = [])
  const add = (line: string) => {
    lines.push(`${Math.round(performance.now())} ${line}`)
    if (lines.length > kept) lines.shift()
  }
  let pressed: Node | null = null
  for (const type of ['mousedown', 'mouseup', 'click', 'change', 'keydown'])
    window.addEventListener(
      type,
      (event) => {
        const on = event.target as Element
        if (type === 'mousedown') pressed = on
        add(`${type} ${on.tagName} ${on.className}`)
      },
      true,
    )
  // A browser gives no click when what the button was pressed on is taken out, even if it is put back.
  new MutationObserver((changes) => {
    const gone = changes.some(({ removedNodes }) => [...removedNodes].some((node) => node.contains(pressed)))
    if (gone) add('what was pressed was taken out')
  }).observe(document, { subtree: true, childList: true })
}

/** Begin to note the input of every window of an app. */
export async function watchInput(context: BrowserContext, windows: readonly Page[]): Promise<void> {
  await context.addInitScript(note)
  // A window that is just being loaded or left starts with the script of the context.
  await Promise.all(windows.map((page) => page.evaluate(note).catch(() => undefined)))
}

/** What a window was given last, oldest first, with milliseconds since it was loaded. */
export const lastInput = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as Watched).lastInput ?? []).catch(() => [])
