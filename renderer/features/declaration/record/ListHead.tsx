import { Alert, Button } from 'antd'
import { FilePdfOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { directionOf } from '#shared/model/mode'
import { ActButton } from '../../../app/ActButton'
import { useSession } from '../../../app/book'
import { useAct } from '../../../app/useAct'
import { openTab } from '../../../app/navigation'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import { useCodeBook } from '../../../components/useCodeBook'
import type { ListTimeline, SealedRecord, Stored } from '../../../data/port'
import { showAmount } from '../../../components/numbers'
import { shownCode, shownCurrency } from '../codes'
import { listTones, stateKey } from '../lists/states'
import { printList } from '../print/print-list'
import { usePrintedState } from '../print/usePrintedState'
import { ListButtons } from './ListButtons'
import { Remarks } from './Remarks'
import { Withdrawal } from './Withdrawal'

type ListHeadProps = { stored: Stored<SealedRecord<'lists'>>; timeline: ListTimeline }

/** The line an officer reads on the telephone, what to do next, and the print. */
export function ListHead({ stored, timeline }: ListHeadProps) {
  const { t } = useTranslation('declaration')
  const show = useText()
  const session = useSession()
  const codes = useCodeBook()
  const words = usePrintedState()
  const { refuse, offerUndo } = useAct()
  const [busy, setBusy] = useState(false)
  const { list, state, answer, batchNo, held, declaredBy, orders, withdrawal } = stored.record
  const isImport = directionOf(list.tradeMode) === 'import'
  const facts: [string, string][] = [
    [t('list.orderNo'), list.orderNo],
    [t('list.waybillNo'), list.logisticsNo],
    [t(isImport ? 'list.departure' : 'list.country'), shownCode(codes, 'country', list.country)],
    [shownCurrency(codes, list.currency), showAmount(list.amount, list.currency)],
    [t('list.grossWeight'), list.grossWeight],
    [t('list.netWeight'), list.netWeight],
    [t('list.attempt'), String(list.attempt)],
    [t('list.batchNo'), batchNo ?? ''],
    [t('list.preNo'), list.preNo ?? ''],
    [t('list.invtNo'), list.invtNo ?? ''],
  ]
  const print = async () => {
    setBusy(true)
    try {
      const saved = await printList(session, stored.record, words)
      if (saved) offerUndo(t('print.saved', { place: saved.shownPath }), undefined)
    } catch (error) {
      refuse(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <header className="list-head">
      <div className="list-head-line">
        <h2>{list.copNo}</h2>
        <StateTag tone={listTones[state]}>
          {t(`state.${stateKey({ state, withdrawal: withdrawal?.state ?? '' })}`)}
        </StateTag>
        {timeline.outdated && <StateTag tone="waiting">{t('outdated')}</StateTag>}
        {declaredBy && <StateTag tone="neutral">{t('declaredBy', { code: declaredBy })}</StateTag>}
        <span className="declaration-space" />
        {orders.map((id) => (
          <Button
            key={id}
            onClick={() => openTab({ view: 'orders/record', params: { id }, title: list.orderNo })}
          >
            {t('record.openOrder')}
          </Button>
        ))}
        <ListButtons stored={stored} timeline={timeline} />
        <ActButton does="print.pdf" icon={<FilePdfOutlined />} loading={busy} onClick={() => void print()}>
          {t('print.list')}
        </ActButton>
      </div>
      <dl className="list-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {held && (
        <Alert
          type="warning"
          showIcon
          title={t(held.declared ? 'held.declared' : 'held.draft', { ...held })}
          description={t('held.fix')}
        />
      )}
      {answer && (
        <p className="list-answer">
          <code>{answer.code}</code> {answer.text}
        </p>
      )}
      {withdrawal?.state && <Withdrawal withdrawal={withdrawal} />}
      {timeline.actions.length > 0 && (
        <p className="list-next">
          {t('record.next')}
          {timeline.actions.map(({ action, text }) => (
            <span key={action}>{show(text)}</span>
          ))}
        </p>
      )}
      {list.warnings && <Remarks warnings={list.warnings} />}
    </header>
  )
}
