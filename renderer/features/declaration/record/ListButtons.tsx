import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { kindOf } from '#shared/protocol/document-kind'
import { openTab } from '../../../app/navigation'
import { runWork, useWork } from '../../../app/work'
import { useText } from '../../../components/text'
import type { ListTimeline, SealedRecord, Stored } from '../../../data/port'
import { listActs, type ActName } from '../lists/acts'
import { ReasonDialog } from '../ReasonDialog'

type ListButtonsProps = { stored: Stored<SealedRecord<'lists'>>; timeline: ListTimeline }

/** Acts on this one 清单 that need a reason, offered while its state allows them. */
function offered({ record }: Stored<SealedRecord<'lists'>>, { actions, documents }: ListTimeline): ActName[] {
  if (actions.some(({ action }) => action === 'withdraw')) return ['withdraw']
  const request = documents.find(({ message }) => kindOf(message) === 'withdrawal')
  return record.state === 'withdrawing' && request?.situation === 'in-queue' ? ['takeBack'] : []
}

export function ListButtons({ stored, timeline }: ListButtonsProps) {
  const { t } = useTranslation('declaration')
  const show = useText()
  const port = useBook()
  const { message } = App.useApp()
  const [asking, setAsking] = useState<ActName>()
  const busy = useWork(({ work }) => work !== undefined && work.state !== 'failed')
  const run = async (name: ActName, why: string) => {
    setAsking(undefined)
    const outcome = await runWork(name, (tell) => listActs[name].run(port, { ids: [stored.id] }, why, tell))
    const [left] = outcome?.leftOut ?? []
    if (left) void message.error(show(left.reason.text))
    else if (outcome) void message.success(t(`did.${name}`, { count: outcome.count }))
  }
  return (
    <>
      {offered(stored, timeline).map((name) => (
        <ActButton
          does={listActs[name].does}
          key={name}
          danger={name === 'withdraw'}
          disabled={busy}
          data-help={`declaration.${name}`}
          onClick={() => setAsking(name)}
        >
          {t(`act.${name}`)}
        </ActButton>
      ))}
      {timeline.actions.some(({ action }) => action === 'return') && (
        <ActButton
          does="keepReturn"
          data-help="returns.room"
          onClick={() =>
            openTab({
              view: 'returns/new',
              params: { list: stored.id },
              title: stored.record.list.copNo,
            })
          }
        >
          {t('act.return')}
        </ActButton>
      )}
      {asking && (
        <ReasonDialog
          title={`${t(`act.${asking}`)} ${stored.record.list.copNo}`}
          confirm={t(`act.${asking}`)}
          danger={asking === 'withdraw'}
          onConfirm={(why) => void run(asking, why)}
          onClose={() => setAsking(undefined)}
        >
          <p>{t(`askOne.${asking}`)}</p>
        </ReasonDialog>
      )}
    </>
  )
}
