import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { mergeKey } from '#shared/declaration/merge'
import { useBook } from '../../app/book'
import { useAct } from '../../app/useAct'
import { useQueryState } from '../../app/useQuery'
import type { Filter, OrderDossier } from '../../data/port'
import { put } from './overlays'

/** One declared order is at most this many orders in one parcel; more are surely a mistake of selection. */
const mostOrders = 20

/** 合单: the selected orders of one consignee travel in one parcel and become one declared order. */
export function MergeOrders({ picked }: { picked: Filter | undefined }) {
  const { t } = useTranslation('orders')
  const port = useBook()
  const { act } = useAct()
  const { modal } = App.useApp()
  const { value: count = 0 } = useQueryState(
    async () => (picked ? (await port.totals('orders', picked)).rows : 0),
    JSON.stringify(picked ?? null),
  )

  const merge = async () => {
    const { rows } = await port.page({ table: 'orders', filter: picked!, offset: 0, limit: mostOrders })
    const found = await Promise.all(rows.map(({ id }) => port.order(id)))
    const dossiers = found.filter((each) => each !== undefined) as OrderDossier[]
    const [first, ...others] = dossiers
    const fault = mergeFault(dossiers)
    if (!first || fault) {
      modal.warning({ title: t('cannotMerge'), content: t(`mergeFault.${fault ?? 'few'}`) })
      return
    }
    const { orderNo } = first.order
    const numbers = others.map(({ order }) => order.orderNo).join('、')
    modal.confirm({
      title: t('mergeTitle', { count: dossiers.length, orderNo }),
      content: t('mergeWhat', { numbers, orderNo }),
      okText: t('merge'),
      onOk: () =>
        act({
          name: 'order.merge',
          why: t('why.merge'),
          changes: others.map((each) =>
            put(each, { aspect: 'merged', fact: each.id, into: first.id, orderNo }),
          ),
          said: t('said.merge', { count: dossiers.length, orderNo }),
        }),
    })
  }
  return (
    <Button data-help="orders.merge" disabled={count < 2 || count > mostOrders} onClick={() => void merge()}>
      {t('merge')}
    </Button>
  )
}

/** Masked names still differ where names differ in their ends; the build of the 清单 compares them in clear. */
function mergeFault(dossiers: readonly OrderDossier[]): 'few' | 'differs' | 'listed' | undefined {
  if (dossiers.length < 2) return 'few'
  if (new Set(dossiers.map(({ order }) => mergeKey(order))).size > 1) return 'differs'
  return dossiers.some(({ lists }) => lists.some(({ record }) => record.state !== 'void'))
    ? 'listed'
    : undefined
}
