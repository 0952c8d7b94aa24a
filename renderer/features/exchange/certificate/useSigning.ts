import { create } from 'zustand'
import type { SigningState } from '#shared/ipc/certificate'
import { useBook, useSession } from '../../../app/book'
import { useChanges } from '../../../app/useChanges'
import { useQueryState } from '../../../app/useQuery'
import { useActing } from '../useActing'

/** How often something was done to the certificate: the queue and the view show the same. */
const useActs = create(() => ({ done: 0 }))

/** The signing certificate of the open book, and acts on it; after each the queue looks whether it may go on. */
export function useSigning() {
  const { entry } = useSession()
  const port = useBook()
  const changes = useChanges('outbox')
  const done = useActs((acts) => acts.done)
  const { value, state } = useQueryState(
    () => window.yiguan.invoke('certificate.state', entry.id),
    `${changes} ${done}`,
  )
  const { busy, act } = useActing()
  const run = (work: () => Promise<unknown>, said?: string) =>
    act(async () => {
      await work()
      useActs.setState((acts) => ({ done: acts.done + 1 }))
      await port.lineBack()
    }, said)
  return { book: entry.id, signing: value as SigningState | undefined, state, busy, run }
}
