import { useTranslation } from 'react-i18next'
import { returnInstant } from '#shared/protocol/receipts'
import { useBook } from '../../app/book'
import { useAct } from '../../app/useAct'
import { saveExcel } from '../../components/save/save-excel'
import { showTime } from '../../components/time'
import { unknownSheet } from './unknown-sheet'

/** Save the codes no table here has as an Excel list: to ask customs by, and for those who keep the tables. */
export function useUnknownCodes(): () => Promise<void> {
  const { t } = useTranslation('receipts')
  const port = useBook()
  const { refuse, offerUndo } = useAct()
  const shown = (time: string) => showTime(returnInstant(time) ?? time)
  return async () => {
    try {
      const codes = await port.unknownCodes()
      const sheet = unknownSheet(codes, (key) => t(`unknown.${key}`), shown)
      const saved = await saveExcel(`${t('unknown.sheet')}.xlsx`, [sheet])
      if (saved) offerUndo(t('unknown.saved', { place: saved.shownPath }), undefined)
    } catch (error) {
      refuse(error)
    }
  }
}
