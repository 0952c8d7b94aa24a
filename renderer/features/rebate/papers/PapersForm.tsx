import { Input, Modal, Tabs } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  readPaperRows,
  sumPapers,
  writePaperRows,
  type PaperRow,
  type SumPaper,
} from '#shared/rebate/book/paper-rows'
import { isDecimal } from '#shared/money/decimal'
import { useBook } from '../../../app/book'
import { useAttempt } from '../../../app/useAttempt'
import type { RebatePapers, RebatePapersView } from '../../../data/port'
import { JoinedReceipts } from './JoinedReceipts'
import { PaperFiles } from './PaperFiles'
import { PaperRows } from './PaperRows'

const filingFields = ['packingNetWeight', 'transportNetWeight', 'freightOrigin'] as const

type Rows = Record<SumPaper, readonly PaperRow[]>

/** Receipts joined from the 收汇台账 are that room's: shown here, and changed there. */
const isTyped = ({ credit }: RebatePapers['receipts'][number]): boolean => credit === undefined

const rowsOf = ({ exportInvoices, contracts, receipts }: RebatePapers): Rows => ({
  exportInvoices: writePaperRows('exportInvoices', exportInvoices),
  contracts: writePaperRows('contracts', contracts),
  receipts: writePaperRows('receipts', receipts.filter(isTyped)),
})

/** What is known of the papers of one 报关单: 备案单证, and the papers whose sums the pre-check compares. */
export function PapersForm({ papers, onClose }: { papers: RebatePapersView; onClose: () => void }) {
  const { t } = useTranslation('rebate')
  const port = useBook()
  const act = useAttempt()
  const { declarationNo } = papers
  const [record, setRecord] = useState<RebatePapers>(papers.record)
  const [rows, setRows] = useState<Rows>(() => rowsOf(papers.record))
  const [busy, setBusy] = useState(false)
  const read = useMemo(
    () => ({
      exportInvoices: readPaperRows('exportInvoices', declarationNo, rows.exportInvoices),
      contracts: readPaperRows('contracts', declarationNo, rows.contracts),
      receipts: readPaperRows('receipts', declarationNo, rows.receipts),
    }),
    [declarationNo, rows],
  )
  const { filing } = record
  const isWrong = (field: (typeof filingFields)[number]) =>
    field !== 'freightOrigin' && filing[field] !== undefined && !isDecimal(filing[field])
  const wrong = sumPapers.some((paper) => read[paper].faults.length > 0) || filingFields.some(isWrong)
  const save = async () => {
    if (wrong) return
    setBusy(true)
    const done = await act(async () => {
      const sums = {
        exportInvoices: read.exportInvoices.documents,
        contracts: read.contracts.documents,
        receipts: [...record.receipts.filter((one) => !isTyped(one)), ...read.receipts.documents],
      }
      await port.putRebatePapers({ ...record, ...sums }, papers.rev, t('why.papers'))
      return true
    })
    setBusy(false)
    if (done) onClose()
  }
  const tell = (field: (typeof filingFields)[number], text: string) => {
    const { [field]: _old, ...others } = filing
    setRecord({ ...record, filing: text === '' ? others : { ...others, [field]: text } })
  }
  return (
    <Modal
      open
      width="min(860px, 94vw)"
      title={t('papers.title', { no: declarationNo })}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: wrong }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <Tabs
        size="small"
        items={[
          {
            key: 'files',
            label: t('papers.files', { count: record.files.length }),
            children: (
              <PaperFiles
                record={record}
                first={papers.missing[0] ?? 'exportContract'}
                onChange={setRecord}
              />
            ),
          },
          ...sumPapers.map((paper) => ({
            key: paper,
            label: t(`papers.${paper}`, { count: rows[paper].length }),
            children: (
              <>
                {paper === 'receipts' && <JoinedReceipts receipts={record.receipts} />}
                <PaperRows
                  paper={paper}
                  rows={rows[paper]}
                  faults={read[paper].faults}
                  onChange={(next) => setRows({ ...rows, [paper]: next })}
                />
              </>
            ),
          })),
          {
            key: 'transport',
            label: t('papers.transport'),
            children: (
              <div className="face-fields" data-help="rebate.paperWeights">
                {filingFields.map((field) => (
                  <label key={field}>
                    {t(`papers.${field}`)}
                    <Input
                      value={filing[field] ?? ''}
                      status={isWrong(field) ? 'error' : ''}
                      onChange={({ target }) => tell(field, target.value.trim())}
                    />
                  </label>
                ))}
              </div>
            ),
          },
        ]}
      />
    </Modal>
  )
}
