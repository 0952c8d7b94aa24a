import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../app/book'
import { practiceMark } from '../../../components/save/practice-mark'
import { saveExcel } from '../../../components/save/save-excel'
import { useText } from '../../../components/text'
import type { ExemptView } from '../../../data/port'
import { useAttempt } from '../../../app/useAttempt'

/** The month as a workbook: figures of the return, sums, and every line that is shown with its rate and day. */
export function useExemptSheet() {
  const { t } = useTranslation('rebate')
  const show = useText()
  const { entry } = useSession()
  const act = useAttempt()
  const { message } = App.useApp()
  return async (view: ExemptView) => {
    const mark = practiceMark(entry.kind)
    const text = (title: string, width = 20) => ({ title, width, kind: 'text' as const })
    const number = (title: string) => ({ title, width: 16, kind: 'number' as const })
    const saved = await act(() =>
      saveExcel(`${t('face.exempt')} ${view.period}.xlsx`, [
        {
          name: t('exempt.figures').slice(0, 31),
          ...mark,
          columns: [text(t('exempt.figure'), 32), number(t('exempt.cny')), text(t('exempt.place'), 40)],
          rows: view.figures.map(({ label, value, place, confirmed }) => [
            show(label),
            value,
            confirmed ? show(place) : `${show(place)} (${t('unconfirmed')})`,
          ]),
        },
        {
          name: t('exempt.byShop').slice(0, 31),
          ...mark,
          columns: [text(t('exempt.shop'), 32), number(t('exempt.cny'))],
          rows: view.byShop.map(({ name, cny }) => [name, cny]),
        },
        {
          name: t('exempt.lines').slice(0, 31),
          ...mark,
          columns: [
            text(t('exempt.source'), 26),
            text(t('item.exportDate'), 12),
            text(t('item.currency'), 8),
            number(t('item.amount')),
            number(t('exempt.rate')),
            text(t('exempt.rateDay'), 12),
            number(t('exempt.cny')),
            text(t('exempt.country')),
            text(t('exempt.shop')),
            text(t('exempt.declaredIn'), 10),
            text(t('exempt.remark'), 30),
          ],
          rows: view.rows.map((row) => [
            row.source,
            row.exportDate,
            row.currency,
            row.amount,
            row.fxRate,
            row.fxDate,
            row.cny,
            row.country,
            row.shop,
            row.declaredIn,
            [
              row.decided && t('exempt.decided'),
              row.corrects && t('exempt.corrects', { source: row.corrects }),
            ]
              .filter(Boolean)
              .join('; '),
          ]),
        },
      ]),
    )
    if (saved) void message.success(t('output.saved', { place: saved.shownPath }))
  }
}
