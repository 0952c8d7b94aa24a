import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { useWhyNot } from '../../app/roles'
import { useBook } from '../../app/book'
import { useColumnTitles } from '../../components/column-titles'
import { FileDrop } from '../../components/FileDrop'
import { groupDigits } from '../../components/numbers'
import { showTime } from '../../components/time'
import type { ImportView } from '../../data/port'
import { addFiles } from './store'
import { UndoImport } from './UndoImport'

const number = (n: number) => groupDigits(String(n))

/** An import that a power cut or crash stopped: exactly what of it is stored, and the two ways on. */
export function Interrupted({ view }: { view: ImportView }) {
  const { t } = useTranslation('imports')
  const title = useColumnTitles('imports', 'interrupted')
  const port = useBook()
  const refused = useWhyNot()('importFile')
  const { file, stored, startedAt, kind } = view
  return (
    <Alert
      type="warning"
      showIcon
      className="interrupted"
      title={t('interrupted.title', { file, time: showTime(startedAt) })}
      description={
        <>
          <p>
            {t('interrupted.stored', { records: number(stored.records), refused: number(stored.refused) })}
          </p>
          <div className="interrupted-ways">
            <FileDrop
              refused={refused}
              title={title('continue')}
              hint={title('hint')}
              accept={['.csv', '.tsv', '.txt', '.xlsx']}
              onFiles={(files) => addFiles(port, kind, files, view)}
            />
            <UndoImport view={view} />
          </div>
        </>
      }
    />
  )
}
