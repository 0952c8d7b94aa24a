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

export type BatchActKind = 'query' | 'retry' | 'correct' | 'export'

/**
 * What the officer can do: ask for the result of what may have left, try again what has not, carry either in a file, and
 * correct what was sent back. A batch whose bytes are gone can only be asked about.
 */
export function actsOf({
  stage,
  ghost,
  refused,
}: Pick<BatchView, 'stage' | 'ghost' | 'refused'>): BatchActKind[] {
  const acts: BatchActKind[] = []
  if (stage !== 'answered' && stage !== 'dissolved') {
    acts.push(stage === 'fixed' && !ghost ? 'retry' : 'query')
    if (!ghost) acts.push('export')
  }
  if (refused.length > 0) acts.push('correct')
  return acts
}

/** The first block of a random id is enough to tell batches apart by eye. */
export const shortId = (id: string): string => id.slice(0, 8)
