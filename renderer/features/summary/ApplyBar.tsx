import { FileExcelOutlined, FilePdfOutlined, SendOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { useBook, useSession } from '../../app/book'
import { useAct } from '../../app/useAct'
import type { SummaryChoice, SummaryPreview } from '../../data/port'
import { ApplyDialog, type Declarant } from './ApplyDialog'
import { DueTag } from './DueTag'
import { saveStatement, type Form } from './statement'

type ApplyBarProps = { preview: SummaryPreview; choice: SummaryChoice; onApplied: () => void }

/** Until when, the application itself, and the 汇总对账单. */
export function ApplyBar({ preview, choice, onApplied }: ApplyBarProps) {
  const { t } = useTranslation('summary')
  const port = useBook()
  const session = useSession()
  const { offerUndo, refuse } = useAct()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState<Form | 'apply'>()
  const run = async (what: Form | 'apply', work: () => Promise<void>) => {
    setBusy(what)
    try {
      await work()
    } catch (error) {
      refuse(error)
    } finally {
      setBusy(undefined)
    }
  }
  const apply = (declarant: Declarant | undefined, why: string) =>
    run('apply', async () => {
      setAsking(false)
      const done = await port.applySummary(choice, declarant, why)
      offerUndo(t('apply.said', { lists: done.lists, copNos: done.applications.join(' ') }), undefined)
      onApplied()
    })
  const save = (form: Form) =>
    run(form, async () => {
      const saved = await saveStatement(form, session, preview, t('statement.name'))
      if (saved) offerUndo(t('statement.saved', { place: saved.shownPath }), undefined)
    })
  return (
    <div className="face-tools" role="toolbar" aria-label={t('acts')}>
      <DueTag due={preview.due} />
      <Tag>{t('apply.entries', { count: preview.entries.length })}</Tag>
      <span className="face-space" />
      <ActButton
        does="print.pdf"
        icon={<FilePdfOutlined />}
        loading={busy === 'pdf'}
        onClick={() => void save('pdf')}
      >
        {t('statement.pdf')}
      </ActButton>
      <ActButton
        does="files.saveAs"
        icon={<FileExcelOutlined />}
        loading={busy === 'xlsx'}
        onClick={() => void save('xlsx')}
      >
        {t('statement.excel')}
      </ActButton>
      <ActButton
        does="applySummary"
        type="primary"
        icon={<SendOutlined />}
        disabled={preview.included.lists === 0}
        loading={busy === 'apply'}
        data-help="summary.apply"
        onClick={() => setAsking(true)}
      >
        {t('apply.do')}
      </ActButton>
      {asking && (
        <ApplyDialog
          preview={preview}
          onConfirm={(declarant, why) => void apply(declarant, why)}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}
