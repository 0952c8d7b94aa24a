import { expect } from 'vitest'
import type { BookPort } from '../../../data/port'

const no = '310120260000000003'
const rows = [
  '报关单号,项号,商品编号,商品名称,成交数量,成交单位,出口日期,监管方式,成交方式,总价,币制,境内货源地',
  `${no},1,6911101900,搪瓷碗,100,个,2026-04-02,9810,FOB,1000.00,USD,汕头`,
  `${no},2,6911101900,搪瓷盆,10,个,2026-04-02,9810,FOB,200.00,USD,汕头`,
]

/**
 * 9810 goods of a 生产企业 over two months: claimed in part before their sale, paid, settled, and what was given back claimed
 * once it is sold, with what the first month carried out. Expects the rate of the goods and 7 CNY for a dollar to be known.
 */
export async function ofManufacturer(port: BookPort): Promise<void> {
  const file = new File([`\ufeff${rows.join('\r\n')}\r\n`], 'own.csv')
  const read = await port.importFile(file, { kind: 'declarations', profile: 'auto' })
  if (!read.ok) throw new Error(JSON.stringify(read))
  const [half, none] = [`${no}001`, `${no}002`]
  const batchOf = async (period: string, sold: Record<string, object>, manufacturer: object) => {
    const { id } = await port.newRebateBatch({ period, kind: 'manufacturer' }, '')
    await port.chooseRebateLines(id, { ids: [half, none] }, '')
    await port.editRebateBatch(id, { answers: { fxStatus: 'pending' }, manufacturer }, '')
    for (const [key, answers] of Object.entries(sold)) {
      await port.answerRebateLines(id, { ids: [key] }, answers, '')
    }
    return id
  }
  const figures = async (batch: string, day: string) => {
    await port.runRebateCheck(batch, day)
    const [detail, summary] = await port.rebateTables(batch, 'claim')
    const value = (title: string) => summary!.rows.find(([name]) => name === title)?.[1]
    return {
      rows: detail!.rows.map((row) => [row[9], row[13], row[24], row[25]]),
      fob: value('出口销售额（人民币）'),
      ecr: value('免抵退税额'),
      carried: value('免抵退税额抵减额结转下期'),
    }
  }
  const told = async (batch: string) => {
    const { rows: found } = await port.rebateFindings({ batch, offset: 0, limit: 99 })
    return found
      .filter(({ rule }) => ['RB-D11', 'RB-G05'].includes(rule))
      .map(({ rule, at, text }) => [rule, at.table, text.zh])
  }

  // 40 of 100 are sold, nothing of the other; material for more than these exports is carried on.
  const material = { exemptMaterial: { domestic: '9000.00' } }
  const may = await batchOf('202605', { [half]: { soldQty: '40' }, [none]: { soldQty: '0' } }, material)
  expect(await figures(may, '2026-05-20')).toEqual({
    rows: [
      ['40', '2800.00', '364.00', ''],
      ['60', '4200.00', '546.00', 'HWC-YT'],
      ['10', '1400.00', '182.00', 'HWC-YT'],
    ],
    fob: '8400.00',
    ecr: '0.00',
    carried: '78.00',
  })
  for (const event of ['declare', 'accept', 'review', 'approve', 'pay'] as const) {
    await port.actOnRebateLines(may, { event, on: '2026-06-10' }, '')
  }
  const ours = async () => (await port.rebatePreRefunds('2026-07-01')).filter(({ key }) => key.startsWith(no))
  expect(await ours()).toMatchObject([
    { key: half, qty: '60', refund: '546.00', state: 'open', window: ['2026-07-01', '2027-04-30'] },
    { key: none, qty: '10', refund: '182.00', state: 'open' },
  ])
  const april = async () => (await port.rebateLedger()).find(({ month }) => month === '2026-04')!.refunded
  const before = await april()
  const sold = { on: '2026-07-01', soldQty: '20', actualRefund: '182.00' }
  expect(await port.settleRebatePreRefund(half, sold, '')).toMatchObject({
    action: 'adjust',
    netChange: '-364.00',
  })
  const unsold = { on: '2026-07-01', soldQty: '0' }
  expect(await port.settleRebatePreRefund(none, unsold, '')).toMatchObject({ action: 'reverseAll' })
  // The refund of a manufacturer is of a period: no line of the ledger gives money back.
  expect(await april()).toBe(before)
  await port.reclaimRebateLine(half, '')
  await port.reclaimRebateLine(none, '')

  // 30 of the 40 that were given back are sold by now, and all of the other.
  const july = await batchOf(
    '202607',
    { [half]: { soldQty: '90' }, [none]: { soldQty: '10', bookedAsSale: true } },
    {},
  )
  const claimed = {
    rows: [
      ['30', '2100.00', '273.00', ''],
      ['10', '1400.00', '182.00', ''],
    ],
    fob: '3500.00',
    carried: '0.00',
  }
  expect(await figures(july, '2026-07-20')).toEqual({ ...claimed, ecr: '455.00' })
  const { number } = await port.rebateBatch(may)
  const [first, second, ...others] = await told(july)
  expect([first, others]).toEqual([
    ['RB-D11', 'period', `202605-${number} 结转下期的免抵退税额抵减额为 78.00，本期上期结转填 0.00`],
    [],
  ])
  expect(second!.slice(0, 2)).toEqual(['RB-G05', 'period'])
  expect(second![2]).toContain('2 项：冲减免抵退税额 -728.00、重新申报 182.00')
  await port.editRebateBatch(july, { manufacturer: { broughtForward: { ecrOffset: '78.00' } } }, '')
  expect(await figures(july, '2026-07-20')).toEqual({ ...claimed, ecr: '377.00' })
  expect((await told(july)).map(([rule]) => rule)).toEqual(['RB-G05'])

  // 函调: no 关联号 leads from an invoice to a line, so it goes by the 报关单, with invoices as they were told.
  await port.actOnRebateLines(july, { event: 'declare', on: '2026-08-10' }, '')
  await port.actOnRebateLines(july, { event: 'accept', on: '2026-08-10' }, '')
  expect((await port.letterDeclarations())[0]).toMatchObject({ no, linkless: true, keys: [half, none] })
  const letter = { number: '', sellerTaxNo: '', sellerName: '示例瓷土厂', invoices: [], note: '' }
  const send = (more: object) => port.sendRebateLetter({ ...letter, sentOn: '2026-08-11', ...more }, '')
  await expect(send({})).rejects.toMatchObject({ code: 'letter-empty' })
  const nobody = '310120260000000999'
  await expect(send({ declarations: [no, nobody] })).rejects.toMatchObject({
    code: 'letter-declaration',
    text: { zh: expect.stringContaining(nobody) as string },
  })
  expect(await send({ invoices: ['F9'], declarations: [no] })).toEqual({ held: 2, left: [] })
  const [sent] = await port.rebateLetters('2026-08-21')
  expect(sent).toMatchObject({ held: '455', age: 10, declarations: [no], keys: [half, none] })
  const answer = { on: '2026-08-21', outcome: 'clear' as const, note: '' }
  expect(await port.answerRebateLetter(sent!.id, answer, '')).toEqual({ released: 2 })
}
