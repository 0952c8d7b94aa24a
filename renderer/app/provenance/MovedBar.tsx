import { App, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../ActButton'
import { StateTag } from '../../components/StateTag'
import '../../components/provenance/provenance.css'
import type { DerivedMaster, MovedMaster } from '../../data/port'
import { useBook } from '../book'
import { useUndoable } from '../useUndoable'

type Props = {
  master: DerivedMaster
  moved: readonly MovedMaster[]
  /** Whether the list shows just these; without it the list is short enough to see them. */
  only?: boolean
  onOnly?: (only: boolean) => void
}

/** 来源已变 over the list of a master: how many, only these, and 按来源更新 of all of them. */
export function MovedBar({ master, moved, only, onOnly }: Props) {
  const { t } = useTranslation('provenance')
  const port = useBook()
  const act = useUndoable()
  const { modal } = App.useApp()
  if (moved.length === 0) return null
  const update = () =>
    act(
      () =>
        port.updateFromSources(
          master,
          moved.map(({ id }) => id),
          t('updateWhy'),
        ),
      ({ updated }) => (updated > 0 ? t('updated', { count: updated }) : undefined),
    )
  const ask = () =>
    modal.confirm({
      title: t('updateAsk', { count: moved.length }),
      content: t('updateHint'),
      okText: t('update'),
      onOk: async () => {
        if (await update()) onOnly?.(false)
      },
    })
  return (
    <div className="source-bar" role="status" data-help="provenance.moved">
      <StateTag tone="waiting">{t('movedCount', { count: moved.length })}</StateTag>
      {onOnly && (
        <label>
          <Switch size="small" checked={only === true} onChange={onOnly} /> {t('onlyMoved')}
        </label>
      )}
      <ActButton does="updateFromSources" size="small" onClick={ask}>
        {t('updateAll')}
      </ActButton>
    </div>
  )
}
