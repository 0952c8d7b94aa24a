import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { recordKinds } from '#shared/model/import-report'
import type { RecordKind } from '#shared/model/import-report'
import { useBook } from '../../app/book'
import { useAct } from '../../app/useAct'
import { useColumnTitles } from '../../components/column-titles'
import { FileDrop } from '../../components/FileDrop'
import { BlankTemplate } from '../../components/import-template/BlankTemplate'
import { addFiles } from './store'

const accepted = ['.csv', '.tsv', '.txt', '.xlsx']

const kindOf = (text: string | undefined): RecordKind => recordKinds.find((kind) => kind === text) ?? 'orders'

/** What kind of file, and the file. */
export function NewImport({ kind: preset }: { kind: string | undefined }) {
  const { t } = useTranslation('imports')
  const { refuse } = useAct()
  const title = useColumnTitles('imports', 'drop')
  const port = useBook()
  const [kind, setKind] = useState(kindOf(preset))
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
      <BlankTemplate kind={kind} onFailure={refuse} />
    </div>
  )
}
