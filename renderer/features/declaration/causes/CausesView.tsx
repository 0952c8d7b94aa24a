import { Alert, Empty, Spin } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../../app/book'
import type { Params } from '../../../app/room'
import { useChanges } from '../../../app/useChanges'
import { useQueryState } from '../../../app/useQuery'
import { runWork } from '../../../app/work'
import { WorkPanel } from '../../../app/WorkPanel'
import { useText } from '../../../components/text'
import type { CauseView } from '../../../data/port'
import { ActResult } from '../lists/ActResult'
import type { ActOutcome } from '../lists/acts'
import { ReasonDialog } from '../ReasonDialog'
import { CauseCard } from './CauseCard'

/** 退单待改: each cause once with all the 清单 it stopped; mended once at its source, then only those go again. */
export function CausesView({ onShow }: { onShow: (preset: Params) => void }) {
  const { t } = useTranslation('declaration')
  const show = useText()
  const port = useBook()
  const changes = useChanges('lists', 'goods')
  const [asking, setAsking] = useState<CauseView>()
  const [outcome, setOutcome] = useState<ActOutcome>()
  const { value: causes, state } = useQueryState(() => port.causes(), changes)

  const correct = async (cause: CauseView, why: string) => {
    setAsking(undefined)
    const done = await runWork('correct', (tell) => port.correct({ cause: cause.key }, why, tell as never))
    if (done) setOutcome({ act: 'correct', count: done.declared, ...done })
  }
  return (
    <div className="causes">
      <WorkPanel acts={['correct']} />
      {outcome && <ActResult outcome={outcome} onClose={() => setOutcome(undefined)} />}
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      {!causes && state === 'loading' && <Spin className="causes-loading" />}
      {causes?.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('causes.none')} />}
      {causes?.map((cause) => (
        <CauseCard
          key={cause.key}
          cause={cause as CauseView}
          onCorrect={() => setAsking(cause as CauseView)}
          onShow={() => onShow({ copNo: cause.copNos.join(',') })}
        />
      ))}
      {asking && (
        <ReasonDialog
          title={t('act.correct')}
          confirm={t('causes.correct', { count: asking.count })}
          onConfirm={(why) => void correct(asking, why)}
          onClose={() => setAsking(undefined)}
        >
          <p>{t('ask.correct')}</p>
        </ReasonDialog>
      )}
    </div>
  )
}
