import { proxy } from 'comlink'
import { create } from 'zustand'
import { describeFailure, type Failure } from '../components/failure'
import type { WorkProgress } from '../data/port'
import { useBookState } from './book'

/** One long piece of work on the book as the screens show it. `act` is what was asked for, e.g. `match`. */
export type Work = {
  act: string
  state: 'running' | 'cancelling' | 'failed'
  done: number
  total: number
  stage?: WorkProgress['stage']
  elapsedMs: number
  failure?: Failure
}

/** Lives outside the rooms: the work goes on while the officer is elsewhere. */
export const useWork = create<{ work: Work | undefined }>(() => ({ work: undefined }))
useBookState.subscribe(({ book }) => {
  if (book.phase !== 'open') useWork.setState({ work: undefined })
})

const isBusy = () => {
  const { work } = useWork.getState()
  return work?.state === 'running' || work?.state === 'cancelling'
}

/**
 * Do it and show how far it is. While something runs, a second call does nothing: two clicks are one act. A refusal
 * stays on the screen until it is put away; both cases resolve to undefined.
 */
export async function runWork<T>(
  act: string,
  job: (progress: (p: WorkProgress) => void) => Promise<T>,
): Promise<T | undefined> {
  if (isBusy()) return undefined
  const startedAt = performance.now()
  const show = (part: Partial<Work>) =>
    useWork.setState(({ work }) => ({
      work: work && { ...work, ...part, elapsedMs: performance.now() - startedAt },
    }))
  useWork.setState({ work: { act, state: 'running', done: 0, total: 0, elapsedMs: 0 } })
  try {
    const result = await job(proxy((p: WorkProgress) => show(p)) as never)
    useWork.setState({ work: undefined })
    return result
  } catch (error) {
    show({ state: 'failed', failure: describeFailure(error) })
    return undefined
  }
}

/** After `cancelWork` of the book was called; the work ends at the next part. */
export const markCancelling = () =>
  useWork.setState(({ work }) => ({ work: work && { ...work, state: 'cancelling' } }))

export const putAwayFailure = () => useWork.setState({ work: undefined })
