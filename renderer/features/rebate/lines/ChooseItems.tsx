import { App, DatePicker, Modal } from 'antd'
import dayjs from 'dayjs'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../../app/book'
import { useColumnTitles } from '../../../components/column-titles'
import type { Condition } from '../../../data/port'
import { useItemColumns } from '../columns'
import { ListBar, useWords } from '../ListBar'
import { RebateGrid } from '../RebateGrid'
import { useRebateAct } from '../useRebateAct'
import { useRebateList } from '../useRebateList'
import { ImportButton } from '../sources/ImportButton'
import { useWizard } from '../wizard/context'

const free: Condition = { column: 'batch', is: 'empty' }

/** Items that stand in no batch yet, by export month; those that are claimed elsewhere are not offered. */
export function ChooseItems({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('rebate')
  const title = useColumnTitles('rebate', 'lines')
  const port = useBook()
  const { message } = App.useApp()
  const act = useRebateAct()
  const { batch } = useWizard()
  const columns = useItemColumns()
  const [months, setMonths] = useState<readonly [string, string]>()
  const [busy, setBusy] = useState(false)
  const fixed = useMemo<Condition[]>(
    () => [
      free,
      ...(months ? [{ column: 'exportDate', is: 'between' as const, from: months[0], to: months[1] }] : []),
    ],
    [months],
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
      <ListBar words={words} placeholder={t('item.search')} list={list}>
        <DatePicker.RangePicker
          picker="month"
          aria-label={t('lines.months')}
          value={months ? [dayjs(months[0]), dayjs(months[1])] : null}
          onChange={(range) =>
            setMonths(
              range?.[0] && range[1]
                ? [
                    range[0].startOf('month').format('YYYY-MM-DD'),
                    range[1].endOf('month').format('YYYY-MM-DD'),
                  ]
                : undefined,
            )
          }
        />
        <ImportButton kind="declarations" />
      </ListBar>
      <div className="rebate-choose">
        <RebateGrid<'items'>
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
