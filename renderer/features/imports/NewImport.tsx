import { FileExcelOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordKind } from '#shared/model/import-report'
import { useBook } from '../../app/book'
import { useAct } from '../../app/useAct'
import { useColumnTitles } from '../../components/column-titles'
import { FileDrop } from '../../components/FileDrop'
import { useImportTemplate } from '../../components/import-template/useImportTemplate'
import { recordKinds } from './plan'
import { addFiles } from './store'

const accepted = ['.csv', '.tsv', '.txt', '.xlsx']

const kindOf = (text: string | undefined): RecordKind => recordKinds.find((kind) => kind === text) ?? 'orders'

/** What kind of file, and the file. */
export function NewImport({ kind: preset }: { kind: string | undefined }) {
  const { t } = useTranslation(['imports', 'components'])
  const { refuse } = useAct()
  const title = useColumnTitles('imports', 'drop')
  const port = useBook()
  const [kind, setKind] = useState(kindOf(preset))
  const saveTemplate = useImportTemplate(kind)
  return (
    <div className="imports-new">
      <Segmented<RecordKind>
        aria-label={t('kind')}
        data-help="imports.kind"
        vertical
        value={kind}
        onChange={setKind}
        options={recordKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <FileDrop
        title={title(kind)}
        hint={title('hint')}
        accept={accepted}
        multiple
        onFiles={(files) => addFiles(port, kind, files)}
      />
      <Button
        icon={<FileExcelOutlined />}
        disabled={!saveTemplate}
        onClick={() => void saveTemplate?.().catch(refuse)}
      >
        {t('components:importTemplate.button')}
      </Button>
    </div>
  )
}
