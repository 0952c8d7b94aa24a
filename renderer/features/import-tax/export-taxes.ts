import type { TFunction } from 'i18next'
import { taxKindNames, taxKinds, taxStatuses } from '#shared/import-tax/tax-bill'
import type { TaxMonth } from '#shared/import-tax/tax-totals'
import type { BookKind } from '#shared/model/enterprise'
import { eachPage } from '../../app/list/pages'
import type { ExcelColumn } from '../../components/save/excel'
import { practiceMark } from '../../components/save/practice-mark'
import { saveExcel } from '../../components/save/save-excel'
import type { BookPort, TaxBillRow } from '../../data/port'

/** Every bill that is shown, and the sums by month, as a workbook. */
export async function exportTaxes(
  port: BookPort,
  book: BookKind,
  month: string | undefined,
  t: TFunction<'import-tax'>,
) {
  const rows: TaxBillRow[] = []
  let months: readonly TaxMonth[] = []
  const read = (offset: number, limit: number) => port.taxBills({ ...(month && { month }), offset, limit })
  for await (const page of eachPage(read)) {
    rows.push(...page.rows)
    months = page.months.filter((one) => month === undefined || one.month === month)
  }
  const text = (title: string): ExcelColumn => ({ title, width: 22, kind: 'text' })
  const number = (title: string): ExcelColumn => ({ title, width: 14, kind: 'number' })
  const kinds = taxKinds.map((kind) => number(taxKindNames[kind].zh))
  return saveExcel(`${t('import-tax:face.bills')} ${month ?? ''}.xlsx`.replace(' .', '.'), [
    {
      name: t('import-tax:face.bills'),
      ...practiceMark(book),
      columns: [
        ...[
          t('import-tax:bill.taxNo'),
          t('import-tax:bill.invtNo'),
          t('import-tax:bill.copNo'),
          t('import-tax:bill.orderNo'),
          t('import-tax:bill.at'),
        ].map(text),
        ...kinds,
        number(t('import-tax:bill.total')),
        ...[t('import-tax:bill.status'), t('import-tax:bill.entDutyNo')].map(text),
      ],
      rows: rows.map((row) => [
        row.taxNo,
        row.invtNo,
        row.copNo,
        row.orderNo,
        row.at,
        ...taxKinds.map((kind) => row[kind]),
        row.total,
        taxStatuses[row.status]?.zh ?? row.status,
        row.entDutyNo,
      ]),
    },
    {
      name: t('import-tax:months'),
      ...practiceMark(book),
      columns: [
        text(t('import-tax:month')),
        number(t('import-tax:count')),
        ...kinds,
        number(t('import-tax:bill.total')),
        number(t('import-tax:open')),
        number(t('import-tax:void')),
      ],
      rows: months.map((one) => [
        one.month,
        String(one.bills),
        ...taxKinds.map((kind) => one.amounts[kind]),
        one.total,
        String(one.open),
        String(one.void),
      ]),
    },
  ])
}
