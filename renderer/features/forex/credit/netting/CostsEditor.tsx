import { Button, Input, Select, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { costNames } from '#shared/forex/checks/netting'
import type { CostClass } from '#shared/model/forex/netting'
import { isDecimal } from '#shared/money/decimal'
import { ActButton } from '../../../../app/ActButton'
import { useBook } from '../../../../app/book'
import { useDraft } from '../../../../app/drafts'
import { showAmount } from '../../../../components/numbers'
import { useText } from '../../../../components/text'
import type { ForexCreditView, NettingAnswers } from '../../../../data/port'
import { useDone } from '../../useDone'
import { useCredit } from '../context'
import { costRows, withCost, type CostRow } from './costs'

const classes = Object.keys(costNames) as CostClass[]
const pageSize = 12
const ownGoods = ['', 'yes', 'no'] as const

/** What a person says of the statement: class and document of every cost, the declared value of what was sold. */
export function CostsEditor({ netting }: { netting: NonNullable<ForexCreditView['netting']> }) {
  const { t } = useTranslation('forex')
  const show = useText()
  const port = useBook()
  const done = useDone()
  const { credit } = useCredit()
  const { row } = credit
  const { values, change, drop, dirty } = useDraft(`forex/netting/${row.id}`, t('netting.costs'), {
    answers: JSON.stringify(netting.answers),
  })
  const answers = JSON.parse(values['answers'] ?? '{"costs":{}}') as NettingAnswers
  const put = (next: NettingAnswers) => change('answers', JSON.stringify(next))
  const rows = costRows(netting, answers)
  const open = rows.filter(({ class: of }) => of === '')
  const locked = row.stage === 'presented'
  const { counterparty = '', declaredValueOfSoldGoods = '' } = answers
  const wrong = declaredValueOfSoldGoods !== '' && !isDecimal(declaredValueOfSoldGoods)
  const options = classes.map((value) => ({ value, label: show(costNames[value]) }))
  const set = (key: 'counterparty' | 'declaredValueOfSoldGoods', value: string) => {
    const { [key]: _old, ...others } = answers
    put(value === '' ? others : { ...others, [key]: value })
  }
  const classAll = (of: CostClass) =>
    put(open.reduce((now, one) => withCost(now, one, { class: of }), answers))
  const save = async () => {
    if (wrong) return
    if (await done(() => port.answerForexNetting(row.id, answers, t('why.netting')))) drop()
  }
  return (
    <section className="face-card" aria-label={t('netting.costs')} data-help="forex.costs">
      <div className="face-tools">
        <h2>{t('netting.costs')}</h2>
        {open.length > 0 && (
          <>
            <span>{t('netting.open', { count: open.length })}</span>
            <Select<CostClass>
              showSearch={{ optionFilterProp: 'label' }}
              className="face-choice"
              aria-label={t('netting.classAll')}
              placeholder={t('netting.classAll')}
              disabled={locked}
              onChange={classAll}
              options={options}
            />
          </>
        )}
        <span className="face-space" />
        {dirty && <Button onClick={drop}>{t('line.giveUp')}</Button>}
        <ActButton
          does="answerForexNetting"
          type="primary"
          disabled={!dirty || locked || wrong}
          onClick={() => void save()}
        >
          {t('line.save')}
        </ActButton>
      </div>
      <div className="face-fields">
        <label>
          {t('netting.counterparty')}
          <Input
            value={counterparty}
            disabled={locked}
            onChange={({ target }) => set('counterparty', target.value)}
          />
        </label>
        <label>
          {t('netting.declaredValue')}
          <Input
            value={declaredValueOfSoldGoods}
            disabled={locked}
            status={wrong ? 'error' : ''}
            onChange={({ target }) => set('declaredValueOfSoldGoods', target.value.trim())}
          />
        </label>
      </div>
      <Table<CostRow>
        size="small"
        rowKey="id"
        dataSource={rows}
        pagination={{ pageSize, hideOnSinglePage: true }}
        columns={[
          { key: 'id', title: t('netting.cost'), ellipsis: true, render: (_v, { id }) => id },
          {
            key: 'amount',
            title: t('line.amount'),
            align: 'right',
            width: 120,
            render: (_v, { amount }) => showAmount(amount, netting.report.currency),
          },
          {
            key: 'class',
            title: t('netting.class'),
            width: 160,
            render: (_v, one) => (
              <Select<CostClass | ''>
                showSearch={{ optionFilterProp: 'label' }}
                className="face-choice"
                aria-label={`${t('netting.class')} ${one.id}`}
                value={one.class}
                disabled={locked}
                status={one.class === '' ? 'warning' : ''}
                onChange={(of) => of !== '' && put(withCost(answers, one, { class: of }))}
                options={
                  one.class === '' ? [{ value: '', label: t('netting.unclassed') }, ...options] : options
                }
              />
            ),
          },
          {
            key: 'document',
            title: t('netting.document'),
            width: 190,
            render: (_v, one) => (
              <Input
                aria-label={`${t('netting.document')} ${one.id}`}
                value={one.answer?.documentId ?? ''}
                placeholder={one.answer?.documentId === null ? t('netting.noDocument') : ''}
                disabled={locked || one.class === ''}
                onChange={({ target }) =>
                  put(withCost(answers, one, { documentId: target.value === '' ? null : target.value }))
                }
              />
            ),
          },
          {
            key: 'own',
            title: t('netting.ownGoods'),
            width: 130,
            render: (_v, one) => (
              <Select<(typeof ownGoods)[number]>
                aria-label={`${t('netting.ownGoods')} ${one.id}`}
                value={one.answer?.ownGoods === undefined ? '' : one.answer.ownGoods ? 'yes' : 'no'}
                disabled={locked || one.class === ''}
                onChange={(own) => own !== '' && put(withCost(answers, one, { ownGoods: own === 'yes' }))}
                options={ownGoods.map((value) => ({ value, label: t(`told.${value || 'none'}`) }))}
              />
            ),
          },
        ]}
      />
    </section>
  )
}
