import { App, Input, Modal } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../../app/book'
import { useColumnTitles } from '../../../components/column-titles'
import { nothingSelected } from '../../../components/grid'
import type { Condition } from '../../../data/port'
import { useItemColumns } from '../columns'
import { ListBar, useWords } from '../../../app/list/ListBar'
import { PagedGrid } from '../../../app/list/PagedGrid'
import { useAttempt } from '../../../app/useAttempt'
import { useRebateList } from '../useRebateList'
import { ImportButton } from '../sources/ImportButton'
import { useWizard } from '../wizard/context'
import { ExportDate } from './ExportDate'

const free: Condition = { column: 'batch', is: 'empty' }

/** Items that stand in no batch yet, by export month; those that are claimed elsewhere are not offered. */
export function ChooseItems({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('rebate')
  const title = useColumnTitles('rebate', 'lines')
  const port = useBook()
  const { message } = App.useApp()
  const act = useAttempt()
  const { batch } = useWizard()
  const columns = useItemColumns()
  const [month, setMonth] = useState('')
  const [busy, setBusy] = useState(false)
  const fixed = useMemo<Condition[]>(
    () => [free, ...(month === '' ? [] : [{ column: 'exportDate', is: 'contains' as const, value: month }])],
    [month],
  )
  const words = useWords('name', fixed)
  const list = useRebateList('items', undefined, words.where)
  const take = async () => {
    const { picked } = list
    if (!picked) return
    setBusy(true)
    const done = await act(() => port.chooseRebateLines(batch.id, picked, t('why.choose')))
    setBusy(false)
    if (!done) return
    if (done.taken > 0) void message.warning(t('lines.choseSome', done))
    else void message.success(t('lines.chose', done))
    onClose()
  }
  return (
    <Modal
      open
      width="min(1180px, 94vw)"
      title={t('lines.choose')}
      okText={t('lines.take')}
      cancelText={t('cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: !list.picked }}
      onOk={() => void take()}
      onCancel={onClose}
    >
      <ListBar words={words} placeholder={t('item.search')} list={list} autoFocus>
        <Input
          className="face-choice"
          allowClear
          aria-label={t('lines.month')}
          placeholder={t('lines.month')}
          maxLength={7}
          value={month}
          onChange={({ target }) => setMonth(target.value.trim())}
        />
        <ExportDate picked={list.picked} onDone={() => list.setSelection(nothingSelected)} />
        <ImportButton kind="declarations" />
      </ListBar>
      <div className="rebate-choose">
        <PagedGrid
          id="rebate-choose"
          label={title('choose')}
          list={list}
          columns={columns}
          selectable
          empty={t('item.none')}
        />
      </div>
    </Modal>
  )
}
