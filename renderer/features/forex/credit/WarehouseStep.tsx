import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StockFigures } from '#shared/forex/warehouse'
import { useBook } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import { groupDigits } from '../../../components/numbers'
import { useForexChanges } from '../changes'
import { useDuties } from '../duties/useDuties'
import { FindingLines } from '../FindingLines'
import { NoteTable } from '../notes/NoteTable'
import { NoSubject } from '../subject/NoSubject'
import { useCredit } from './context'

const figures = [
  'netSoldUnits',
  'expectedStock',
  'stockDifference',
  'surplusUnits',
  'netProceeds',
  'customsValueOfNetSold',
  'difference',
  'unsoldDeclaredValue',
  'held',
] as const satisfies readonly (keyof StockFigures)[]

/** SKUs that left a warehouse abroad for orders of this receipt. */
function useOwnSkus(): ReadonlySet<string> {
  const port = useBook()
  const { credit } = useCredit()
  const { value } = useQueryState(() => port.forexNotes('warehouseOut'), useForexChanges())
  const orders = new Set(credit.lines.flatMap(({ orderId }) => orderId ?? []))
  const outs = (value ?? []).map((note) => note.value)
  return new Set(outs.flatMap(({ orderId, sku }) => (sku !== undefined && orders.has(orderId) ? [sku] : [])))
}

/** 9810: units declared to warehouses abroad are sold, returned, scrapped or there; each SKU apart. */
export function WarehouseStep() {
  const { t } = useTranslation('forex')
  const { duties } = useDuties()
  const own = useOwnSkus()
  const [chosen, setChosen] = useState<'own' | 'all'>()
  const part = chosen ?? (own.size > 0 ? 'own' : 'all')
  const shown = (sku: string) => part === 'all' || own.has(sku)
  const report = duties === 'unstated' ? undefined : duties?.warehouse
  const skus = Object.entries(report?.skus ?? {}).filter(([sku]) => shown(sku))
  return (
    <div className="face-page face-scroll" data-help="forex.warehouse">
      {duties === 'unstated' && <NoSubject />}
      <div className="face-tools">
        <Segmented<'own' | 'all'>
          aria-label={t('stock.shown')}
          value={part}
          onChange={setChosen}
          options={[
            { value: 'own', label: t('stock.own', { count: own.size }), disabled: own.size === 0 },
            { value: 'all', label: t('stock.all') },
          ]}
        />
        {own.size === 0 && <span className="face-note">{t('stock.noneOwn')}</span>}
      </div>
      {report && skus.length > 0 && (
        <section className="face-card" aria-label={t('stock.title')}>
          <h2>{t('stock.title')}</h2>
          <div className="forex-wide">
            <table className="face-plain">
              <thead>
                <tr>
                  <th>{t('stock.sku')}</th>
                  {figures.map((key) => (
                    <th key={key} className="face-number">
                      {t(`stock.${key}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {skus.map(([sku, of]) => (
                  <tr key={sku}>
                    <td>{sku}</td>
                    {figures.map((key) => (
                      <td key={key} className="face-number">
                        {of[key] === null ? t('stock.notCounted') : groupDigits(String(of[key]))}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <FindingLines
            findings={report.findings.filter(({ target }) => shown(target))}
            none={t('stock.fits')}
          />
        </section>
      )}
      <NoteTable kind="lot" only={({ sku }) => shown(sku)} />
      <NoteTable kind="stock" only={({ sku }) => shown(sku)} />
    </div>
  )
}
