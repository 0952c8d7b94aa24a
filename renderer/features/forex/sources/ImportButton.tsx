import { ImportOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { NoteFileKind } from '#shared/model/import-report'
import { openRoom } from '../../../app/navigation'

/** What a file of this room holds. */
export type SourceKind = 'bank' | 'settlement' | 'safe-rates' | 'bank-quotes' | NoteFileKind

/** Leads to the import room with the kind already chosen: files, error rows and undo are the same as everywhere. */
export function ImportButton({ kind }: { kind: SourceKind }) {
  const { t } = useTranslation('forex')
  return (
    <Button icon={<ImportOutlined />} onClick={() => openRoom('imports', { kind })}>
      {t(`import.${kind}`)}
    </Button>
  )
}
