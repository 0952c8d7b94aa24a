import { FileExcelOutlined, FilePdfOutlined } from '@ant-design/icons'
import { Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../../app/ActButton'
import { useSession } from '../../../app/book'
import { useAct } from '../../../app/useAct'
import { printBatch, type Form } from './print-batch'
import type { Query } from './rows'
import { usePrintedState } from './usePrintedState'

/** 出口清单批次表 of the selection, or of everything the filter finds. */
export function PrintTools({ query }: { query: Query }) {
  const { t } = useTranslation('declaration')
  const session = useSession()
  const words = usePrintedState()
  const { refuse, offerUndo } = useAct()
  const [busy, setBusy] = useState<Form>()
  const save = async (form: Form) => {
    setBusy(form)
    try {
      const saved = await printBatch(form, session, query, words, t('print.batchName'))
      if (saved) offerUndo(t('print.saved', { place: saved.shownPath }), undefined)
    } catch (error) {
      refuse(error)
    } finally {
      setBusy(undefined)
    }
  }
  return (
    <Space className="print-tools" size={10}>
      <ActButton
        does="print.pdf"
        icon={<FilePdfOutlined />}
        loading={busy === 'pdf'}
        onClick={() => void save('pdf')}
      >
        {t('print.batchPdf')}
      </ActButton>
      <ActButton
        does="files.saveAs"
        icon={<FileExcelOutlined />}
        loading={busy === 'xlsx'}
        onClick={() => void save('xlsx')}
      >
        {t('print.batchExcel')}
      </ActButton>
    </Space>
  )
}
