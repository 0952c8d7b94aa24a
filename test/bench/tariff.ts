import { pinyin } from 'pinyin-pro'
import { DecisionIndex, TariffIndex } from '#shared/tariff/search'
import { sampleTariff } from '#shared/tariff/tariff.test-data'
import { timed, type Step } from './step'

const queries = [
  '陶瓷水杯',
  '水杯',
  '长裤',
  'tcsb',
  'cb',
  'bxg',
  'trous',
  'headph',
  '6912',
  '2101',
  '陶瓷 餐刀',
  'kind 10',
]
const goodsCount = 10_000
const most = 50

const initialsOf = (character: string): string =>
  pinyin(character, { multiple: true, pattern: 'first', toneType: 'none', separator: '' })

/**
 * Search of a tariff of so many lines with 10,000 own goods beside it: building once, and one query of each kind, beside
 * `includes()` over names, initials, English and codes as arrays of texts.
 */
export async function benchTariff(size: number): Promise<Step[]> {
  const rows = sampleTariff(size)
  const goods = Array.from({ length: goodsCount }, (_, at) => {
    const { code, name } = rows[(at * 37) % rows.length]!
    return { sku: `SKU-${at}`, name: `Item ${at}`, gname: name, gcode: code }
  })
  const tariff = { edition: 'bench', source: 'bench', complete: true, rows }
  const built = await timed(() => ({
    index: new TariffIndex(tariff, initialsOf),
    own: new DecisionIndex(goods, initialsOf),
  }))
  const flat = await timed(() =>
    [...rows, ...goods.map(({ gcode, gname, sku }) => ({ code: gcode, name: gname, en: sku }))].map(
      ({ code, name, en = '' }) =>
        [
          code,
          name.toLowerCase(),
          [...name].map((one) => initialsOf(one)[0] ?? '').join(''),
          en.toLowerCase(),
        ] as const,
    ),
  )
  const { index, own } = built.result
  const asked = await timed(() => queries.map((query) => index.search(query, { own, limit: most })))
  const walked = await timed(() =>
    queries.map((query) =>
      flat.result
        .filter((texts) => query.split(' ').every((term) => texts.some((text) => text.includes(term))))
        .slice(0, most),
    ),
  )
  return [
    {
      step: 'tariff made searchable',
      count: rows.length + goods.length,
      unit: 'lines and goods',
      ms: built.ms,
      bare: 'the same texts as arrays',
      bareMs: flat.ms,
    },
    {
      step: 'tariff query',
      count: asked.result.filter((hits) => hits.length > 0).length,
      unit: 'queries answered',
      ms: asked.ms / queries.length,
      bare: 'includes() over the arrays',
      bareMs: walked.ms / queries.length,
    },
  ]
}
