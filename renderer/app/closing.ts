import { useBookState } from './book'
import { useDrafts } from './drafts'
import { keepDrafts } from './kept-drafts'

/** Names of the forms that hold unsaved input. */
export const unsavedTitles = (): string[] =>
  Object.values(useDrafts.getState().drafts).map(({ title }) => title)

/** While there is unsaved input, main asks this page before it closes the window. Once, at start. */
export function holdCloseForDrafts(): void {
  let held = false
  useDrafts.subscribe(({ drafts }) => {
    const holds = Object.keys(drafts).length > 0
    if (holds === held) return
    held = holds
    void window.yiguan.invoke('app.holdClose', holds)
  })
  window.yiguan.on('app.closing', ({ ask }) => {
    if (!ask) void keepAndClose().catch(closeWindow)
  })
}

/** The officer goes on: quitting, if that was wanted, is off. */
export const stayOpen = (): Promise<void> => window.yiguan.invoke('app.holdClose', true)

export const closeWindow = (): Promise<void> => window.yiguan.invoke('app.close')

/** Seal unsaved input in the book, then close; rejects (and stays open) when it cannot be written. */
export async function keepAndClose(): Promise<void> {
  const { book } = useBookState.getState()
  if (book.phase === 'open') await keepDrafts(book.session.port, book.session.officer)
  await closeWindow()
}
