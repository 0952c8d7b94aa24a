import { useTranslation } from 'react-i18next'
import type { StockFigures } from '#shared/forex/warehouse'
import { useBook } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import { groupDigits } from '../../../components/numbers'
import { useForexChanges } from '../changes'
import { FindingLines } from '../FindingLines'
import { NoteTable } from '../notes/NoteTable'
import { today } from '../words'

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

/** 9810: units declared to warehouses abroad are sold, returned, scrapped or there; each SKU apart. */
export function WarehouseStep() {
  const { t } = useTranslation('forex')
  const port = useBook()
  const day = today()
  const { value } = useQueryState(() => port.forexDuties(day), `${useForexChanges()} ${day}`)
  const report = value?.warehouse
  const skus = Object.entries(report?.skus ?? {})
  return (
    <div className="face-page face-scroll" data-help="forex.warehouse">
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
          <FindingLines findings={report.findings} none={t('stock.fits')} />
        </section>
      )}
      <NoteTable kind="lot" />
      <NoteTable kind="stock" />
    </div>
  )
}
