import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewProps } from '../../app/room'
import { MergeNotice } from '../../app/merge/MergeNotice'
import { WorkPanel } from '../../app/WorkPanel'
import { PasteFilter } from '../../components/PasteFilter'
import type { BreakView, MatchSummary } from '../../data/port'
import { BreakGrid } from './BreakGrid'
import { BreakSummary } from './BreakSummary'
import { ManualMatch } from './ManualMatch'
import { MatchResult } from './MatchResult'
import { RunMatch } from './RunMatch'
import { useBreaks, type Asked } from './useBreaks'
import './matching.css'

const effects = ['block', 'pending'] as const

/** 三单对碰: run it, see what does not agree and what that stops, decide by hand where the numbers cannot. */
export function MatchingRoom({ params }: ViewProps) {
  const { t } = useTranslation('matching')
  const [asked, setAsked] = useState<Asked>(() => {
    const effect = effects.find((one) => one === params['effect'])
    return effect ? { effect } : {}
  })
  const [summary, setSummary] = useState<MatchSummary>()
  const [deciding, setDeciding] = useState<BreakView>()
  const { head, source } = useBreaks(asked)
  return (
    <div className="matching" data-room="matching">
      <div className="matching-tools" role="toolbar" aria-label={t('tools')}>
        <RunMatch matchedAt={head?.matchedAt} onDone={setSummary} />
        <span className="matching-space" />
        <PasteFilter
          active={asked.numbers && { asked: asked.numbers.length, notFound: head?.notFound ?? [] }}
          onApply={(numbers) => setAsked({ ...asked, numbers: [...numbers] })}
          onClear={() => setAsked(({ numbers: _numbers, ...rest }) => rest)}
        />
      </div>
      <WorkPanel acts={['match']} />
      {summary && <MatchResult summary={summary} />}
      <MergeNotice />
      {head && <BreakSummary head={head} asked={asked} onAsk={setAsked} />}
      <BreakGrid source={source} totals={head?.totals} matchedAt={head?.matchedAt} onDecide={setDeciding} />
      {deciding?.order && (
        <ManualMatch order={deciding.order} kind={deciding.kind} onClose={() => setDeciding(undefined)} />
      )}
    </div>
  )
}
