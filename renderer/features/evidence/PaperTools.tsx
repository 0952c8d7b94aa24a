import { ExportOutlined, PlusOutlined, PrinterOutlined } from '@ant-design/icons'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { paperRegister, registerRows } from '#shared/evidence/print'
import { ActButton } from '../../app/ActButton'
import { useBook, useSession } from '../../app/book'
import { printing } from '../../app/printing'
import { useAttempt } from '../../app/useAttempt'
import { useCommand } from '../../app/useCommand'
import { practiceMark } from '../../components/save/practice-mark'
import { saveExcel } from '../../components/save/save-excel'
import { savePdf } from '../../components/save/save-pdf'
import type { EvidenceView } from '../../data/port'
import { today, type Choice } from './usePapers'

type Props = { choice: Choice; total: number; onAdd: () => void }

const pageSize = 500
const columnWidth = 20

/** Add a paper; print or export the register of those the list shows. */
export function PaperTools({ choice, total, onAdd }: Props) {
  const { t } = useTranslation('evidence')
  const port = useBook()
  const session = useSession()
  const attempt = useAttempt()
  const { message } = App.useApp()
  useCommand({
    id: 'evidence.add',
    does: 'putEvidence',
    title: 'evidence:add',
    group: 'room',
    keys: 'Alt+N',
    run: onAdd,
  })

  const all = async (): Promise<EvidenceView[]> => {
    const rows: EvidenceView[] = []
    for (;;) {
      const page = await port.evidence({ ...choice, on: today(), offset: rows.length, limit: pageSize })
      rows.push(...page.rows)
      if (page.rows.length === 0 || rows.length >= page.total) return rows
    }
  }
  const print = async () => {
    const { enterprise, context } = await printing(session)
    const saved = await savePdf(
      `${t('title')}.pdf`,
      paperRegister(
        await all(),
        { on: today(), enterprise: enterprise.name, book: enterprise.book },
        context,
      ),
    )
    if (saved) message.success(t('savedTo', { place: saved.shownPath }))
  }
  const write = async () => {
    const { head, rows } = registerRows(await all())
    const saved = await saveExcel(`${t('title')}.xlsx`, [
      {
        name: t('title'),
        ...practiceMark(session.entry.kind),
        columns: head.map((title) => ({ title, width: columnWidth, kind: 'text' as const })),
        rows,
      },
    ])
    if (saved) message.success(t('savedTo', { place: saved.shownPath }))
  }
  return (
    <>
      <ActButton does="putEvidence" type="primary" icon={<PlusOutlined />} onClick={onAdd}>
        {t('add')}
      </ActButton>
      <ActButton
        does="print.pdf"
        icon={<PrinterOutlined />}
        disabled={total === 0}
        onClick={() => void attempt(print)}
      >
        {t('print')}
      </ActButton>
      <ActButton
        does="files.saveAs"
        icon={<ExportOutlined />}
        disabled={total === 0}
        onClick={() => void attempt(write)}
      >
        {t('export')}
      </ActButton>
      <span className="face-note">{t('dropHere')}</span>
    </>
  )
}
