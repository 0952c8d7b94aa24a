import { useCallback } from 'react'
import { useAct } from '../useAct'

/**
 * Run an act on published tables and say what was done. They lie outside the book, so the journal cannot take it back: an
 * edition is withdrawn where it was taken. A refusal is shown in words and resolves to undefined.
 */
export function usePublishedAct() {
  const { offerUndo, refuse } = useAct()
  return useCallback(
    async <T>(
      act: () => Promise<T>,
      said: (result: T) => string | undefined,
    ): Promise<{ result: T } | undefined> => {
      try {
        const result = await act()
        const sentence = said(result)
        if (sentence !== undefined) offerUndo(sentence, undefined)
        return { result }
      } catch (error) {
        refuse(error)
        return undefined
      }
    },
    [offerUndo, refuse],
  )
}
