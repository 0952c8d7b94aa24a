import { Alert, Empty, Spin } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../app/book'
import { titleTab } from '../../app/navigation'
import type { ViewProps } from '../../app/room'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { StateTag } from '../../components/StateTag'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'
import { ErrorDesk } from './ErrorDesk'
import { ImportResult } from './ImportResult'
import { Interrupted } from './Interrupted'
import { importState, importTones } from './state'
import { UndoImport } from './UndoImport'
import './imports.css'

/** One import: what it brought, its refused rows, and the way back. */
export function ImportTab({ params }: ViewProps) {
  const { t } = useTranslation('imports')
  const show = useText()
  const port = useBook()
  const id = params['id'] ?? ''
  const changes = useChanges('imports')
  const { value: view, state } = useQueryState(
    async () => (await port.imports()).find((each) => each.id === id),
    changes,
  )
  const file = view?.file
  useEffect(() => {
    if (file !== undefined) titleTab('imports/record', params, file)
  }, [file, params])

  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  if (!view) return state === 'loading' ? <Spin /> : <Empty description={t('gone')} />
  const shown = importState(view)
  return (
    <div className="import-tab" data-import-state={shown}>
      <header className="import-tab-head">
        <h2>{view.file}</h2>
        <StateTag tone={importTones[shown]}>{t(`state.${shown}`)}</StateTag>
        <span>{t(`kinds.${view.kind}`)}</span>
        <span>{showTime(view.startedAt)}</span>
        <span>{view.who}</span>
        <span className="import-tab-space" />
        {view.state === 'done' && <UndoImport view={view} />}
      </header>
      {view.interrupted && <Interrupted view={view} />}
      <ImportResult view={view} />
      {view.state === 'done' && view.stored.refused > 0 && <ErrorDesk view={view} version={changes} />}
    </div>
  )
}
