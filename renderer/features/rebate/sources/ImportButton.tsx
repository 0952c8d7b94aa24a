import { ImportOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { openRoom } from '../../../app/navigation'

export type SourceKind = 'declarations' | 'invoices' | 'rates' | 'exchange-rates' | 'handbooks'

/** Leads to the import room with the kind already chosen: files, error rows and undo are the same as everywhere. */
export function ImportButton({ kind }: { kind: SourceKind }) {
  const { t } = useTranslation('rebate')
  return (
    <Button icon={<ImportOutlined />} onClick={() => openRoom('imports', { kind })}>
      {t(`import.${kind}`)}
    </Button>
  )
}
