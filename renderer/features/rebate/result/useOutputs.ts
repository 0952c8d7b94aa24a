import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook, useSession } from '../../../app/book'
import { practiceMark } from '../../../components/save/practice-mark'
import { saveExcel } from '../../../components/save/save-excel'
import { saveFile, type Saved } from '../../../components/save/save-file'
import { savePdf } from '../../../components/save/save-pdf'
import { languageOf } from '../../../components/text'
import type { BookPort, RebateBatchView, RebateTables } from '../../../data/port'
import { useAttempt } from '../../../app/useAttempt'

export type Output = RebateTables | 'exchange' | 'print' | 'calendar'

/** Width of a column by what stands in it. */
const widths = { text: 24, whole: 8, amount: 16, quantity: 14 } as const

async function saveTables(
  port: BookPort,
  batch: RebateBatchView,
  which: RebateTables,
  name: string,
  mark: ReturnType<typeof practiceMark>,
): Promise<Saved | undefined> {
  const tables = await port.rebateTables(batch.id, which)
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

const utf8 = (text: string) => () => Promise.resolve(new TextEncoder().encode(text))

/** What a batch puts out: official tables, the exchange file, the print with every figure, the calendar. */
export function useOutputs(batch: RebateBatchView) {
  const { t, i18n } = useTranslation('rebate')
  const port = useBook()
  const { entry } = useSession()
  const act = useAttempt()
  const { message } = App.useApp()
  const [busy, setBusy] = useState<Output>()
  const language = languageOf(i18n.language)
  const make = async (what: Output): Promise<Saved | undefined> => {
    const name = `${t(`output.${what}`)} ${batch.period}-${batch.number}`
    if (what === 'print') return savePdf(`${name}.pdf`, await port.rebatePrint(batch.id, language))
    if (what === 'calendar') {
      const text = await port.rebateCalendar(batch.id, language)
      return saveFile(`${name}.ics`, 'ics', utf8(text))
    }
    if (what === 'exchange') {
      const { fileName, text } = await port.rebateExchange(batch.id)
      return saveFile(fileName, 'json', utf8(text))
    }
    return saveTables(port, batch, what, name, practiceMark(entry.kind))
  }
  const save = async (what: Output) => {
    setBusy(what)
    const saved = await act(() => make(what))
    setBusy(undefined)
    if (saved) void message.success(t('output.saved', { place: saved.shownPath }))
  }
  return { busy, save }
}
