import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Grouping } from '#shared/summary/keys'
import { writtenPeriod } from '#shared/summary/period'
import type { SummaryMonth } from '../../data/port'

type ChoiceProps = {
  months: readonly SummaryMonth[]
  period: string | undefined
  grouping: Grouping
  onPeriod: (period: string) => void
  onGrouping: (grouping: Grouping) => void
}

/** Which month, and how customs is asked to group. */
export function Choice({ months, period, grouping, onPeriod, onGrouping }: ChoiceProps) {
  const { t } = useTranslation('summary')
  return (
    <>
      <label data-help="summary.period">
        {t('period')}
        <Select
          aria-label={t('period')}
          className="face-select"
          {...(period && { value: period })}
          onChange={onPeriod}
          options={months.map((month) => ({
            value: month.period,
            label: `${writtenPeriod(month.period)} · ${t('monthLists', { count: month.open })}`,
          }))}
        />
      </label>
      <label data-help="summary.summaryFlag">
        {t('summaryFlag.label')}
        <Select<Grouping['summaryFlag']>
          aria-label={t('summaryFlag.label')}
          className="summary-flag"
          value={grouping.summaryFlag}
          onChange={(summaryFlag) => onGrouping({ ...grouping, summaryFlag })}
          options={(['1', '2'] as const).map((value) => ({ value, label: t(`summaryFlag.${value}`) }))}
        />
      </label>
      <label data-help="summary.itemNameFlag">
        {t('itemNameFlag.label')}
        <Select<Grouping['itemNameFlag']>
          aria-label={t('itemNameFlag.label')}
          className="summary-flag"
          value={grouping.itemNameFlag}
          onChange={(itemNameFlag) => onGrouping({ ...grouping, itemNameFlag })}
          options={(['1', '0'] as const).map((value) => ({ value, label: t(`itemNameFlag.${value}`) }))}
        />
      </label>
    </>
  )
}
