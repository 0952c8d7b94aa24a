import { Alert, Spin } from 'antd'
import { useTranslation } from 'react-i18next'
import { keyCaveat } from '#shared/summary/keys'
import { useBook } from '../../app/book'
import { useQueryState } from '../../app/useQuery'
import { useText } from '../../components/text'
import type { SummaryChoice, SummaryPreview } from '../../data/port'
import { ApplyBar } from './ApplyBar'
import { EntriesTable } from './EntriesTable'
import { Excluded } from './Excluded'
import { Sums } from './Sums'

type PreviewProps = { choice: SummaryChoice; version: string; onApplied: () => void }

/** What the application of a month would come to, before anything is sent. */
export function Preview({ choice, version, onApplied }: PreviewProps) {
  const { t } = useTranslation('summary')
  const show = useText()
  const port = useBook()
  const { value, state } = useQueryState(() => port.summaryPreview(choice), version)
  const preview = value as SummaryPreview | undefined
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  if (!preview) return <Spin />
  return (
    <div className="summary-face" aria-busy={state === 'loading'}>
      <ApplyBar preview={preview} choice={choice} onApplied={onApplied} />
      <Sums preview={preview} />
      <section className="face-card" aria-label={t('entries.title')} data-help="summary.entries">
        <h2>
          {t('entries.title')} <small>{show(keyCaveat)}</small>
        </h2>
        <EntriesTable entries={preview.entries} />
      </section>
      {preview.excluded.length > 0 && <Excluded excluded={preview.excluded} />}
    </div>
  )
}
