import type { Keyed } from '#shared/filing/batch'
import enterprise from '../fixtures/sample/enterprise.json'
import type { BookPort, SealedRecord } from '../../renderer/data/port'
import { rawRows } from './book-kit'
import { goods } from './samples'

/** The enterprise of the sample shop. */
export const own = enterprise as SealedRecord<'enterprise'>

/** A new book of that enterprise. */
export const foundOwn = (port: BookPort) =>
  port.command('enterprise', 'first run', [{ table: 'enterprise', op: 'put', record: own }])

/** Three goods of one code; the bar code of the second is not one. */
export const putThreeGoods = (port: BookPort) =>
  port.command(
    'goods',
    '',
    [goods('G-1'), goods('G-2', { barCode: '6901234567890' }), goods('G-3')].map(
      (record) => ({ table: 'goods', op: 'put', record }) as const,
    ),
  )

/** A master with other values. */
export const withValues = (
  { party: one }: Pick<Keyed, 'party'>,
  values: Keyed['party']['values'],
): Keyed['party'] => ({ ...one, values: { ...one.values, ...values } })

export const csv = (rows: readonly (readonly string[])[]) =>
  rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')

/** A tariff of one edition in which 棉制针织T恤衫 has this code; its last row has lost a digit. */
export const tariffFile = (code: string, name: string) =>
  new File(
    [
      csv([
        ['商品编码', '商品名称', '英文名称', '法定第一单位', '监管条件', '出口税率', '生效日期', '失效日期'],
        ['6912001000', '陶瓷餐具', 'ceramic tableware', '千克', '', '0', '2026-01-01', ''],
        ['8205700000', '台钳', '', '千克', '', '0', '2026-01-01', '2026-06-30'],
        ['8205700000', '夹钳', '', '千克', '', '0', '2026-07-01', ''],
        [code, '棉制针织T恤衫', 'cotton T-shirts', '件', 'B', '0', '2026-01-01', ''],
        ['912001000', '丢零', '', '', '', '', '', ''],
      ]),
    ],
    name,
  )

/** Read a file of the tariff, which is taken. */
export async function readTariff(port: BookPort, source: File, kind: 'tariff' | 'code-changes' = 'tariff') {
  const result = await port.importFile(source, { kind, profile: 'auto' })
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.view
}

/** Those of these words that can be read in the database of a book. */
export async function inClear(database: string, words: readonly string[]): Promise<string[]> {
  const text = JSON.stringify(await rawRows(database), (_key, value: unknown) =>
    value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value,
  )
  return words.filter((word) => text.includes(word))
}
