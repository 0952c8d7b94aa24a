import type { StateTone } from '../../components/StateTag'
import type { BatchView } from '../../data/port'

export const stageTones: Readonly<Record<BatchView['stage'], StateTone>> = {
  fixed: 'running',
  sending: 'running',
  sent: 'bad',
  answered: 'good',
  dissolved: 'neutral',
  attention: 'bad',
}

/** What the officer can ask for: the result of what may have left, another try of what has not. */
export function actOf({ stage, ghost }: BatchView): 'query' | 'retry' | undefined {
  if (stage === 'answered' || stage === 'dissolved') return undefined
  return stage === 'fixed' && !ghost ? 'retry' : 'query'
}

/** The first block of a random id is enough to tell batches apart by eye. */
export const shortId = (id: string): string => id.slice(0, 8)
