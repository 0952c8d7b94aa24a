import { useCallback } from 'react'
import { useBook } from './book'
import { useAct } from './useAct'

/**
 * Run an act of the port that writes to the journal, and say what was done with the way back beside it; nothing is said
 * where `said` gives no sentence, because nothing was written. A refusal is shown in words and resolves to undefined, so
 * that a form keeps its input.
 */
export function useUndoable() {
  const port = useBook()
  const { offerUndo, refuse } = useAct()
  return useCallback(
    async <T>(
      act: () => Promise<T>,
      said: (result: T) => string | undefined,
    ): Promise<{ result: T } | undefined> => {
      try {
        const result = await act()
        const sentence = said(result)
        if (sentence !== undefined) {
          const [last] = (await port.journal(0, 1)).entries
          offerUndo(sentence, last?.undoable ? last.group : undefined)
        }
        return { result }
      } catch (error) {
        refuse(error)
        return undefined
      }
    },
    [offerUndo, port, refuse],
  )
}
