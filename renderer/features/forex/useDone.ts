import { useCallback } from 'react'
import { useAttempt } from '../../app/useAttempt'

/** Runs an act of the port that gives nothing back; false when it was refused, which is shown in words. */
export function useDone() {
  const attempt = useAttempt()
  return useCallback(
    async (work: () => Promise<void>): Promise<boolean> =>
      (await attempt(async () => {
        await work()
        return true
      })) ?? false,
    [attempt],
  )
}
