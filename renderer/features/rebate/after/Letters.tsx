import { Alert, Empty, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { businessDay } from '#shared/time/shanghai'
import { sum } from '#shared/money/decimal'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import { showAmount } from '../../../components/numbers'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import type { RebateLetterRow } from '../../../data/port'
import { useRebateChanges } from '../changes'
import { writtenKey } from '../words'
import { AnswerLetter } from './AnswerLetter'
import { LetterDialog } from './LetterDialog'

/** 函调: by supplier and invoice, when sent and answered, what it holds and for how long. */
export function Letters() {
  const { t } = useTranslation('rebateAfter')
  const { t: of } = useTranslation('rebate')
  const show = useText()
  const port = useBook()
  const today = businessDay(new Date().toISOString())
  const { value, state } = useQueryState(() => port.rebateLetters(today), `${useRebateChanges()} ${today}`)
  const [making, setMaking] = useState(false)
  const [answering, setAnswering] = useState<RebateLetterRow>()
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  const letters = value as RebateLetterRow[] | undefined
  const columns: TableColumnsType<RebateLetterRow> = [
    { key: 'sentOn', title: t('letter.sentOn'), width: 100, render: (_v, { sentOn }) => sentOn },
    { key: 'number', title: t('letter.number'), width: 140, ellipsis: true, render: (_v, row) => row.number },
    {
      key: 'supplier',
      title: t('letter.supplier'),
      width: 220,
      render: (_v, { sellerName, sellerTaxNo }) => (
        <>
          {sellerName} <span className="face-note">{sellerTaxNo}</span>
        </>
      ),
    },
    {
      key: 'invoices',
      title: t('letter.about'),
      render: (_v, { invoices, declarations = [] }) => [...invoices, ...declarations].join(' '),
    },
    {
      key: 'held',
      title: t('letter.heldNow'),
      width: 120,
      align: 'right',
      render: (_v, { held }) => showAmount(held, 'CNY'),
    },
    {
      key: 'age',
      title: t('letter.age'),
      width: 90,
      align: 'right',
      render: (_v, { age }) => t('letter.days', { count: age }),
    },
    {
      key: 'answered',
      title: t('letter.answeredOn'),
      width: 170,
      render: (_v, { answeredOn, outcome }) =>
        answeredOn === undefined ? (
          <StateTag tone="waiting">{t('letter.waiting')}</StateTag>
        ) : (
          <>
            {answeredOn}{' '}
            <StateTag tone={outcome === 'clear' ? 'good' : 'bad'}>
              {t(`outcome.${outcome ?? 'clear'}`)}
            </StateTag>
          </>
        ),
    },
    {
      key: 'act',
      title: '',
      width: 90,
      render: (_v, row) =>
        row.outcome !== 'clear' && (
          <ActButton does="answerRebateLetter" size="small" onClick={() => setAnswering(row)}>
            {t('letter.answer')}
          </ActButton>
        ),
    },
  ]
  return (
    <section className="face-page face-scroll" aria-label={t('face.letters')} data-help="rebate.letters">
      <div className="face-tools">
        <ActButton does="sendRebateLetter" type="primary" onClick={() => setMaking(true)}>
          {t('letter.new')}
        </ActButton>
        <span className="face-note">{t('letter.says')}</span>
        <span className="face-space" />
        {letters && letters.length > 0 && (
          <b>{t('letter.total', { held: showAmount(sum(letters.map(({ held }) => held)), 'CNY') })}</b>
        )}
      </div>
      <Table<RebateLetterRow>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={letters}
        loading={state === 'loading' && !letters}
        scroll={{ x: 1100 }}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        expandable={{
          rowExpandable: ({ lines }) => lines.length > 0,
          expandedRowRender: ({ lines, note }) => (
            <>
              {note && <p>{note}</p>}
              <ul className="face-list">
                {lines.map(({ key, state: now, refund }) => (
                  <li key={key}>
                    {writtenKey(key)} · {of(`state.${now}`)} · {showAmount(refund, 'CNY')}
                  </li>
                ))}
              </ul>
            </>
          ),
        }}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('letter.none')} /> }}
      />
      {making && <LetterDialog onClose={() => setMaking(false)} />}
      {answering && <AnswerLetter letter={answering} onClose={() => setAnswering(undefined)} />}
    </section>
  )
}
