import { Alert, App, Button, Spin } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deadlinesOf } from '#shared/returns/clocks'
import { businessDay } from '#shared/time/shanghai'
import type { ReturnFault } from '#shared/returns/fault'
import { eventRules, returnActTexts } from '#shared/returns/routes'
import { useWhyNot } from '../../app/roles'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { useDraft } from '../../app/drafts'
import { closeTab, openRoom, tabId, titleTab } from '../../app/navigation'
import type { ViewProps } from '../../app/room'
import { useAct } from '../../app/useAct'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { RecordForm } from '../../components/record-form/RecordForm'
import { useText } from '../../components/text'
import { useCodeBook } from '../../components/useCodeBook'
import type { ReturnSheet } from '../../data/port'
import { Deadlines } from './Deadlines'
import { ReplacementLines } from './ReplacementLines'
import { ReturnLines } from './ReturnLines'
import {
  actOf,
  blankFaults,
  choiceOf,
  eventOf,
  isOfGoods,
  isReplaced,
  sectionsOf,
  startValues,
} from './sections'
import './returns.css'

/** What the book says against the choice, asked anew while it is filled in. */
function useFaults(choice: ReturnType<typeof choiceOf>): ReturnFault[] {
  const port = useBook()
  const [faults, setFaults] = useState<ReturnFault[]>([])
  const asked = JSON.stringify(choice)
  useEffect(() => {
    let left = false
    void port
      .checkReturn(JSON.parse(asked) as typeof choice)
      .then((found) => !left && setFaults(found))
      .catch(() => !left && setFaults([]))
    return () => {
      left = true
    }
  }, [asked, port])
  return faults
}

function Form({ params, sheet }: ViewProps & { sheet: ReturnSheet }) {
  const { t } = useTranslation('returns')
  const show = useText()
  const port = useBook()
  const codes = useCodeBook()
  const { message } = App.useApp()
  const { refuse } = useAct()
  const [busy, setBusy] = useState(false)
  const refused = useWhyNot()('keepReturn')
  const view = tabId('returns/new', params)
  const title = `${t('title')} ${sheet.copNo}`
  const stored = useMemo(() => startValues(sheet), [sheet])
  const { values, change, drop, dirty } = useDraft(view, title, stored)
  const choice = choiceOf(sheet, values)
  const said = useFaults(choice)
  const faults = [
    ...blankFaults(sheet, values),
    ...said.map(({ where, severity, text, fix }) => ({ field: where, severity, message: text, fix })),
  ]
  const declares = actOf(values, sheet) === 'return'
  useEffect(() => titleTab('returns/new', params, title), [params, title])
  const keep = async (send: boolean) => {
    setBusy(true)
    try {
      const { copNo } = await port.keepReturn(choice, send)
      void message.success(t(send && declares ? 'sent' : declares ? 'kept' : 'noted', { copNo }))
      drop()
      closeTab(view)
      openRoom('returns')
    } catch (error) {
      refuse(error)
    } finally {
      setBusy(false)
    }
  }
  const sections = sectionsOf(sheet, { ...values, act: actOf(values, sheet) }, codes)
  const shown = new Set(sections.flatMap(({ fields }) => fields.map(({ key }) => key)))
  return (
    <div className="return-form">
      <p className="return-head">
        <b>{sheet.copNo}</b>
        <span>{t('invtNo', { no: sheet.invtNo || '—' })}</span>
        <span>{t('orderNo', { no: sheet.orderNo })}</span>
        <span>{t(`direction.${sheet.direction}`, { mode: sheet.mode })}</span>
        <span>{t(`stage.${sheet.stage}`)}</span>
      </p>
      {declares && (
        <Deadlines
          deadlines={deadlinesOf(
            {
              direction: sheet.direction,
              mode: sheet.mode,
              releasedOn: values['releasedOn'],
              exportedOn: values['exportedOn'],
              food: values['food'] === 'yes',
            },
            businessDay(new Date().toISOString()),
          )}
        />
      )}
      <RecordForm
        refused={refused}
        label={title}
        sections={sections}
        values={{ ...values, act: actOf(values, sheet) }}
        onChange={change}
        faults={faults.filter(({ field }) => shown.has(field))}
        first="event"
        onSubmit={() => void keep(true)}
        actions={
          <>
            <ActButton
              does={declares ? 'sendReturn' : 'keepReturn'}
              type="primary"
              htmlType="submit"
              loading={busy}
            >
              {t(declares ? 'declare' : 'note')}
            </ActButton>
            {declares && (
              <ActButton does="keepReturn" disabled={busy} onClick={() => void keep(false)}>
                {t('keep')}
              </ActButton>
            )}
            <span className="record-space" />
            {dirty && <Button onClick={drop}>{t('giveUp')}</Button>}
          </>
        }
      >
        {isReplaced(values, sheet) && sheet.replacement && (
          <ReplacementLines replacement={sheet.replacement} values={values} onChange={change} />
        )}
        {isOfGoods(values, sheet) && <ReturnLines lines={sheet.lines} values={values} onChange={change} />}
        {faults
          .filter(({ field }) => !shown.has(field))
          .map(({ field, severity, message: text, fix }) => (
            <Alert
              key={`${field} ${text.en}`}
              type={severity === 'refuse' ? 'error' : 'warning'}
              showIcon
              title={show(text)}
              description={show(fix)}
            />
          ))}
        <section className="return-books" aria-label={t('books')} data-help="returns.books">
          <h2>{t('books')}</h2>
          <ul>
            <li>
              <b>{t('book.customs')}</b> {show(returnActTexts[actOf(values, sheet)])}
            </li>
            {eventRules[eventOf(values)].consequences.map(({ book, text, uncertain }) => (
              <li key={book}>
                <b>{t(`book.${book}`)}</b> {show(text)} {uncertain && <em>{t('uncertain')}</em>}
              </li>
            ))}
          </ul>
          <p>{t('source', { source: eventRules[eventOf(values)].source })}</p>
        </section>
      </RecordForm>
    </div>
  )
}

/** 退货 of one 清单: what happened, what comes back, and what it means for the three books. */
export function ReturnForm({ params }: ViewProps) {
  const { t } = useTranslation('returns')
  const show = useText()
  const port = useBook()
  const list = params['list'] ?? ''
  const changes = useChanges('returns', 'lists')
  const { value, state } = useQueryState(() => port.returnSheet(list), `${changes} ${list}`)
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  if (!value) return <Spin aria-label={t('loading')} />
  return <Form params={params} sheet={value as ReturnSheet} />
}
