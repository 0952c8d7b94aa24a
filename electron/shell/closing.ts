import type { App, BrowserWindow } from 'electron'

/** A signal wants the end: a page gets this long to put its unsaved input away. */
const patienceMs = 2_000

export type ClosingDependencies = {
  app: Pick<App, 'on' | 'quit'>
  /** Tell a page that it is being closed; `ask`: the officer is asked first. */
  tell: (window: BrowserWindow, ask: boolean) => void
}

/**
 * Closing a window that holds unsaved input. The page says when it holds some; then closing asks the page first, which
 * names the input, keeps it, and closes by itself. A window that holds nothing closes at once, whatever its page does.
 * Quitting asks one such window after the other before the first window closes.
 */
export function createClosing({ app, tell }: ClosingDependencies) {
  const holding = new Set<BrowserWindow>()
  let isEnding = false
  let isQuitting = false

  app.on('before-quit', (event) => {
    const [first] = holding
    if (isEnding || !first) return
    event.preventDefault()
    isQuitting = true
    first.show()
    tell(first, true)
  })

  function attach(window: BrowserWindow): void {
    window.on('close', (event) => {
      if (!holding.has(window)) return
      event.preventDefault()
      tell(window, !isEnding)
      if (isEnding) setTimeout(() => window.isDestroyed() || window.destroy(), patienceMs)
    })
    window.on('closed', () => holding.delete(window))
    // A page that is gone can keep nothing and answer nobody.
    window.webContents.on('render-process-gone', () => holding.delete(window))
  }

  return {
    attach,
    /** Said when the first input is typed, when the last is saved, and by an officer who does not want to close. */
    hold(window: BrowserWindow, unsaved: boolean): void {
      isQuitting = false
      if (unsaved) holding.add(window)
      else holding.delete(window)
    },
    /** The page has kept what it held. */
    close(window: BrowserWindow): void {
      holding.delete(window)
      const goOn = isQuitting
      isQuitting = false
      window.close()
      if (goOn) app.quit()
    },
    /** From now on nobody is asked any more; pages still put their input away. */
    endWithoutAsking(): void {
      isEnding = true
    },
  }
}

export type Closing = ReturnType<typeof createClosing>
