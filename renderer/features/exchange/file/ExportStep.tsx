import { Alert, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../../app/ActButton'
import { useBook, useSession } from '../../../app/book'
import { useChanges } from '../../../app/useChanges'
import { useQueryState } from '../../../app/useQuery'
import { groupDigits } from '../../../components/numbers'
import type { ExportSummary } from '../../../data/port'
import { useActing } from '../useActing'
import { exportToFile } from './carrying'

const number = (n: number) => groupDigits(String(n))

/** Choose what goes along, and where to write it. */
export function ExportStep() {
  const { t } = useTranslation('carry')
  const port = useBook()
  const { entry } = useSession()
  const changes = useChanges('outbox', 'batches')
  const { value } = useQueryState(() => port.exportable(), changes)
  const [queued, setQueued] = useState(true)
  const [open, setOpen] = useState(true)
  const [why, setWhy] = useState('')
  const [done, setDone] = useState<ExportSummary>()
  const { busy, act } = useActing()
  const save = async () => {
    const choice = { batches: open ? ('open' as const) : [], queued, why }
    const summary = await exportToFile(port, entry.id, choice)
    if (summary) setDone(summary)
  }
  const nothing = !value || (!(queued && value.queued > 0) && !(open && value.batches > 0))
  return (
    <>
      <fieldset className="carry-choices">
        <legend>{t('export.choose')}</legend>
        <Checkbox checked={queued} onChange={(event) => setQueued(event.target.checked)}>
          {t('export.queued', { documents: number(value?.queued ?? 0) })}
        </Checkbox>
        <Checkbox checked={open} onChange={(event) => setOpen(event.target.checked)}>
          {t('export.open', {
            batches: number(value?.batches ?? 0),
            documents: number(value?.documents ?? 0),
          })}
        </Checkbox>
        {value && value.waiting > 0 && (
          <p className="carry-note">{t('export.waiting', { documents: number(value.waiting) })}</p>
        )}
      </fieldset>
      <label className="carry-field">
        <span>{t('export.why')}</span>
        <Input value={why} maxLength={100} onChange={(event) => setWhy(event.target.value)} />
      </label>
      <Alert type="warning" showIcon title={t('export.leaves')} description={t('export.clear')} />
      <div className="carry-acts">
        <ActButton
          does="exportBatches"
          type="primary"
          loading={busy}
          disabled={nothing}
          onClick={() => void act(save)}
        >
          {t('export.button')}
        </ActButton>
        {nothing && value && <span className="carry-note">{t('export.nothing')}</span>}
      </div>
      {done && (
        <Alert
          type="success"
          showIcon
          data-testid="carry-exported"
          title={t('export.done', {
            batches: number(done.batches),
            documents: number(done.documents),
            bytes: number(done.bytes),
          })}
          description={
            <>
              <code>{done.shownPath}</code>
              {done.more && <p>{t('export.more')}</p>}
              <p>{t('export.next')}</p>
            </>
          }
        />
      )}
    </>
  )
}
