import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { breakTexts } from '#shared/matching/texts'
import { ActButton } from '../../app/ActButton'
import { useColumnTitles } from '../../components/column-titles'
import type { GridColumn } from '../../components/grid'
import { StateTag } from '../../components/StateTag'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'
import type { BreakView } from '../../data/port'
import { ageInDays } from './age'
import type { BreakRow } from './useBreaks'

/** Columns of the breaks; one leads to a decision by hand where there is an order to decide about. */
export function useBreakColumns(onDecide: (found: BreakView) => void): GridColumn<BreakRow>[] {
  const { t, i18n } = useTranslation('matching')
  const show = useText()
  const title = useColumnTitles('matching', 'column')
  return useMemo(() => {
    const today = showTime(new Date().toISOString()).slice(0, 10)
    const text = (
      key: string,
      width: number,
      of: (found: BreakView) => string,
      more: Partial<GridColumn<BreakRow>> = {},
    ): GridColumn<BreakRow> => ({
      key,
      title: title(key),
      width,
      format: (_v, { found }) => of(found),
      ...more,
    })
    const fieldName = (field: string) =>
      i18n.exists(`matching:field.${field}`) ? t(`field.${field}`) : field
    return [
      text('orderNo', 110, ({ orderNo }) => orderNo, { frozen: true }),
      text('effect', 118, ({ effect }) => t(`effect.${effect}`), {
        render: (_v, { found: { effect } }) => (
          <StateTag tone={effect === 'block' ? 'bad' : 'waiting'}>{t(`effect.${effect}`)}</StateTag>
        ),
      }),
      text('kind', 150, ({ kind }) => show(breakTexts[kind].label)),
      text('age', 58, ({ day }) => String(ageInDays(day, today) ?? ''), { align: 'right' }),
      text('decide', 88, () => '', {
        render: (_v, { found }) =>
          found.order && (
            <ActButton
              does="matchManually"
              type="link"
              size="small"
              aria-label={t('decideOf', { orderNo: found.orderNo })}
              onClick={() => onDecide(found)}
            >
              {t('decide')}
            </ActButton>
          ),
      }),
      text('field', 110, ({ field }) => fieldName(field)),
      text('ours', 130, ({ ours }) => ours),
      text('theirs', 150, ({ theirs }) => theirs),
      text('message', 250, ({ message }) => show(message)),
      text('fix', 250, ({ fix }) => show(fix)),
    ]
  }, [t, i18n, show, title, onDecide])
}
