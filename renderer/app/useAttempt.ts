import { useCallback } from 'react'
import { useAct } from './useAct'

/** Runs an act of the port; a refusal is shown in words and resolves to undefined. */
export function useAttempt() {
  const { refuse } = useAct()
  return useCallback(
    async <T>(act: () => Promise<T>): Promise<T | undefined> => {
      try {
        return await act()
      } catch (error) {
        refuse(error)
        return undefined
      }
    },
    [refuse],
  )
}
