import { useTranslation } from 'react-i18next'
import { lineStates } from '#shared/rebate/life/states'
import { useColumnTitles } from '../../../components/column-titles'
import { useItemColumns } from '../columns'
import { ListBar, useWords } from '../../../app/list/ListBar'
import { PagedGrid } from '../../../app/list/PagedGrid'
import { useRebateList } from '../useRebateList'
import { useOnly } from './found'
import { ImportButton } from './ImportButton'
import { OnlyTag } from './OnlyTag'

/** Items of export 报关单: imported, from 汇总 results, or noted in this book; those in a claim say where. */
export function Items() {
  const { t } = useTranslation('rebate')
  const title = useColumnTitles('rebate', 'face')
  const columns = useItemColumns()
  const only = useOnly('items')
  const words = useWords('name', only.where)
  const list = useRebateList('items', undefined, words.where)
  return (
    <div className="face-page" data-help="rebate.items">
      <ListBar
        words={words}
        placeholder={t('item.search')}
        list={list}
        choices={[
          {
            column: 'state',
            title: t('item.state'),
            options: lineStates.map((value) => ({ value, label: t(`state.${value}`) })),
          },
          {
            column: 'origin',
            title: t('item.origin'),
            options: (['import', 'summary', 'entry'] as const).map((value) => ({
              value,
              label: t(`origin.${value}`),
            })),
          },
        ]}
      >
        <OnlyTag number={only.number} />
        <ImportButton kind="declarations" />
      </ListBar>
      <div className="face-grid">
        <PagedGrid
          id="rebate-items"
          label={title('items')}
          list={list}
          columns={columns}
          empty={t('item.none')}
        />
      </div>
    </div>
  )
}
