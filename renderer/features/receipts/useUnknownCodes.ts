import { useTranslation } from 'react-i18next'
import { returnInstant } from '#shared/protocol/receipts'
import { useBook } from '../../app/book'
import { useAct } from '../../app/useAct'
import { saveExcel } from '../../components/save/save-excel'
import { showTime } from '../../components/time'

const columns = ['code', 'message', 'count', 'first', 'last', 'info'] as const
const widths: Readonly<Partial<Record<(typeof columns)[number], number>>> = { first: 20, last: 20, info: 80 }

/** Save the codes no table here has as an Excel list: to ask customs by, and for those who keep the tables. */
export function useUnknownCodes(): () => Promise<void> {
  const { t } = useTranslation('receipts')
  const port = useBook()
  const { refuse, offerUndo } = useAct()
  const shown = (time: string) => showTime(returnInstant(time) ?? time)
  return async () => {
    try {
      const codes = await port.unknownCodes()
      const rows = codes.map(({ code, message, count, first, last, info }) => [
        code,
        message,
        String(count),
        shown(first),
        shown(last),
        info,
      ])
      const sheet = {
        name: t('unknown.sheet'),
        columns: columns.map((name) => ({
          title: t(`unknown.${name}`),
          width: widths[name] ?? 12,
          kind: 'text' as const,
        })),
        rows,
      }
      const saved = await saveExcel(`${t('unknown.sheet')}.xlsx`, [sheet])
      if (saved) offerUndo(t('unknown.saved', { place: saved.shownPath }), undefined)
    } catch (error) {
      refuse(error)
    }
  }
}
