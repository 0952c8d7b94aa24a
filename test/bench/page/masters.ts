import { goodsFields } from '../../../shared/import/fields/goods'
import { party, residentNo, usccNo } from '../../../shared/filing/party.test-data'
import { partySheet } from '../../../shared/filing/sheet'
import { sampleTariff } from '../../../shared/tariff/tariff.test-data'
import { memorySentinel } from '../../data/book-kit'
import { openTestWindow } from '../../data/sample-book'
import { withDatabase } from '../data'
import { timed, type Step } from '../step'

export type MastersSize = { goods: number; parties: number; tariff: number }

export const bookWorker = () =>
  new Worker(new URL('../../../renderer/workers/book/worker.ts', import.meta.url), { type: 'module' })

const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')

const queries = ['陶瓷水杯', '长裤', 'tcsb', 'bxg', 'trous', 'headph', '6912', '陶瓷 餐刀', 'kind 10']
const day = '2026-06-15'

/** Goods as an officer's file has them: the columns of our own template. */
function goodsFile({ goods, tariff }: MastersSize): File {
  const rows = sampleTariff(tariff)
  const fields = Object.entries(goodsFields)
  const values = (at: number): Record<string, string> => {
    const { code, name } = rows[(at * 37) % rows.length]!
    return {
      sku: `SKU-${at}`,
      name: `商品 ${at}`,
      gname: name,
      itemName: name,
      gmodel: '无牌|规格',
      gcode: code,
      barCode: '无',
      unit: '011',
      unit1: '035',
      perUnit1: '0.2',
      netWeight: '0.2',
      grossWeight: '0.25',
      statisticsFlag: 'A',
    }
  }
  const body = Array.from({ length: goods }, (_, at) => {
    const own = values(at)
    return fields.map(([field]) => own[field] ?? '')
  })
  return new File([csv([fields.map(([, { label }]) => label.zh), ...body])], 'goods.csv')
}

const tariffFile = (size: number): File =>
  new File(
    [
      csv([
        ['商品编码', '商品名称', '英文名称', '法定第一单位', '生效日期'],
        ...sampleTariff(size).map(({ code, name, en = '' }) => [code, name, en, '千克', '2026-01-01']),
      ]),
    ],
    'tariff.csv',
  )

const partiesFile = (count: number): File => {
  const masters = Array.from({ length: count }, (_, at) => ({
    key: `3311${String(960_000 + at)}`,
    party: party({
      values: {
        uscc: usccNo(at + 1),
        legalPersonId: residentNo(at),
        customsCode: `3311${String(960_000 + at)}`,
        name: `企业${at}`,
      },
    }),
  }))
  return new File([csv(partySheet(masters))], 'parties.csv')
}

/** A book opened anew by a worker that holds nothing, until its list of goods stands there. */
const coldStart = (database: string) =>
  timed(async () => {
    const opened = await openTestWindow(database, memorySentinel(), bookWorker())
    const page = await opened.port.page({ table: 'goods', offset: 0, limit: 100 })
    return { ...opened, total: page.total }
  })

const starts = 5
/** The quickest of a few cold starts of these books, in turns, so that other work on the machine is in the way of all alike. */
async function quickestStarts(databases: readonly string[]): Promise<number[]> {
  const took = databases.map(() => Infinity)
  for (let turn = 0; turn < starts; turn += 1) {
    for (const [at, database] of databases.entries()) {
      const { ms, result } = await coldStart(database)
      result.worker.terminate()
      took[at] = Math.min(took[at]!, ms)
    }
  }
  return took
}

async function emptyBook(database: string): Promise<void> {
  const { port, worker } = await openTestWindow(database, memorySentinel(), bookWorker())
  await port.page({ table: 'goods', offset: 0, limit: 1 })
  worker.terminate()
}

/**
 * A book with masters only, opened anew by workers that hold nothing: until the lists stand there, beside a book that has
 * nothing in it, and a search of the tariff through both workers. Beside the rest `JSON.parse` of what the lists are made of,
 * and `includes()` over the texts of the tariff.
 */
export async function benchMasters(size: MastersSize): Promise<Step[]> {
  return withDatabase((database) => withDatabase((empty) => stepsOf(size, database, empty)))
}

async function stepsOf(size: MastersSize, database: string, empty: string): Promise<Step[]> {
  const first = await openTestWindow(database, memorySentinel(), bookWorker())
  const read = async (file: File, kind: 'goods' | 'tariff') => {
    const result = await first.port.importFile(file, { kind, profile: 'auto' })
    if (!result.ok) throw new Error(JSON.stringify(result))
  }
  await read(goodsFile(size), 'goods')
  await read(tariffFile(size.tariff), 'tariff')
  await first.port.importParties(partiesFile(size.parties), 'bench')
  const goods = await first.port.page({ table: 'goods', offset: 0, limit: 1000 })
  first.worker.terminate()

  const bytes = JSON.stringify(goods.rows)
  const bare = await timed(() => {
    for (let at = 0; at < size.goods; at += goods.rows.length) JSON.parse(bytes)
  })
  const texts = sampleTariff(size.tariff).map(({ code, name, en = '' }) => `${code} ${name} ${en}`)
  const walked = await timed(() =>
    queries.map((query) => texts.filter((text) => text.includes(query)).length),
  )

  await emptyBook(empty)
  const [full, none] = await quickestStarts([database, empty])
  const { port, worker, total } = (await coldStart(database)).result
  try {
    const parties = await timed(() => port.parties({ offset: 0, limit: 100 }))
    const indexed = await timed(() => port.searchTariff({ query: '杯', on: day }))
    const asked = await timed(async () => {
      for (const query of queries) await port.searchTariff({ query, on: day })
    })
    const flagged = await timed(() => port.flaggedGoods({ mode: '9610', on: day, offset: 0, limit: 100 }))
    const beside = { bare: 'JSON.parse of the goods', bareMs: bare.ms }
    return [
      {
        step: 'cold start to the list of goods',
        count: total,
        unit: 'goods',
        ms: full!,
        bare: 'the same of an empty book',
        bareMs: none!,
      },
      {
        step: 'cold list of masters',
        count: parties.result.total,
        unit: 'masters',
        ms: parties.ms,
        ...beside,
      },
      { step: 'first search of the tariff', count: size.tariff, unit: 'lines', ms: indexed.ms, ...beside },
      {
        step: 'search of the tariff through the workers',
        count: queries.length,
        unit: 'queries',
        ms: asked.ms / queries.length,
        bare: 'includes() over the texts',
        bareMs: walked.ms / queries.length,
      },
      {
        step: 'every one of the goods judged',
        count: flagged.result.looked,
        unit: 'goods',
        ms: flagged.ms,
        ...beside,
      },
    ]
  } finally {
    worker.terminate()
  }
}
