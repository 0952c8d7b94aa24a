import { Alert, Button, Input, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sub, sum } from '#shared/money/decimal'
import { ActButton } from '../../../../app/ActButton'
import { useBook } from '../../../../app/book'
import { useDraft } from '../../../../app/drafts'
import { showAmount } from '../../../../components/numbers'
import { useText } from '../../../../components/text'
import type { CreditLine } from '../../../../data/port'
import { useDone } from '../../useDone'
import { useCredit } from '../context'
import { readLines, withLines } from './paste'

const pageSize = 20

/** Which orders a receipt paid, and how much of it each: typed, pasted from a sheet, or named by the remittance itself. */
export function LinesEditor() {
  const { t } = useTranslation('forex')
  const show = useText()
  const port = useBook()
  const done = useDone()
  const { credit } = useCredit()
  const { row, lines: stored, named } = credit
  const { values, change, drop, dirty } = useDraft(`forex/lines/${row.id}`, t('line.title'), {
    lines: JSON.stringify(stored),
  })
  const lines = JSON.parse(values['lines'] ?? '[]') as CreditLine[]
  const setLines = (next: readonly CreditLine[]) => change('lines', JSON.stringify(next))
  const [text, setText] = useState('')
  const pasted = readLines(text)
  const locked = row.stage === 'presented'
  const total = sum(lines.map(({ amount }) => amount))
  const rest = sub(row.amount, total)
  const missing = named.filter((order) => !lines.some(({ orderId }) => orderId === order))
  const add = () => {
    setLines(withLines(lines, pasted.lines))
    setText(pasted.wrong.map((one) => one.text).join('\n'))
  }
  const save = async () => {
    if (await done(() => port.linkForexOrders(row.id, lines, t('why.link')))) drop()
  }
  const money = (amount: string) => showAmount(amount, row.currency)
  return (
    <section className="face-card" aria-label={t('line.title')} data-help="forex.lines">
      <div className="face-tools">
        <h2>{t('line.title')}</h2>
        <span>{t('line.total', { count: lines.length, total: money(total), rest: money(rest) })}</span>
        <span className="face-space" />
        {dirty && <Button onClick={drop}>{t('line.giveUp')}</Button>}
        <ActButton
          does="linkForexOrders"
          type="primary"
          disabled={!dirty || locked}
          onClick={() => void save()}
        >
          {t('line.save')}
        </ActButton>
      </div>
      {missing.length > 0 && (
        <Alert
          type="info"
          showIcon
          title={t('line.named', { orders: missing.slice(0, 8).join(' ') })}
          action={
            <ActButton
              does="linkForexOrders"
              size="small"
              onClick={() => setText(missing.map((order) => `${order} `).join('\n'))}
            >
              {t('line.takeNamed')}
            </ActButton>
          }
        />
      )}
      <form
        className="forex-paste"
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <Input.TextArea
          aria-label={t('line.paste')}
          placeholder={t('line.paste')}
          rows={2}
          value={text}
          disabled={locked}
          onChange={({ target }) => setText(target.value)}
        />
        <ActButton does="linkForexOrders" htmlType="submit" disabled={pasted.lines.length === 0 || locked}>
          {t('line.add', { count: pasted.lines.length })}
        </ActButton>
        {pasted.wrong.length > 0 && (
          <span className="face-note" role="status">
            {t('line.wrong', {
              rows: pasted.wrong
                .slice(0, 10)
                .map(({ row: at }) => at)
                .join(', '),
            })}
          </span>
        )}
      </form>
      <Table<CreditLine>
        size="small"
        rowKey={({ id, orderId }) => `${id} ${orderId ?? ''}`}
        dataSource={lines}
        pagination={{ pageSize, hideOnSinglePage: true }}
        locale={{ emptyText: t('line.none') }}
        columns={[
          { key: 'order', title: t('line.order'), render: (_v, { orderId }) => orderId ?? t('line.noOrder') },
          { key: 'id', title: t('line.payment'), render: (_v, { id }) => id },
          {
            key: 'amount',
            title: t('line.amount'),
            align: 'right',
            render: (_v, { amount }) => money(amount),
          },
          {
            key: 'why',
            title: t('line.why'),
            render: (_v, { why }) => <span className="face-note">{why ? show(why) : ''}</span>,
          },
          {
            key: 'act',
            title: '',
            width: 80,
            render: (_v, line) => (
              <Button
                type="link"
                size="small"
                danger
                disabled={locked}
                onClick={() => setLines(lines.filter((one) => one !== line))}
              >
                {t('line.drop')}
              </Button>
            ),
          },
        ]}
      />
    </section>
  )
}
