import { App, Button } from 'antd'
import { useCallback } from 'react'

/** How long the way back is offered. */
const offeredMs = 12_000

/** When the notices on the page go, by their keys: what is said again stays for its whole time again. */
const timers = new Map<string, ReturnType<typeof setTimeout>>()

/** What was done, in a sentence; `undo` is its way back, in the words of its button. */
export type Done = { key: string; title: string; undo?: { label: string; run: () => void } | undefined }

/**
 * Say that something was done, with the way back beside it. The notice is taken away by a timer of its own: the library
 * counts down by drawing a notice again with every frame, which keeps a slow machine busy all the while.
 */
export function useDoneNotice(): (done: Done) => void {
  const { notification } = App.useApp()
  return useCallback(
    ({ key, title, undo }: Done) => {
      const forget = () => {
        clearTimeout(timers.get(key))
        timers.delete(key)
      }
      const close = () => {
        forget()
        notification.destroy(key)
      }
      forget()
      timers.set(key, setTimeout(close, offeredMs))
      const back = () => {
        close()
        undo?.run()
      }
      notification.success({
        key,
        title,
        duration: 0,
        onClose: forget,
        actions: undo && (
          <Button size="small" onClick={back}>
            {undo.label}
          </Button>
        ),
      })
    },
    [notification],
  )
}
