import { transferHandlers } from 'comlink'
import { classify } from '../data/errors/classify'
import { DataRefusal } from '../data/errors/refusal'

/**
 * Comlink carries only name, message and stack of an error. In a worker, make refusals keep their code and words, and
 * give every other error a name and words too, so that no window ever shows a bare exception.
 */
export function keepRefusals(): void {
  const plain = transferHandlers.get('throw')
  if (!plain) throw new Error('comlink has no throw handler')
  transferHandlers.set('throw', {
    ...plain,
    serialize(thrown: { value: unknown }) {
      const refusal = thrown.value instanceof DataRefusal ? thrown.value : known(thrown.value)
      const { name, message, stack, code, params, text } = refusal
      return [{ isError: true, value: { name, message, stack, code, params, text } }, []]
    },
  })
}

/** An error that came through another worker already has its words. */
function known(error: unknown): Pick<DataRefusal, 'name' | 'message' | 'stack' | 'code' | 'params' | 'text'> {
  const carried = error as DataRefusal | null
  if (typeof carried === 'object' && carried !== null && 'text' in carried && 'code' in carried)
    return carried
  return classify(error)
}
