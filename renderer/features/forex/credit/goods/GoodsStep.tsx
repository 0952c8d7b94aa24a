import { Table } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../../../app/ActButton'
import { showAmount } from '../../../../components/numbers'
import { StateTag } from '../../../../components/StateTag'
import { Suggestion } from '../../levels/Suggestion'
import { NoteTable } from '../../notes/NoteTable'
import { useCredit } from '../context'
import { Differences } from './Differences'
import { LinesEditor } from './LinesEditor'

/** What the last pre-check made of every order of the receipt: how much of it papers support. */
function Supported() {
  const { t } = useTranslation('forex')
  const { credit } = useCredit()
  const { verdict, row } = credit
  if (!verdict || verdict.lines.length === 0) return null
  const money = (amount: string | undefined) => (amount === undefined ? '' : showAmount(amount, row.currency))
  return (
    <section className="face-card" aria-label={t('supported.title')} data-help="forex.supported">
      <h2>{t('supported.title')}</h2>
      <Table
        size="small"
        rowKey="lineId"
        dataSource={verdict.lines}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        columns={[
          { key: 'order', title: t('line.order'), render: (_v, { orderId }) => orderId ?? t('line.noOrder') },
          {
            key: 'matched',
            title: t('supported.matched'),
            align: 'right',
            render: (_v, { matched }) => money(matched),
          },
          {
            key: 'supported',
            title: t('supported.supported'),
            align: 'right',
            render: (_v, { supported }) => money(supported),
          },
          {
            key: 'difference',
            title: t('supported.difference'),
            align: 'right',
            render: (_v, { difference }) => money(difference),
          },
          {
            key: 'state',
            title: '',
            width: 120,
            render: (_v, { matched, supported }) => (
              <StateTag tone={matched === supported ? 'good' : 'waiting'}>
                {t(matched === supported ? 'supported.whole' : 'supported.part')}
              </StateTag>
            ),
          },
        ]}
      />
    </section>
  )
}

/** 订单与货物: receipt ↔ orders ↔ goods; what names itself is suggested, the rest is linked by hand. */
export function GoodsStep() {
  const { t } = useTranslation('forex')
  const { credit } = useCredit()
  const { id } = credit.row
  const [suggesting, setSuggesting] = useState(false)
  const own = useMemo(() => ({ creditId: id }), [id])
  return (
    <div className="face-page face-scroll" data-help="forex.goods">
      <div className="face-tools">
        <ActButton does="applyForexSuggestion" onClick={() => setSuggesting(true)}>
          {t('suggestion.ask')}
        </ActButton>
        <span className="face-note">{t('goods.says')}</span>
      </div>
      <LinesEditor />
      <Supported />
      <Differences />
      <NoteTable kind="customsDoc" />
      <NoteTable kind="warehouseOut" />
      <NoteTable kind="paperUse" />
      <NoteTable kind="assigned" only={({ creditId }) => creditId === id} start={own} />
      {suggesting && <Suggestion onClose={() => setSuggesting(false)} />}
    </div>
  )
}
