import { Alert, Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { exportList } from '../../../app/list/export-list'
import { ListTools } from '../../../app/list/ListTools'
import { useRoomList } from '../../../app/list/useRoomList'
import { useSession } from '../../../app/book'
import { openRoom, openTab } from '../../../app/navigation'
import { useChanges } from '../../../app/useChanges'
import { useQueryState } from '../../../app/useQuery'
import { WorkPanel } from '../../../app/WorkPanel'
import { useColumnTitles } from '../../../components/column-titles'
import { Grid, type GridColumn } from '../../../components/grid'
import { groupDigits, showAmount } from '../../../components/numbers'
import { languageOf, listed, useText } from '../../../components/text'
import { useCodeBook } from '../../../components/useCodeBook'
import type { BuildSummary } from '../../../data/port'
import { shownCurrency } from '../codes'
import type { GoTo } from '../faces'
import { readyOrders } from '../useCounts'
import { BuildBar } from './BuildBar'
import { BuildResult } from './BuildResult'

function useColumns(): GridColumn[] {
  const { t } = useTranslation('declaration')
  const show = useText()
  const title = useColumnTitles('declaration', 'order')
  const codes = useCodeBook()
  return useMemo(() => {
    const plain = (key: string, width: number, more: Partial<GridColumn> = {}): GridColumn => ({
      key,
      title: title(key),
      width,
      sortable: true,
      ...more,
    })
    const number = (key: string, width: number) =>
      plain(key, width, { align: 'right', format: (value) => groupDigits(String(value ?? '')) })
    return [
      plain('orderNo', 140, { frozen: true }),
      plain('mode', 150, { format: (value) => (value === '' ? '' : t(`modes:path.${String(value)}`)) }),
      plain('day', 100),
      plain('shop', 110),
      plain('country', 90),
      plain('currency', 130, { format: (value) => shownCurrency(codes, String(value ?? '')) }),
      {
        ...number('amount', 100),
        format: (value, row) => showAmount(String(value ?? ''), String(row['currency'])),
      },
      number('pieces', 70),
      number('lines', 70),
      number('grossWeight', 90),
      plain('waybillNo', 200),
      plain('paymentNo', 150),
      plain('faults', 200, { format: (value) => show(listed(value as string[])) }),
    ]
  }, [title, t, show, codes])
}

/** Orders that are ready and have no 清单: choose template and gifts, then 暂存. */
export function BuildView({ onGo }: { onGo: GoTo }) {
  const { t, i18n } = useTranslation('declaration')
  const { port, entry } = useSession()
  const list = useRoomList('orders', readyOrders)
  const columns = useColumns()
  const label = useColumnTitles('declaration', 'build')('label')
  const [summary, setSummary] = useState<BuildSummary>()
  const changes = useChanges('facts', 'goods', 'overlays')
  const { value: missing } = useQueryState(() => port.missingGoods(), changes)
  const language = languageOf(i18n.language)
  return (
    <div className="list-room">
      <BuildBar
        filter={list.picked ?? list.filter}
        selected={list.picked !== undefined}
        total={list.source.total}
        onDone={setSummary}
      />
      <WorkPanel acts={['build']} />
      {missing && missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('build.missing', { count: missing.length })}
          action={
            <Button size="small" onClick={() => openRoom('goods', { missing: '1' })}>
              {t('build.fillMissing')}
            </Button>
          }
        />
      )}
      {summary && <BuildResult summary={summary} onGo={onGo} onClose={() => setSummary(undefined)} />}
      <ListTools
        table="orders"
        list={list}
        filters={[
          { column: 'shop', title: t('order.shop') },
          { column: 'country', title: t('order.country') },
          { column: 'currency', title: t('order.currency') },
        ]}
        onExport={() =>
          exportList(port, { name: label[language], book: entry.kind, language, columns, query: list.query })
        }
      />
      <div className="list-grid">
        <Grid
          id="ready-orders"
          label={label}
          columns={columns}
          source={list.source}
          selection={list.selection}
          onSelect={list.setSelection}
          sort={list.sort}
          onSort={list.setSort}
          onOpen={(row) =>
            openTab({ view: 'orders/record', params: { id: row.id }, title: String(row['orderNo']) })
          }
          totals={list.totals}
          empty={<p>{t('build.empty')}</p>}
        />
      </div>
    </div>
  )
}
