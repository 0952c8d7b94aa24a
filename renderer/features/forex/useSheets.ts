import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook, useSession } from '../../app/book'
import { useAttempt } from '../../app/useAttempt'
import { practiceMark } from '../../components/save/practice-mark'
import { saveExcel } from '../../components/save/save-excel'
import { saveFile, type Saved } from '../../components/save/save-file'
import { savePdf } from '../../components/save/save-pdf'
import { languageOf } from '../../components/text'
import type { ForexTables } from '../../data/port'
import { today } from './words'

export type SheetForm = 'excel' | 'pdf'

/** Width of a column by what stands in it. */
const widths = { text: 24, whole: 8, amount: 16, quantity: 14 } as const

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
  const excel = async (which: ForexTables, name: string) => {
    const mark = practiceMark(entry.kind)
    const tables = await port.forexTables(which)
    return saveExcel(
      `${name}.xlsx`,
      tables.map(({ sheet, preamble, columns, rows }) => ({
        name: sheet.slice(0, 31),
        preamble: [...(mark.preamble ?? []), ...preamble],
        columns: columns.map(({ title, kind }) => ({
          title,
          width: widths[kind],
          kind: kind === 'amount' || kind === 'quantity' ? ('number' as const) : ('text' as const),
        })),
        rows,
      })),
    )
  }
  return {
    busy,
    /** `label` tells one sheet of its kind from another: a month, a credit. */
    save: (as: SheetForm, which: ForexTables, label = today()) => {
      const name = `${t(`sheet.${nameKey(which)}`)} ${label}`
      return keep(as, async () =>
        as === 'excel' ? excel(which, name) : savePdf(`${name}.pdf`, await port.forexPrint(which, language)),
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
