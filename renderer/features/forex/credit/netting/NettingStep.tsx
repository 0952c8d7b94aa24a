import { Empty } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Text } from '#shared/model/text'
import { codeNames } from '#shared/forex/checks/codes'
import { showAmount } from '../../../../components/numbers'
import { useText } from '../../../../components/text'
import { useCredit } from '../context'
import { CostsEditor } from './CostsEditor'

const groups = ['allowed', 'pilotAllowed', 'review', 'notNettable', 'blocked'] as const

/** The statement that the settlements make, as it stands before a person says more. */
function Statement() {
  const { t } = useTranslation('forex')
  const { credit } = useCredit()
  const { netting } = credit
  if (!netting) return null
  const { report, timing, settlementIds } = netting
  const money = (amount: string) => showAmount(amount, report.currency)
  const rows: readonly (readonly [string, string])[] = [
    [t('netting.sales'), report.sales],
    [t('netting.refunds'), report.customerRefunds],
    [t('netting.reserves'), timing.reserves],
    [t('netting.earlier'), timing.earlier],
    [t('netting.adjustments'), timing.adjustments],
  ]
  return (
    <section className="face-card" aria-label={t('netting.statement')}>
      <h2>
        {t('netting.statement')} <small>{settlementIds.join(' ')}</small>
      </h2>
      <dl className="face-facts">
        {rows.map(([name, amount]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {report.currency} {money(amount)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What the last pre-check made of it: cost classes, net proceeds, actual and restored figures. */
function Netted() {
  const { t } = useTranslation('forex')
  const show = useText()
  const { credit } = useCredit()
  const { verdict, row } = credit
  const netting = verdict?.netting
  if (!netting) return null
  const { actual = [], restored = [] } = verdict.declare
  const money = (amount: string) => showAmount(amount, row.currency)
  const named = (code: string | null): string => {
    const name: Text | undefined = code === null ? undefined : codeNames[code]
    return code === null ? t('code.bank') : `${code} ${name ? show(name) : ''}`
  }
  return (
    <section className="face-card" aria-label={t('netting.result')} data-help="forex.netted">
      <h2>{t('netting.result')}</h2>
      <dl className="face-facts">
        {groups.map((group) => (
          <div key={group}>
            <dt>{t(`netting.${group}`)}</dt>
            <dd>{money(netting[group])}</dd>
          </div>
        ))}
        {(['netProceeds', 'expectedCredit', 'residual'] as const).map((figure) => (
          <div key={figure}>
            <dt>{t(`netting.${figure}`)}</dt>
            <dd>
              <b>{money(netting[figure])}</b>
            </dd>
          </div>
        ))}
        {netting.declaredDifference !== undefined && (
          <div>
            <dt>{t('netting.declaredDifference')}</dt>
            <dd>
              {money(netting.declaredDifference)}{' '}
              {netting.ratio && t('netting.ratio', { ratio: netting.ratio })}
            </dd>
          </div>
        )}
      </dl>
      <h3>{t('netting.actual')}</h3>
      <ul className="face-list">
        {actual.map(({ code, amount }, at) => (
          <li key={`${at} ${code}`}>
            {named(code)} <b>{money(amount)}</b>
          </li>
        ))}
      </ul>
      <h3>{t('netting.restored')}</h3>
      <ul className="face-list">
        {restored.map((line, at) => (
          <li key={`${at} ${line.code}`}>
            {t(`netting.${line.direction}`)} {t(`netting.${line.group}`)} {named(line.code)}{' '}
            <b>{money(line.amount)}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** 轧差: what a platform took off before it paid, cost by cost, and what is declared as actual and restored. */
export function NettingStep() {
  const { t } = useTranslation('forex')
  const { credit } = useCredit()
  return (
    <div className="face-page face-scroll" data-help="forex.netting">
      {credit.netting ? (
        <>
          <Statement />
          <CostsEditor key={credit.rev} netting={credit.netting} />
          <Netted />
          <p className="face-note">{t('netting.says')}</p>
        </>
      ) : (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('netting.none')} />
      )}
    </div>
  )
}
