import { FileExcelOutlined, FilePdfOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ForexTables } from '../../../data/port'
import { useSheets } from '../useSheets'

/** Excel and PDF of a form. `label` tells one from another in the name of the file. */
export function FormOutputs({ which, label }: { which: ForexTables; label: string }) {
  const { t } = useTranslation('forex')
  const { busy, save } = useSheets()
  return (
    <>
      <Button
        icon={<FilePdfOutlined />}
        loading={busy === 'pdf'}
        onClick={() => void save('pdf', which, label)}
      >
        {t('output.pdf')}
      </Button>
      <Button
        icon={<FileExcelOutlined />}
        loading={busy === 'excel'}
        onClick={() => void save('excel', which, label)}
      >
        {t('output.excel')}
      </Button>
    </>
  )
}
