import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook, useSession } from '../../app/book'
import { useAttempt } from '../../app/useAttempt'
import { saveFile, type Saved } from '../../components/save/save-file'
import { savePdf } from '../../components/save/save-pdf'
import { saveTables } from '../../components/save/save-tables'
import { languageOf } from '../../components/text'
import type { ForexTables } from '../../data/port'
import { today } from './words'

export type SheetForm = 'excel' | 'pdf'

const nameKey = (which: ForexTables) =>
  typeof which === 'string' ? which : 'form' in which ? which.form : 'month'

/** Sheets of this room as Excel and on A4, the duty calendar, and bytes that were made elsewhere. */
export function useSheets() {
  const { t, i18n } = useTranslation('forex')
  const port = useBook()
  const { entry } = useSession()
  const attempt = useAttempt()
  const { message } = App.useApp()
  const [busy, setBusy] = useState<string>()
  const language = languageOf(i18n.language)
  const keep = async (what: string, make: () => Promise<Saved | undefined>) => {
    setBusy(what)
    const saved = await attempt(make)
    setBusy(undefined)
    if (saved) void message.success(t('output.saved', { place: saved.shownPath }))
  }
  return {
    busy,
    /** `label` tells one sheet of its kind from another: a month, a credit. */
    save: (as: SheetForm, which: ForexTables, label = today()) => {
      const name = `${t(`sheet.${nameKey(which)}`)} ${label}`
      return keep(as, async () =>
        as === 'excel'
          ? saveTables(name, await port.forexTables(which, language), entry.kind)
          : savePdf(`${name}.pdf`, await port.forexPrint(which, language)),
      )
    },
    calendar: (asOf: string) =>
      keep('calendar', async () => {
        const text = await port.forexCalendar(asOf, language)
        return saveFile(`${t('sheet.duties')} ${asOf}.ics`, 'ics', () =>
          Promise.resolve(new TextEncoder().encode(text)),
        )
      }),
    keep,
  }
}
