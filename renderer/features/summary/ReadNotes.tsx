import { ImportOutlined } from '@ant-design/icons'
import { Alert, App } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readNotes, type NoteFault } from '#shared/summary/read-notes'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { useAct } from '../../app/useAct'
import { workbookRows } from '../../components/read-workbook'
import { useText } from '../../components/text'

type Outcome = { unknown: readonly string[]; faults: readonly NoteFault[]; headless?: true }

/** 报关单号 and 结关日期 from an Excel file of the single window, beside what 792 and people said. */
export function ReadNotes() {
  const { t } = useTranslation('summary')
  const show = useText()
  const port = useBook()
  const { message } = App.useApp()
  const { refuse } = useAct()
  const chosen = useRef<HTMLInputElement>(null)
  const [outcome, setOutcome] = useState<Outcome>()
  const take = async (file: File | undefined) => {
    if (!file) return
    try {
      const read = readNotes(await workbookRows(file))
      if (!read) return setOutcome({ unknown: [], faults: [], headless: true })
      const { noted, unknown } = await port.noteEntries(read.notes)
      setOutcome({ unknown, faults: read.faults })
      void message.success(t('notes.noted', { count: noted }))
    } catch (error) {
      refuse(error)
    } finally {
      if (chosen.current) chosen.current.value = ''
    }
  }
  return (
    <div className="face-tools" data-help="summary.note">
      <input
        ref={chosen}
        type="file"
        hidden
        accept=".xlsx"
        data-read-notes
        onChange={({ target }) => void take(target.files?.[0])}
      />
      <ActButton does="noteEntries" icon={<ImportOutlined />} onClick={() => chosen.current?.click()}>
        {t('notes.read')}
      </ActButton>
      {outcome?.headless && <Alert type="error" showIcon title={t('notes.headless')} />}
      {outcome && outcome.unknown.length > 0 && (
        <Alert type="warning" showIcon title={t('notes.unknown', { numbers: outcome.unknown.join(' ') })} />
      )}
      {outcome?.faults.map(({ row, value, text, fix }) => (
        <Alert
          key={row}
          type="error"
          showIcon
          title={t('notes.fault', { row, value, text: show(text), fix: show(fix) })}
        />
      ))}
    </div>
  )
}
