import { Empty } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lineStates } from '#shared/rebate/life/states'
import { ActButton } from '../../../app/ActButton'
import { useColumnTitles } from '../../../components/column-titles'
import { nothingSelected } from '../../../components/grid'
import { StateTag } from '../../../components/StateTag'
import { useLineColumns } from '../columns'
import { ListBar, useWords } from '../../../app/list/ListBar'
import { PagedGrid } from '../../../app/list/PagedGrid'
import { useRebateList } from '../useRebateList'
import { stateTones } from '../words'
import { useWizard } from '../wizard/context'
import { EventDialog } from './EventDialog'
import { Feedback } from './Feedback'
import { LineHistory } from './LineHistory'

/** 申报后: a claim lives on. What the office said is ticked or read in, line by line; the state is what followed. */
export function LifeStep() {
  const { t } = useTranslation('rebate')
  const title = useColumnTitles('rebate', 'step')
  const { batch, go } = useWizard()
  const all = useLineColumns()
  // Where a line stands is what this step is about: it comes before how it is treated.
  const columns = useMemo(() => {
    const [key, name, ...rest] = all
    const isState = (column: (typeof all)[number]) => column.key === 'state'
    return [key!, name!, ...rest.filter(isState), ...rest.filter((column) => !isState(column))]
  }, [all])
  const words = useWords('name')
  const list = useRebateList('lines', batch.id, words.where)
  const [opened, setOpened] = useState<string>()
  const [telling, setTelling] = useState<'all' | 'picked'>()
  const present = lineStates.filter((state) => batch.states[state])
  return (
    <div className="face-page" data-help="rebate.life">
      <div className="face-tools">
        {present.map((state) => (
          <StateTag key={state} tone={stateTones[state]}>
            {t(`state.${state}`)} {batch.states[state]}
          </StateTag>
        ))}
        <span className="face-space" />
        <Feedback onRead={() => go('life')} />
        <ActButton does="actOnRebateLines" disabled={!list.picked} onClick={() => setTelling('picked')}>
          {t('life.picked')}
        </ActButton>
        <ActButton
          does="actOnRebateLines"
          type="primary"
          disabled={batch.lines === 0}
          onClick={() => setTelling('all')}
        >
          {t('life.all')}
        </ActButton>
      </div>
      <ListBar
        words={words}
        placeholder={t('item.search')}
        list={list}
        choices={[
          {
            column: 'state',
            title: t('item.state'),
            options: present.map((value) => ({ value, label: t(`state.${value}`) })),
          },
        ]}
      />
      <div className="face-split">
        <div className="face-grid">
          <PagedGrid
            id="rebate-life"
            label={title('life')}
            list={list}
            columns={columns}
            selectable
            onOpen={({ id }) => setOpened(id)}
            empty={t('lines.none')}
          />
        </div>
        <aside className="face-card face-aside" aria-label={t('detail')} aria-live="polite">
          {opened ? (
            <LineHistory key={opened} line={opened} />
          ) : (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('open')} />
          )}
        </aside>
      </div>
      {telling && (
        <EventDialog
          lines={telling === 'picked' ? list.picked : undefined}
          onDone={() => {
            setTelling(undefined)
            list.setSelection(nothingSelected)
          }}
          onClose={() => setTelling(undefined)}
        />
      )}
    </div>
  )
}
