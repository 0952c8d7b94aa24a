import type { ReactNode } from 'react'
import './state-tag.css'

export type StateTone = 'neutral' | 'good' | 'bad' | 'waiting' | 'running'

/** A state in words on a colour; light enough to stand in every row of a grid. The words carry the meaning. */
export function StateTag({ tone, children }: { tone: StateTone; children: ReactNode }) {
  return <span className={`state-tag state-tag-${tone}`}>{children}</span>
}
