import { FileExcelOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RecordKind } from '#shared/model/import-report'
import { useImportTemplate } from './useImportTemplate'

/** Download the blank template of a kind of file. */
export function BlankTemplate({
  kind,
  onFailure,
}: {
  kind: RecordKind
  onFailure: (error: unknown) => void
}) {
  const { t } = useTranslation('components')
  const save = useImportTemplate(kind)
  return (
    <Button icon={<FileExcelOutlined />} disabled={!save} onClick={() => void save?.().catch(onFailure)}>
      {t('importTemplate.button')}
    </Button>
  )
}
