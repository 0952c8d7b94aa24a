import { App } from 'antd'
import { useCallback, useState } from 'react'
import { describeFailure } from '../../components/failure'
import { useText } from '../../components/text'

/** One act at a time: whether it runs, and its refusal in words on the screen. */
export function useActing() {
  const show = useText()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const act = useCallback(
    async (work: () => Promise<unknown>, said?: string) => {
      setBusy(true)
      try {
        await work()
        if (said) void message.info(said)
      } catch (error) {
        void message.error(show(describeFailure(error).text))
      } finally {
        setBusy(false)
      }
    },
    [message, show],
  )
  return { busy, act }
}
