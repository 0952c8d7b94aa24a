import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook, useSession } from '../../../app/book'
import { saveFile, type Saved } from '../../../components/save/save-file'
import { savePdf } from '../../../components/save/save-pdf'
import { saveTables } from '../../../components/save/save-tables'
import { languageOf } from '../../../components/text'
import type { RebateBatchView, RebateTables } from '../../../data/port'
import { useAttempt } from '../../../app/useAttempt'

export type Output = RebateTables | 'exchange' | 'print' | 'calendar'

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
    return saveTables(name, await port.rebateTables(batch.id, what, language), entry.kind)
  }
  const save = async (what: Output) => {
    setBusy(what)
    const saved = await act(() => make(what))
    setBusy(undefined)
    if (saved) void message.success(t('output.saved', { place: saved.shownPath }))
  }
  return { busy, save }
}
