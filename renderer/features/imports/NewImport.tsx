import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fileKinds, isForexFile } from '#shared/model/import-report'
import type { FileKind } from '#shared/model/import-report'
import { useWhyNot } from '../../app/roles'
import { useBook } from '../../app/book'
import { useAct } from '../../app/useAct'
import { useColumnTitles } from '../../components/column-titles'
import { FileDrop } from '../../components/FileDrop'
import { BlankTemplate } from '../../components/import-template/BlankTemplate'
import { SettlementTemplates } from './SettlementTemplates'
import { addFiles } from './store'

const accepted = ['.csv', '.tsv', '.txt', '.xlsx']
/** What else a kind comes as: SWIFT and ISO files under any of these names, e-invoices, libraries, tariffs. */
const besides: Partial<Record<FileKind, readonly string[]>> = {
  bank: ['.sta', '.mt940', '.940', '.103', '.fin', '.xml'],
  invoices: ['.xml', '.ofd'],
  rates: ['.dbf', '.json'],
  tariff: ['.dbf', '.json'],
}

const kindOf = (text: string | undefined): FileKind => fileKinds.find((kind) => kind === text) ?? 'orders'

/** What kind of file, and the file. */
export function NewImport({ kind: preset }: { kind: string | undefined }) {
  const { t } = useTranslation('imports')
  const { refuse } = useAct()
  const title = useColumnTitles('imports', 'drop')
  const port = useBook()
  const refused = useWhyNot()('importFile')
  const [kind, setKind] = useState(kindOf(preset))
  return (
    <div className="imports-new">
      <Segmented<FileKind>
        aria-label={t('kind')}
        data-help="imports.kind"
        vertical
        value={kind}
        onChange={setKind}
        options={fileKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <FileDrop
        refused={refused}
        title={title(kind)}
        hint={title('hint')}
        accept={[...accepted, ...(besides[kind] ?? [])]}
        multiple
        onFiles={(files) => addFiles(port, kind, files)}
      />
      {kind === 'settlement' && <SettlementTemplates onFailure={refuse} />}
      {!isForexFile(kind) && <BlankTemplate kind={kind} onFailure={refuse} />}
    </div>
  )
}
