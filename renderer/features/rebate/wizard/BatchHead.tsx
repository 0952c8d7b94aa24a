import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { groupDigits, showAmount } from '../../../components/numbers'
import { StateTag } from '../../../components/StateTag'
import type { RebateBatchView } from '../../../data/port'
import { stateTones, writtenPeriod } from '../words'

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <span className="face-figure">
      <span>{name}</span> <b>{value}</b>
    </span>
  )
}

/** Always on the screen: period, batch, state and what the batch comes to. */
export function BatchHead({ batch }: { batch: RebateBatchView }) {
  const { t } = useTranslation('rebate')
  const { period, number, kind, state, locked, lines, sums, run } = batch
  return (
    <header className="face-head" data-help="rebate.batch">
      <h1>
        {t('batch.heading', { period: writtenPeriod(period), number })} <Tag>{t(`kind.${kind}`)}</Tag>
        <StateTag tone={stateTones[state]}>{t(`state.${state}`)}</StateTag>
        {locked && <Tag color="gold">{t('batch.locked')}</Tag>}
      </h1>
      <Figure name={t('batch.lines')} value={groupDigits(String(lines))} />
      {kind === 'trading' && <Figure name={t('batch.links')} value={groupDigits(String(sums.links))} />}
      <Figure name={t('batch.fobUsd')} value={showAmount(sums.fobUsd, 'USD')} />
      {kind === 'trading' && <Figure name={t('batch.net')} value={showAmount(sums.net, 'CNY')} />}
      <Figure name={t('batch.refund')} value={showAmount(run?.refund ?? sums.refund, 'CNY')} />
      {run && (
        <span className="face-figure">
          <StateTag tone={run.counts.blocking > 0 ? 'bad' : 'good'}>
            {t('finding.blockingCount', { count: run.counts.blocking })}
          </StateTag>{' '}
          <StateTag tone={run.counts.warning > 0 ? 'waiting' : 'neutral'}>
            {t('finding.warningCount', { count: run.counts.warning })}
          </StateTag>{' '}
          {run.outdated && <StateTag tone="waiting">{t('finding.outdated')}</StateTag>}
        </span>
      )}
    </header>
  )
}
