import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BreakKind } from '#shared/matching/break'
import { breakTexts } from '#shared/matching/texts'
import { groupDigits } from '../../components/numbers'
import { useText } from '../../components/text'
import type { BreakPage } from '../../data/port'
import type { Asked } from './useBreaks'

type BreakSummaryProps = {
  head: BreakPage
  asked: Asked
  onAsk: (asked: Asked) => void
}

type ChoiceProps = { label: string; count: number; on: boolean; tone?: string; onClick: () => void }

function Choice({ label, count, on, tone = 'all', onClick }: ChoiceProps) {
  return (
    <Button
      size="small"
      type={on ? 'primary' : 'default'}
      className={`break-choice break-choice-${tone}`}
      aria-pressed={on}
      onClick={onClick}
    >
      {label} <b>{groupDigits(String(count))}</b>
    </Button>
  )
}

/** How many breaks there are by effect and by kind; a figure is the filter for its rows. */
export function BreakSummary({ head, asked, onAsk }: BreakSummaryProps) {
  const { t } = useTranslation('matching')
  const show = useText()
  const { byKind, byEffect } = head
  const all = byEffect.block + byEffect.pending
  if (all === 0) return null
  const { kind: _kind, effect: _effect, ...rest } = asked
  const kinds = (Object.entries(byKind) as [BreakKind, number][]).sort(([, a], [, b]) => b - a)
  return (
    <div className="break-summary" role="group" aria-label={t('summary')} data-help="matching.effect">
      <Choice label={t('all')} count={all} on={!asked.kind && !asked.effect} onClick={() => onAsk(rest)} />
      {(['block', 'pending'] as const).map((effect) => (
        <Choice
          key={effect}
          label={t(`effect.${effect}`)}
          count={byEffect[effect]}
          on={asked.effect === effect}
          tone={effect}
          onClick={() => onAsk({ ...rest, effect })}
        />
      ))}
      <span className="break-divider" aria-hidden />
      {kinds.map(([kind, count]) => (
        <Choice
          key={kind}
          label={show(breakTexts[kind].label)}
          count={count}
          on={asked.kind === kind}
          onClick={() => onAsk({ ...rest, kind })}
        />
      ))}
    </div>
  )
}
