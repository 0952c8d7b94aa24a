import { FileExcelOutlined } from '@ant-design/icons'
import { Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { hasImportTemplate } from '#shared/import/profiles/template'
import type { RecordKind } from '#shared/model/import-report'
import type { Direction } from '#shared/model/mode'
import { ActButton } from '../../app/ActButton'
import { useImportTemplate } from './useImportTemplate'

type Props = { kind: RecordKind; onFailure: (error: unknown) => void }

function Download({ kind, direction, onFailure }: Props & { direction: Direction }) {
  const { t } = useTranslation('components')
  const save = useImportTemplate(kind, undefined, direction)
  return (
    <ActButton
      does="files.saveAs"
      icon={<FileExcelOutlined />}
      disabled={!save}
      onClick={() => void save?.().catch(onFailure)}
    >
      {t(direction === 'import' ? 'importTemplate.buttonImport' : 'importTemplate.button')}
    </ActButton>
  )
}

/** Download the blank template of a kind of file; of some kinds also that for retail import. */
export function BlankTemplate({ kind, onFailure }: Props) {
  return (
    <Space wrap>
      <Download kind={kind} direction="export" onFailure={onFailure} />
      {hasImportTemplate(kind) && <Download kind={kind} direction="import" onFailure={onFailure} />}
    </Space>
  )
}
