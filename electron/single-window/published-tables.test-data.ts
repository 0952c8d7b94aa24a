import type { ReferenceRow } from '#shared/protocol/api'
import { rowsOfList, tableOfList } from '#shared/control/list-rows'
import { shippedLists } from '#shared/control/lists'
import { rowsOfZone, tableOfZone } from '#shared/zones/zone-rows'
import { zoneById } from '#shared/zones/zones'

/** What is published first of a table, and what of it changes then. */
export type Published = { table: string; first: ReferenceRow[]; next: ReferenceRow[]; drop: string[] }

const row = (key: string, of: Record<string, unknown>): ReferenceRow => ({ key, row: of })
const [list] = shippedLists
const line = (code: string, from: string, vat: string) =>
  row(`${code} ${from}`, { code, name: '改良种用马', from, unit1: '018', conditions: 'AB', vat })
const entry = (code: string, from: string, rebateRate: string) =>
  row(`${code} ${from}`, { code, name: '种用马', rebateRate, specialFlag: '', from, to: null })
const rate = (currency: string, date: string, value: string) =>
  row(`centralParity ${currency} ${date}`, {
    kind: 'centralParity',
    currency,
    date,
    rate: value,
    source: '演练',
  })
const month = (currency: string, of: string, usdPerUnit: string) =>
  row(`${currency} ${of}`, { currency, month: of, usdPerUnit })

const year = (of: number, worked: string[]) =>
  row(String(of), { year: of, source: '演练', off: [['01-01', '01-03']], worked })

/** One table of each kind. */
export const publishedTables: Published[] = [
  { table: 'unit', first: [row('997', { zh: '甲' })], next: [row('998', { zh: '演练单位' })], drop: ['997'] },
  {
    table: tableOfList(list!.id),
    first: rowsOfList(list!),
    next: [row('9999', { code: '9999', needs: ['station-record'] })],
    drop: [rowsOfList(list!).at(-1)!.key],
  },
  {
    table: tableOfZone('twelfth'),
    first: rowsOfZone({ ...zoneById('lishui')!, id: 'twelfth' }),
    next: [row('edition', { value: '2027-03-01' }), row('platform', { value: '新平台' })],
    drop: ['layout'],
  },
  {
    table: 'tariff',
    first: [
      row('#', { edition: '2027', from: '2027-01-01', complete: true }),
      line('0101210010', '2027-01-01', '9'),
      line('0101210090', '2027-01-01', '9'),
    ],
    next: [line('0101210010', '2027-01-01', '13')],
    drop: ['0101210090 2027-01-01'],
  },
  {
    table: 'code-changes',
    first: [
      row('0101210010 0101210011 2027-01-01', { from: '0101210010', to: '0101210011', on: '2027-01-01' }),
    ],
    next: [row('0101210090 2027-01-01', { from: '0101210090', on: '2027-01-01' })],
    drop: ['0101210010 0101210011 2027-01-01'],
  },
  {
    table: 'rebate-rates',
    first: [row('#', { version: '2026C' }), entry('0101210010', '2026-01-01', '0.09')],
    next: [row('#', { version: '2026D' }), entry('0101210010', '2027-01-01', '0.13')],
    drop: ['0101210010 2026-01-01'],
  },
  {
    table: 'exchange-rates',
    first: [rate('USD', '2026-11-02', '7.0811')],
    next: [rate('USD', '2026-11-03', '7.0799')],
    drop: ['centralParity USD 2026-11-02'],
  },
  {
    table: 'safe-rates',
    first: [month('EUR', '2026-10', '1.16')],
    next: [month('EUR', '2026-11', '1.15')],
    drop: ['EUR 2026-10'],
  },
  {
    table: 'work-calendar',
    first: [year(2027, ['02-20']), year(2028, [])],
    next: [year(2027, [])],
    drop: ['2028'],
  },
]
