import { PlusOutlined, RollbackOutlined } from '@ant-design/icons'
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { useCommand } from '../../../app/useCommand'
import { useColumnTitles } from '../../../components/column-titles'
import { nothingSelected } from '../../../components/grid'
import { useLineColumns } from '../columns'
import { ListBar, useWords } from '../../../app/list/ListBar'
import { PagedGrid } from '../../../app/list/PagedGrid'
import { useAttempt } from '../../../app/useAttempt'
import { useRebateList } from '../useRebateList'
import { useWizard } from '../wizard/context'
import { ChooseItems } from './ChooseItems'
import { ExportDate } from './ExportDate'

/** 取单: which items of which 报关单 this batch claims. */
export function LinesStep() {
  const { t } = useTranslation('rebate')
  const title = useColumnTitles('rebate', 'step')
  const port = useBook()
  const { message } = App.useApp()
  const act = useAttempt()
  const { batch } = useWizard()
  const columns = useLineColumns()
  const words = useWords('name')
  const list = useRebateList('lines', batch.id, words.where)
  const [choosing, setChoosing] = useState(false)
  const choose = () => setChoosing(true)
  useCommand({
    id: 'rebate.choose',
    does: 'chooseRebateLines',
    title: 'rebate:lines.choose',
    group: 'room',
    keys: 'Alt+N',
    enabled: () => !batch.locked,
    run: choose,
  })
  const giveBack = async () => {
    const { picked } = list
    if (!picked) return
    const count = await act(() => port.giveBackRebateLines(batch.id, picked, t('why.giveBack')))
    if (count === undefined) return
    list.setSelection(nothingSelected)
    void message.success(t('lines.gaveBack', { count }))
  }
  return (
    <div className="face-page" data-help="rebate.lines">
      <ListBar words={words} placeholder={t('item.search')} list={list}>
        <ActButton
          does="giveBackRebateLines"
          icon={<RollbackOutlined />}
          disabled={batch.locked || !list.picked}
          onClick={() => void giveBack()}
        >
          {t('lines.giveBack')}
        </ActButton>
        <ExportDate
          batch={batch.id}
          picked={list.picked}
          disabled={batch.locked}
          onDone={() => list.setSelection(nothingSelected)}
        />
        <ActButton
          does="chooseRebateLines"
          type="primary"
          icon={<PlusOutlined />}
          disabled={batch.locked}
          onClick={choose}
        >
          {t('lines.choose')}
        </ActButton>
      </ListBar>
      <div className="face-grid">
        <PagedGrid
          id="rebate-lines"
          label={title('lines')}
          list={list}
          columns={columns}
          selectable
          empty={t('lines.none')}
        />
      </div>
      {choosing && <ChooseItems onClose={() => setChoosing(false)} />}
    </div>
  )
}
