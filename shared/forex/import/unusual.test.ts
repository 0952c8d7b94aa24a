import { expect, it } from 'vitest'
import { bankReport } from './bank-report'
import { readBankTable } from './bank-table'
import { readBankFile } from './read-bank-file'

/** What the standards allow and banks make of them, each with what it says of its accounts. */

const reportOf = (text: string) => bankReport(readBankFile(text))
const account = (
  opening: string | null,
  closing: string | null,
  entries: number,
  balanced: boolean | null,
) => ({
  opening,
  closing,
  entries,
  balanced,
})

const balance = (code: string, amount: string, side = 'CRDT', kind = 'Cd') =>
  `<Bal><Tp><CdOrPrtry><${kind}>${code}</${kind}></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd><Dt><Dt>2026-01-01</Dt></Dt></Bal>`
const entry = (amount: string, more = '', side = 'CRDT', currency = 'EUR') =>
  `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd><Sts>BOOK</Sts><ValDt><Dt>2026-01-02</Dt></ValDt>${more}</Ntry>`
const camt = (body: string, root = 'BkToCstmrStmt', report = 'Stmt') =>
  `<Document><${root}><GrpHdr/><${report}><Acct><Id><IBAN>DE1</IBAN></Id><Ccy>EUR</Ccy></Acct>${body}</${report}></${root}></Document>`
const mt940 = (...lines: string[]) => [':20:X', ':25:622', ...lines, '-', ''].join('\n')
const transaction = (amount: string, side: string) =>
  `<TxDtls><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd></TxDtls>`

it.each([
  [
    'amounts that begin with their comma, a closing balance of nothing below zero, reversals of both sides',
    mt940(
      ':60F:C260101EUR,50',
      ':61:2601020102CR,25NTRFNONREF',
      ':61:2601020102RC,75NTRFNONREF',
      ':62F:D260102EUR0,00',
    ),
    account('0.50', '0.00', 2, true),
  ],
  [
    'points for commas',
    mt940(':60F:C260101CNY1234.56', ':61:2601020102CR100.00NTRFNONREF', ':62F:C260101CNY1334.56'),
    account('1234.56', '1334.56', 1, true),
  ],
  [
    'pages that go below zero',
    mt940(':28C:1/1', ':60F:C260101EUR10,', ':61:260102C5,NTRFA', ':62M:C260102EUR15,') +
      mt940(':28C:1/2', ':60M:C260102EUR15,', ':61:260102D20,NTRFB', ':62F:D260102EUR5,'),
    account('10', '-5', 2, true),
  ],
  ['no entries', mt940(':60F:D260101EUR10,', ':62F:D260101EUR10,'), account('-10', '-10', 0, true)],
  [
    'no opening balance: the entries count all the same',
    mt940(':61:2601020102C5,NTRFNONREF', ':62F:C260102EUR5,'),
    account(null, '5', 1, null),
  ],
  [
    'a page between interim balances, numbers as XML Schema writes them',
    camt(balance('ITBD', '+10.') + balance('ITBD', '.5', 'DBIT') + entry('10.5', '', 'DBIT')),
    account('10', '-0.5', 1, true),
  ],
  [
    'a report of the day that ends with an interim balance',
    camt(balance('OPBD', '1.00') + balance('ITBD', '3.00') + entry('2.00'), 'BkToCstmrAcctRpt', 'Rpt'),
    account('1.00', '3.00', 1, true),
  ],
  [
    'an envelope, the first version, balances named by the bank itself, nothing booked',
    `<Envelope><AppHdr/>${camt(balance('PRCD', '4', 'CRDT', 'Prtry') + balance('CLBD', '4'), 'BkToCstmrStmtV01')}</Envelope>`,
    account('4', '4', 0, true),
  ],
  [
    'a batch with a return in it',
    camt(
      balance('OPBD', '1') +
        balance('CLBD', '3') +
        entry('2', `<NtryDtls>${transaction('5', 'CRDT')}${transaction('3', 'DBIT')}</NtryDtls>`),
    ),
    account('1', '3', 1, true),
  ],
])('reads %s', (_, text, expected) => {
  const { accounts, problems } = reportOf(text)
  expect(accounts).toMatchObject([expected])
  expect(problems.map(({ rule }) => rule)).toEqual(expected.opening === null ? ['bank.missing-field'] : [])
})

it('keeps entries in another currency of the account apart from its balances', () => {
  const { accounts, records } = reportOf(
    camt(balance('OPBD', '1') + balance('CLBD', '3') + entry('2') + entry('7', '', 'CRDT', 'USD')),
  )
  expect(records).toBe(2)
  expect(accounts).toMatchObject([
    { currency: 'EUR', entries: 1, balanced: true },
    { currency: 'USD', entries: 1, credits: '7', balanced: null },
  ])
})

const rows = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line, at) => ({ row: at + 1, cells: line.split('|') }))

it.each([
  [
    'the time of day in a column of its own, a balance below zero',
    `本方账号|交易日期|交易时间|收入金额|支出金额|账户余额|交易货币|对方户名|交易摘要
622|20260910|101010|100.00||-50.00|USD|BUYER|货款
622|20260911|9:10:00||10.00|-60.00|USD|BANK|费`,
    { account: '622', opening: '-150', closing: '-60' },
  ],
  [
    'opening and closing balance as rows, totals of the page',
    `账号|622
交易日期|收入|支出|余额|币种|对方户名|摘要
期初余额|||50.00|USD||
2026-09-10|100.00||150.00|USD|B|x
2026-09-11||1.00|149.00|USD|B|y
期末余额|||149.00|USD||
本页合计|100.00|1.00||||`,
    { account: '622', opening: '50', closing: '149' },
  ],
])('reads a table of an online bank with %s', (_, text, expected) => {
  const report = bankReport(readBankTable(rows(text))!)
  expect(report.problems).toEqual([])
  expect(report.accounts).toMatchObject([{ ...expected, entries: 2, currency: 'USD', balanced: true }])
})

it('announced entries are told apart, pages of a year turn are one, a time at the start of a line is text', () => {
  const announced = [':20:X', ':25:1', ':34F:EURD0,', ':61:2611231123EC100,NTRFR', ':61:261123C5,NTRFS', '-']
  expect(reportOf(announced.join('\n'))).toMatchObject({ records: 1, pending: 1, problems: [] })
  const pages = mt940(
    ':60F:D251231USD5,',
    ':61:2512310102C10,NTRFA',
    ':86:paid at 14',
    ':26:37 of the day',
    ':61:260102RD1,NTRFB',
    ':61:260102RC2,NTRFC',
    ':62M:C260102USD4,',
    ':60M:C260102USD4,',
    ':61:260103CD4,5NTRFD//BNK',
    ':62F:C260103USD8,5',
  )
  expect(reportOf(pages)).toMatchObject({ problems: [], accounts: [account('-5', '8.5', 4, true)] })
  const [first] = readBankFile(pages).statements[0]!.entries
  expect(first).toMatchObject({ valueDate: '2025-12-31', bookedOn: '2026-01-02' })
  expect(first?.text).toBe('paid at 14 :26:37 of the day')
})
