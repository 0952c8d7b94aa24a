import { Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { written } from '#shared/forex/amount'
import { appliedOf } from '#shared/forex/book/forms'
import { leftToApply, stateOf, type ApplicationState } from '#shared/forex/ledger/applications'
import { showAmount } from '../../../../components/numbers'
import { StateTag, type StateTone } from '../../../../components/StateTag'
import { useCredit } from '../context'
import { Application } from './Application'

const tones: Readonly<Record<ApplicationState, StateTone>> = {
  kept: 'neutral',
  submitted: 'waiting',
  converted: 'good',
  returned: 'bad',
}

/** 结汇申请 of a receipt, in parts where it is converted on several days. `eligible`: what the pre-check supports. */
export function Applications({ eligible }: { eligible: string }) {
  const { t } = useTranslation('forex')
  const { credit } = useCredit()
  const { row, converted, forms } = credit
  const applications = forms.applications ?? []
  const applied = appliedOf(forms)
  const left = written(leftToApply(eligible, applied, converted), row.currency)
  // The part that is being worked on is come back to.
  const open = applications.find(({ submitted }) => !submitted)?.no
  const [chosen, choose] = useState<number | undefined>(open ?? applications.at(-1)?.no)
  const kept = applications.find(({ no }) => no === chosen)
  const states = new Map(applied.map((one) => [one.no, stateOf(one, converted)]))
  return (
    <>
      {applications.length > 0 && (
        <section className="face-card" aria-label={t('application.title')} data-help="forex.application">
          <div className="face-tools">
            <h2>{t('application.title')}</h2>
            <span className="face-note">
              {t('application.left', {
                left: showAmount(left, row.currency),
                eligible: showAmount(eligible, row.currency),
              })}
            </span>
            <span className="face-space" />
            <Button disabled={chosen === undefined} onClick={() => choose(undefined)}>
              {t('application.another')}
            </Button>
          </div>
          <Table
            size="small"
            rowKey="no"
            dataSource={applications}
            pagination={false}
            rowClassName={({ no }) => (no === chosen ? 'face-marked' : '')}
            columns={[
              {
                key: 'no',
                title: t('application.no'),
                render: (_v, { no }) => (
                  <Button type="link" size="small" onClick={() => choose(no)}>
                    {t('application.open', { no })}
                  </Button>
                ),
              },
              { key: 'day', title: t('application.day'), render: (_v, { answers }) => answers.date },
              {
                key: 'amount',
                title: t('application.amount', { currency: row.currency }),
                align: 'right',
                render: (_v, { answers }) => showAmount(answers.amount, row.currency),
              },
              {
                key: 'orders',
                title: t('application.orders'),
                render: (_v, { draws = [] }) => draws.map(({ orderId }) => orderId).join(t('listMark')),
              },
              {
                key: 'state',
                title: t('application.state'),
                render: (_v, { no }) => {
                  const state = states.get(no) ?? 'kept'
                  return <StateTag tone={tones[state]}>{t(`application.states.${state}`)}</StateTag>
                },
              },
            ]}
          />
        </section>
      )}
      <Application key={chosen ?? 'new'} kept={kept} left={left} onKept={choose} />
    </>
  )
}
