import { describe, expect, it } from 'vitest'
import type { RawRow } from '../../table/rows'
import { addToBook } from './bank-book'
import { bankReport } from './bank-report'
import { readBankTable } from './bank-table'
import { tableRows } from '../settlement/table-rows'
import { incomingCredits } from './credits'

const table = (text: string): RawRow[] =>
  text
    .trim()
    .split('\n')
    .map((line, at) => ({ row: at + 1, cells: line.split(',') }))
const of = (text: string, map?: Record<string, string>) => {
  const file = readBankTable(table(text), {}, map)
  if (!file) throw new Error('no table')
  return file
}

/** Preamble, a column for each direction, running balance, newest first, a line of totals. */
const debitCredit = `
某某银行账户明细,,,,,
账号：,6222 0001,币种：,美元,,
查询日期：2026-11-01至2026-11-30,,,,,
交易日期,借方发生额,贷方发生额,余额,对方户名,摘要,交易流水号
2026-11-12,5.00,,965.00,,手续费,N3
2026-11-10,,970.00,970.00,BUYER LTD,货款 ORD-7,N2
合计,5.00,970.00,,,,
`

describe('tables of online banks', () => {
  it('become statements with account, currency and balances, whichever way they run', () => {
    const file = of(debitCredit)
    expect(file.problems).toEqual([])
    expect(file.statements).toMatchObject([
      {
        account: '62220001',
        currency: 'USD',
        opening: '0',
        closing: '965',
        entries: [
          { side: 'debit', amount: '5', valueDate: '2026-11-12', bankReference: 'N3' },
          { side: 'credit', amount: '970', text: '货款 ORD-7', transactions: [{ payer: 'BUYER LTD' }] },
        ],
      },
    ])
    expect(bankReport(file)).toMatchObject({
      format: 'table',
      records: 2,
      accounts: [{ entries: 2, opening: '0', closing: '965', computedClosing: '965', balanced: true }],
    })
    const { book, added } = addToBook(new Map(), file)
    expect(added).toHaveLength(2)
    expect(addToBook(book, of(debitCredit)).added).toEqual([])
    const { credits } = incomingCredits([...book.values()], [], { country3: () => undefined })
    expect(credits).toMatchObject([{ payerName: 'BUYER LTD', credit: { amount: '970', currency: 'USD' } }])
  })

  it('are read from the web pages that banks call .xls, with merged headers, totals and long references', async () => {
    const page = `<html><body><table><tr><td colspan=6>账户明细</td></tr><tr><td>账号</td><td>622200001</td><td>币种</td><td>美元</td></tr>
<tr><th rowspan=2>交易日期</th><th colspan=2>发生额</th><th rowspan=2>余额</th><th rowspan=2>对方户名</th><th rowspan=2>流水号</th></tr>
<tr><th>借方发生额</th><th>贷方发生额</th></tr>
<tr><td>2026-09-01</td><td></td><td>1,000.00</td><td>1,000.00</td><td>A&amp;Z</td><td>1234567890123456789</td></tr>
<tr><td>2026-09-02</td><td>10.00</td><td>&nbsp;</td><td>990.00</td><td></td><td>1234567890123456790</td></tr>
<tr><td>总计：2笔</td><td>10.00</td><td>1,000.00</td><td></td></tr></table></body></html>`
    const bytes = new TextEncoder().encode(page)
    const source = {
      size: bytes.length,
      async *open() {
        yield await Promise.resolve(bytes)
      },
    }
    const { tables } = await tableRows(source, (encoding) => new TextDecoder(encoding))
    const file = readBankTable(tables[0]!.rows)!
    expect(file.problems).toEqual([])
    expect(bankReport(file).accounts).toMatchObject([
      { account: '622200001', currency: 'USD', entries: 2, opening: '0', closing: '990', balanced: true },
    ])
    expect(file.statements[0]?.entries.map(({ bankReference }) => bankReference)).toEqual([
      '1234567890123456789',
      '1234567890123456790',
    ])
  })

  it('say where a line is missing', () => {
    const cut = debitCredit.replace('965.00,,手续费', '964.00,,手续费')
    expect(of(cut).problems.map(({ rule }) => rule)).toContain('settlement.break')
  })

  it('take the direction from its column where amounts have no sign, and balances from above the table', () => {
    const file = of(`账号:6222,币种:CNY,期初余额:10.00,期末余额:12.00
交易时间,收/支,交易金额,对方户名
2026-11-01 10:00:00,收入,5.00,A
2026-11-02 10:00:00,支出,3.00,B`)
    expect(file.statements[0]?.entries.map(({ side, amount }) => [side, amount])).toEqual([
      ['credit', '5'],
      ['debit', '3'],
    ])
    expect(bankReport(file).accounts).toMatchObject([
      { opening: '10', computedClosing: '12', balanced: true },
    ])
    const off = of(`账号:6222,币种:CNY,期初余额:10.00,期末余额:13.00
交易时间,收/支,交易金额,对方户名
2026-11-01 10:00:00,收入,5.00,A`)
    expect(off.problems.map(({ rule }) => rule)).toEqual(['bank.not-balanced'])
  })

  it('are read by a mapping, refused by the row, and are none where nothing fits', () => {
    const odd = 'd,m,c\n2026-11-01,5,USD\n2026-11-02,x,USD\n'
    const file = of(odd, { happenedAt: 'd', amount: 'm', currency: 'c' })
    expect(file.statements[0]?.entries).toHaveLength(1)
    expect(file.problems).toMatchObject([{ rule: 'field.decimal', row: 3 }])
    expect(readBankTable(table('a,b\n1,2'))).toBeUndefined()
  })
})
