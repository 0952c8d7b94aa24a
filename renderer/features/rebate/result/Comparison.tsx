import { Alert, Select, Spin } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { targetText } from '#shared/rebate/target'
import { useBook } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import { groupDigits } from '../../../components/numbers'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import { showTime } from '../../../components/time'
import type { RebateFinding, RebateRunView } from '../../../data/port'
import { useRebateChanges } from '../changes'
import { RuleLink } from '../../../app/grounds/RuleLink'
import { severityTones } from '../words'

function Findings({ title, findings }: { title: string; findings: readonly RebateFinding[] }) {
  const { t } = useTranslation('rebate')
  const show = useText()
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className="face-list">
        {findings.map(({ id, rule, severity, target, text }) => (
          <li key={id}>
            <StateTag tone={severityTones[severity]}>{t(`severity.${severity}`)}</StateTag>{' '}
            <RuleLink rule={rule} /> {show(targetText(target))} {show(text)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Compared({ batch, before, after }: { batch: string; before: number; after: number }) {
  const { t } = useTranslation('rebate')
  const show = useText()
  const port = useBook()
  const { value, state } = useQueryState(
    () => port.compareRebateRuns(batch, before, after),
    `${batch} ${before} ${after}`,
  )
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  if (!value) return <Spin />
  const { gone, came, stayed, figures } = value
  return (
    <>
      <p>{t('compare.counts', { gone: gone.length, came: came.length, stayed })}</p>
      {figures.length > 0 && (
        <table className="face-plain">
          <thead>
            <tr>
              <th>{t('compare.figure')}</th>
              <th className="face-number">{t('compare.before')}</th>
              <th className="face-number">{t('compare.after')}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map((one) => (
              <tr key={one.figure}>
                <td>{show(one.label)}</td>
                <td className="face-number">{groupDigits(one.before)}</td>
                <td className="face-number">{groupDigits(one.after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {came.length > 0 && <Findings title={t('compare.came')} findings={came} />}
      {gone.length > 0 && <Findings title={t('compare.gone')} findings={gone} />}
    </>
  )
}

/** Two runs of the batch side by side: findings that went and came, totals that changed. */
export function Comparison({ batch }: { batch: string }) {
  const { t } = useTranslation('rebate')
  const port = useBook()
  const { value } = useQueryState(() => port.rebateRuns(batch), `${useRebateChanges()} ${batch}`)
  const runs = (value ?? []) as RebateRunView[]
  const [chosen, setChosen] = useState<{ before?: number; after?: number }>({})
  if (runs.length < 2) return null
  const before = chosen.before ?? runs[1]!.run
  const after = chosen.after ?? runs[0]!.run
  const options = runs.map(({ run, at, asOf, refund }) => ({
    value: run,
    label: t('compare.run', { run, at: showTime(at), asOf, refund: groupDigits(refund) }),
  }))
  return (
    <section className="face-card" aria-label={t('compare.title')} data-help="rebate.compare">
      <h2>{t('compare.title')}</h2>
      <div className="face-tools">
        <label>
          {t('compare.before')}
          <Select
            className="rebate-run"
            value={before}
            options={options}
            onChange={(run: number) => setChosen({ ...chosen, before: run })}
          />
        </label>
        <label>
          {t('compare.after')}
          <Select
            className="rebate-run"
            value={after}
            options={options}
            onChange={(run: number) => setChosen({ ...chosen, after: run })}
          />
        </label>
      </div>
      {before !== after && <Compared batch={batch} before={before} after={after} />}
    </section>
  )
}
