import { Alert, App, Popconfirm } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { useAct } from '../../app/useAct'
import { ErrorRows } from '../../components/ErrorRows'
import type { ErrorView, ImportView } from '../../data/port'

type ImportedProps = { view: ImportView; onView: (view: ImportView) => void; onUndone: () => void }

/** What an import of goods brought, its refused rows to be mended here, and the way back. */
export function GoodsImported({ view, onView, onUndone }: ImportedProps) {
  const { t } = useTranslation('goods')
  const port = useBook()
  const { message } = App.useApp()
  const { refuse } = useAct()
  const [open, setOpen] = useState(0)
  const [retrying, setRetrying] = useState(false)
  const [version, setVersion] = useState(0)
  useEffect(() => {
    let left = false
    port.errors(view.id, 0, 1, 'open').then(({ total }) => !left && setOpen(total), refuse)
    return () => {
      left = true
    }
  }, [port, refuse, version, view.id])

  const rows = useCallback(
    async (offset: number, limit: number) =>
      (await port.errors(view.id, offset, limit, 'open')).rows as ErrorView[],
    [port, view.id],
  )
  const correct = async (changes: readonly { id: string; cells: string[] }[]) => {
    for (const { id, cells } of changes) await port.editError(id, cells, t('import.mend'))
    setVersion((n) => n + 1)
  }
  const retry = async () => {
    setRetrying(true)
    try {
      const { accepted, refused } = await port.retryErrors(view.id, t('import.mend'))
      message.info(t('import.retried', { accepted, refused }))
      const after = (await port.imports()).find(({ id }) => id === view.id)
      if (after) onView(after)
      setVersion((n) => n + 1)
    } catch (error) {
      refuse(error)
    } finally {
      setRetrying(false)
    }
  }
  const { report } = view
  return (
    <>
      <Alert
        type={open > 0 ? 'warning' : 'success'}
        showIcon
        title={t('import.done', {
          read: report?.rowsRead ?? 0,
          accepted: report?.rowsAccepted ?? 0,
          updated: report?.updated ?? 0,
          duplicates: report?.duplicates ?? 0,
          refused: report?.rowsRefused ?? 0,
        })}
        action={
          <Popconfirm
            title={t('import.undoAsk')}
            onConfirm={() => port.undoImport(view.id, t('import.undo')).then(onUndone, refuse)}
          >
            <ActButton does="undoImport" size="small">
              {t('import.undo')}
            </ActButton>
          </Popconfirm>
        }
      />
      {open > 0 && (
        <div className="goods-import-errors">
          <ErrorRows
            gridId="goods-import-errors"
            header={view.header ?? []}
            total={open}
            version={`${version} ${open}`}
            rows={rows}
            onCorrect={correct}
            onRetry={() => void retry()}
            retrying={retrying}
          />
        </div>
      )}
    </>
  )
}
