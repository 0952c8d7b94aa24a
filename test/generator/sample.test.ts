import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CountryFinder } from '#shared/codes/country'
import { loadCodeBook } from '#shared/codes/load'
import { nextCopNo, type CopNoState } from '#shared/declaration/cop-no'
import { causes } from '#shared/declaration/causes'
import { declareOne } from '#shared/declaration/declare-one'
import { missingGoods } from '#shared/declaration/missing-goods'
import { defaultDeclarationSettings } from '#shared/declaration/settings'
import type { ImportReport } from '#shared/model/import-report'
import { OrderMatch } from '#shared/matching/break'
import { MatchReport } from '#shared/matching/report'
import { Enterprise } from '#shared/model/enterprise'
import { Goods } from '#shared/model/goods'
import { Order } from '#shared/model/order'
import { Payment } from '#shared/model/payment'
import { Template } from '#shared/model/template'
import { Waybill } from '#shared/model/waybill'
import { recordKey } from '#shared/import/key'
import { zoneById } from '#shared/zones/zones'
import { dispatch } from '../../electron/cli/run'
import { practiceRejections } from '../../electron/practice/desks/practice-rules'

const sample = (name: string) => fileURLToPath(new URL(`../fixtures/sample/${name}`, import.meta.url))
const files = {
  orders: 'orders.csv',
  payments: 'payments.csv',
  waybills: 'waybills.xlsx',
  goods: 'goods.xlsx',
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sample-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function run(args: string[]): Promise<unknown> {
  let out: unknown
  await dispatch(args, { out: (document) => (out = document), note: () => {} })
  return out
}

async function records<T>(name: string, parse: (json: unknown) => T): Promise<T[]> {
  const text = await readFile(join(folder, name), 'utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => parse(JSON.parse(line)))
}

async function imported() {
  const reports = new Map<string, ImportReport>()
  for (const [kind, file] of Object.entries(files)) {
    const out = [
      '--out',
      join(folder, kind),
      '--errors',
      join(folder, `${kind}-errors`),
      '--option',
      'shop=sample',
    ]
    reports.set(kind, (await run(['import', sample(file), '--kind', kind, ...out])) as ImportReport)
  }
  const path = (kind: string) => join(folder, kind)
  const report = MatchReport.parse(
    await run([
      'match',
      '--orders',
      path('orders'),
      '--payments',
      path('payments'),
      '--waybills',
      path('waybills'),
      '--out',
      path('out'),
    ]),
  )
  return {
    reports,
    report,
    refused: JSON.parse(await readFile(path('orders-errors'), 'utf8')) as { column: string; rule: string }[],
    matches: await records('out', (json) => OrderMatch.parse(json)),
    orders: await records('orders', (json) => Order.parse(json)),
    payments: await records('payments', (json) => Payment.parse(json)),
    waybills: await records('waybills', (json) => Waybill.parse(json)),
    goods: await records('goods', (json) => Goods.parse(json)),
  }
}

describe('the sample files', () => {
  let world: Awaited<ReturnType<typeof imported>>
  beforeAll(async () => {
    world = await imported()
  }, 60_000)

  it('are recognised without being told what they are', () => {
    const read = [...world.reports.values()].map(({ profile, encoding, rowsRefused }) => [
      profile,
      encoding,
      rowsRefused,
    ])
    expect(read).toEqual([
      ['shopify-orders', 'utf-8-bom', 3],
      ['template-payments', 'gb18030', 0],
      ['template-waybills', 'xlsx', 0],
      ['template-goods', 'xlsx', 0],
    ])
    expect(world.refused.map(({ column, rule }) => [column, rule])).toEqual([
      ['Name', 'excel.scientific'],
      ['Lineitem price', 'field.required'],
      ['Created at', 'field.instant'],
    ])
  })

  it('hold the breaks that README.md lists and no others', () => {
    const found = world.report.breaks.map(({ orderNo, kind }) => `${orderNo} ${kind}`)
    expect(found).toEqual([
      '#2003 payment-missing',
      '#2006 payment-short',
      '#2009 payment-under',
      '#2011 waybill-missing',
      '#2015 payment-currency',
      '#2017 payment-missing',
      '#2024 payment-duplicate',
      '#2029 waybill-key-differs',
      '#2033 payment-late',
      '#2036 payment-key-differs',
      '#2038 payment-missing',
      '#2041 refund-part',
      '#2048 waybill-missing',
      '#2060 order-incomplete',
      '#9999 payment-orphan',
    ])
    expect(world.report).toMatchObject({
      orders: 60,
      matched: 45,
      pending: 8,
      blocked: 6,
      cancelled: 1,
      none: 0,
    })
  })

  it('lack the goods data of two SKUs', () => {
    const known = new Set(world.goods.map(({ sku }) => sku))
    expect(missingGoods(world.orders, (sku) => known.has(sku))).toMatchObject([
      { sku: 'STICKER-PACK', orders: 2 },
      { sku: 'PUZZLE-1000', orders: 1 },
    ])
  })

  async function declare(goods: readonly Goods[]) {
    const book = await loadCodeBook()
    const json = async (name: string) => JSON.parse(await readFile(sample(name), 'utf8')) as unknown
    const enterprise = Enterprise.parse(await json('enterprise.json'))
    const template = Template.parse(await json('template.json'))
    const byKey = <T extends Order | Payment | Waybill>(all: readonly T[]) =>
      new Map(all.map((one) => [recordKey(one), one]))
    const [orders, payments, waybills] = [byKey(world.orders), byKey(world.payments), byKey(world.waybills)]
    const zone = zoneById(enterprise.zone)
    if (!zone) throw new Error('no zone')
    let state: CopNoState | undefined
    let guids = 0
    const ready = world.matches.filter((match) => match.state === 'matched' || match.state === 'pending')
    return ready.map((match) => {
      const sourced = <T>(id: string, value: T | undefined) => {
        if (value === undefined) throw new Error(`no ${id}`)
        return { id, rev: 1, value }
      }
      return declareOne({
        orders: [sourced(match.order, orders.get(match.order))],
        waybills: match.waybills.map((id) => sourced(id, waybills.get(id))),
        payments: match.payments.map((id) => sourced(id, payments.get(id))),
        goods: new Map(goods.map((one) => [one.sku, sourced(one.sku, one)])),
        template: sourced('template', template),
        enterprise: sourced('enterprise', enterprise),
        zone,
        settings: defaultDeclarationSettings,
        codes: { book, countries: new CountryFinder(book) },
        copNo: () => {
          const next = nextCopNo({ prefix: 'YG', desk: '01', serialDigits: 6 }, state, '20250912')
          state = next.state
          return next.copNo
        },
        guid: () => `00000000-0000-4000-8000-${String(++guids).padStart(12, '0')}`,
        now: '2025-09-12T02:00:00Z',
      })
    })
  }

  it('make lists of everything that may be declared, but for the goods that are missing', async () => {
    const declared = await declare(world.goods)
    const faults = declared.flatMap(({ faults: found }) => found)
    expect(faults.map(({ rule, source }) => [rule, source.key])).toEqual([
      ['build-goods-missing', 'STICKER-PACK'],
      ['build-goods-missing', 'STICKER-PACK'],
      ['build-goods-missing', 'PUZZLE-1000'],
    ])
    const lists = declared.flatMap(({ parts }) => parts.flatMap(({ result }) => result.list ?? []))
    expect(lists).toHaveLength(51)
    expect(
      lists
        .filter(({ originalOrderNos }) => originalOrderNos.includes('#2012'))
        .map(({ orderNo }) => orderNo),
    ).toEqual(['#2012-1', '#2012-2'])
    expect(lists.map(({ copNo }) => copNo.slice(-6))).toEqual(
      lists.map((_, at) => String(at + 1).padStart(6, '0')),
    )
  })

  it('trip one rule of the practice window twice, which one change in the goods master mends', async () => {
    const rejected = async (goods: readonly Goods[]) =>
      (await declare(goods)).flatMap(({ parts }) =>
        parts.flatMap(({ result: { list } }) =>
          list
            ? practiceRejections(list.documents.inventory).map(({ code, desc }) => ({
                copNo: list.copNo,
                message: 'CEB603' as const,
                code: '100',
                info: `[Code:${code};Desc:${desc}]`,
              }))
            : [],
        ),
      )
    expect(causes(await rejected(world.goods))).toMatchObject([
      {
        code: 'Y101',
        sku: 'SILK-SET-GIFT',
        field: 'gname',
        source: { record: 'goods', field: 'gname' },
        count: 2,
      },
    ])
    const mended = world.goods.map((one) =>
      one.sku === 'SILK-SET-GIFT' ? { ...one, gname: '桑蚕丝制方巾眼罩套装' } : one,
    )
    expect(await rejected(mended)).toEqual([])
  })
})
