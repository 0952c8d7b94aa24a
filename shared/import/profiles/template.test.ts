import { describe, expect, it } from 'vitest'
import { fixture, reasons, reportOf, run } from '../../../test/fixtures/import/run'
import type { Order } from '../../model/order'
import { importKinds, templateHeaders } from './template'

describe('our own template', () => {
  it('is recognised by the headers it is written with', async () => {
    for (const kind of ['orders', 'payments', 'waybills'] as const) {
      const report = reportOf(await run(`${templateHeaders(kind).join(',')}\n`, kind))
      expect([report.profile, report.rowsRead]).toEqual([`template-${kind}`, 0])
    }
  })

  it('for retail import names the persons, says that the order comes in, and refuses a row like any other', async () => {
    const imported = await run(fixture('template-import-orders.csv'), 'orders')
    expect(reasons(imported)).toEqual(['3 field.decimal'])
    expect(imported.records[0]).toMatchObject({
      direction: 'import',
      buyerIdNumber: '11010519491231002X',
      buyerPhone: '13800000001',
      phone: '13800000002',
      tax: '17.29',
      total: '207.29',
    })
    const [exported] = (await run(fixture('template-orders.csv'), 'orders')).records
    expect('direction' in exported!).toBe(false)
    for (const kind of importKinds) {
      const report = reportOf(await run(`${templateHeaders(kind, 'import').join(',')}\n`, kind))
      expect(report.profile).toBe(`template-import-${kind}`)
    }
  })

  it('comes in or goes out as the officer says, whatever its columns are', async () => {
    const directions = async (name: string, direction?: 'export' | 'import') => {
      const options = { timezone: 'Asia/Shanghai', ...(direction && { direction }) }
      const { records } = await run(fixture(name), 'orders', { options })
      return [...new Set(records.map((record) => (record as Order).direction))]
    }
    expect(await directions('template-orders.csv', 'import')).toEqual(['import'])
    expect(await directions('template-import-orders.csv', 'export')).toEqual([undefined])
    expect(await directions('template-import-orders.csv')).toEqual(['import'])
  })

  it('for the waybills of retail import tells the day the goods came in, or refuses what is none', async () => {
    const file = (day: string) =>
      `运单号,订单号,物流企业代码,航班航次号,进口日期\nYD1,A1,3305980001,CA901,${day}`
    const { records } = await run(file('2026/4/1'), 'waybills')
    expect(records).toMatchObject([{ voyageNo: 'CA901', arrivedOn: '2026-04-01' }])
    expect(reasons(await run(file('soon'), 'waybills'))).toEqual(['2 field.day'])
  })

  it('refuses rows with every reason, keeps the rest of the order and marks it incomplete', async () => {
    const imported = await run(fixture('template-orders.csv'), 'orders', {
      options: { timezone: 'Asia/Shanghai' },
    })
    expect(reasons(imported)).toEqual(['6 field.instant', '7 field.decimal'])
    expect(
      imported.records.map((record) => [(record as Order).orderNo, (record as Order).refusedRows]),
    ).toEqual([
      ['DD1001', undefined],
      ['DD1002', undefined],
      ['DD1004', [7]],
    ])
    expect(imported.records[1]).toMatchObject({ currency: 'USD', orderedAt: '2026-04-01T11:00:00+08:00' })
    const goods = await run(fixture('template-goods.csv'), 'goods')
    expect(reasons(goods)).toEqual(['3 field.digits', '3 field.digits', '3 field.choice'])
    expect(goods.records[0]).toMatchObject({ sku: 'TD-1', statisticsFlag: 'A', barCode: '无' })
  })
})
