import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { businessDay } from '#shared/time/shanghai'
import type { Due } from '#shared/summary/due'

/** Until when the month is to be summarised; red once that is past. */
export function DueTag({ due }: { due: Due }) {
  const { t } = useTranslation('summary')
  const late = businessDay(new Date().toISOString()) > due.day
  return (
    <span data-help="summary.due">
      <Tag color={late ? 'error' : 'processing'}>
        {t(late ? 'due.late' : 'due.until', { day: due.day })}
        {due.day !== due.nominal && ` ${t('due.moved', { day: due.nominal })}`}
        {!due.certain && ` ${t('due.uncertain')}`}
      </Tag>
    </span>
  )
}
