import { FileExcelOutlined, FilePdfOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../../app/ActButton'
import type { ForexTables } from '../../../data/port'
import { useSheets } from '../useSheets'

/** Excel and PDF of a form. `label` tells one from another in the name of the file. */
export function FormOutputs({ which, label }: { which: ForexTables; label: string }) {
  const { t } = useTranslation('forex')
  const { busy, save } = useSheets()
  return (
    <>
      <ActButton
        does="print.pdf"
        icon={<FilePdfOutlined />}
        loading={busy === 'pdf'}
        onClick={() => void save('pdf', which, label)}
      >
        {t('output.pdf')}
      </ActButton>
      <ActButton
        does="forexTables"
        icon={<FileExcelOutlined />}
        loading={busy === 'excel'}
        onClick={() => void save('excel', which, label)}
      >
        {t('output.excel')}
      </ActButton>
    </>
  )
}
