import { Alert, App, Input, Modal } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { personalColumns } from '#shared/import/personal-columns'
import type { Mapping } from '#shared/table/mapping'
import { useBook, useSession } from '../../app/book'
import { describeFailure, type Failure } from '../../components/failure'
import { ErrorRows } from '../../components/ErrorRows'
import { useText } from '../../components/text'
import type { ErrorView, ImportView } from '../../data/port'
import { handBack } from './hand-back'
import { openErrors } from './state'

const noHeader: string[] = []

/** Refused rows of an import: mended in place and tried again, handed back as Excel, or given up with a reason. */
export function ErrorDesk({ view, version }: { view: ImportView; version: number }) {
  const { t, i18n } = useTranslation('imports')
  const show = useText()
  const port = useBook()
  const { entry } = useSession()
  const { message } = App.useApp()
  const [edits, setEdits] = useState(0)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const [dropping, setDropping] = useState<readonly string[]>()
  const [reason, setReason] = useState('')
  const { id, kind, header = noHeader, map, report } = view
  const personal = useMemo(
    () => personalColumns(kind, header, report?.profile ?? 'auto', map as Mapping | undefined),
    [header, kind, map, report],
  )

  const guarded = async (work: () => Promise<void>) => {
    setBusy(true)
    setFailure(undefined)
    try {
      await work()
    } catch (error) {
      setFailure(describeFailure(error))
    } finally {
      setBusy(false)
      setEdits((n) => n + 1)
    }
  }
  const rows = useCallback(
    async (offset: number, limit: number) =>
      (await port.errors(id, offset, limit, 'open')).rows as ErrorView[],
    [id, port],
  )
  const onCorrect = async (changes: readonly { id: string; cells: string[] }[]) => {
    for (const change of changes) await port.editError(change.id, change.cells, t('why.mend'))
    setEdits((n) => n + 1)
  }
  const retry = () =>
    guarded(async () => {
      const { accepted, duplicates, refused } = await port.retryErrors(id, t('why.mend'))
      const none = accepted + duplicates + refused === 0
      if (none) void message.info(t('retry.none'))
      else
        void message[refused > 0 ? 'warning' : 'success'](t('retry.done', { accepted, duplicates, refused }))
    })
  const exportRows = () =>
    guarded(async () => {
      const saved = await handBack(port, view, i18n.language.startsWith('en') ? 'en' : 'zh', entry.kind)
      if (saved) void message.success(t('handBack.done', { name: saved.shownPath }))
    })
  const drop = () =>
    guarded(async () => {
      await port.dropErrors(id, [...(dropping ?? [])], reason.trim())
      setDropping(undefined)
      setReason('')
    })
  return (
    <section className="import-errors" data-help="imports.errors">
      {failure && <Alert type="error" showIcon title={show(failure.text)} />}
      <ErrorRows
        gridId={`errors-${view.kind}`}
        header={header}
        total={openErrors(view)}
        version={`${version}-${edits}`}
        rows={rows}
        onCorrect={onCorrect}
        onRetry={() => void retry()}
        onExport={() => void exportRows()}
        onDrop={setDropping}
        retrying={busy}
        personal={personal}
        onReveal={(reason) => port.revealErrors(id, reason)}
      />
      <Modal
        open={dropping !== undefined}
        title={t('giveUp.title', { count: dropping?.length ?? 0 })}
        okText={t('giveUp.confirm')}
        okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: busy }}
        onOk={() => void drop()}
        onCancel={() => setDropping(undefined)}
        destroyOnHidden
      >
        <p>{t('giveUp.what')}</p>
        <label className="undo-why">
          {t('giveUp.why')}
          <Input autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
      </Modal>
    </section>
  )
}
