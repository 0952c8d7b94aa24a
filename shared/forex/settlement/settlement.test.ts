import { describe, expect, it } from 'vitest'
import { checkLevels, drawOldestFirst } from '../ledger/levels'
import { precheckReceipts } from '../precheck'
import { credit, subject } from '../sample.test-data'
import { settle } from './balance'
import { nettingDraft } from './platform-report'
import type { SettlementFile } from './read-settlement'
import { paypal, paypalFile, read, table, v2 } from './sample.test-data'

const rulesOf = (file: SettlementFile) => settle(file).problems.map(({ rule }) => rule)

describe('settlements of a platform', () => {
  it('reads V2: what each line is, the stated payout, the day in China', () => {
    const file = read(v2('30.00'))
    expect(file.refused).toEqual([])
    const { settlements, problems } = settle(file)
    expect(problems).toEqual([])
    expect(settlements).toMatchObject([
      { id: '77', shop: 'Amazon.com', currency: 'USD', paidOn: '2026-10-16', stated: '30', difference: '0' },
    ])
    expect(settlements[0]?.lines.map(({ type, cost }) => cost ?? type)).toEqual([
      'sale',
      'sale',
      'tax',
      'commission',
      'logistics',
      'refund',
      'commission',
      'advertising',
      'fee',
      'reserveHeld',
      'reserveReleased',
      'earlierBalance',
    ])
    expect(file.rows[0]).toMatchObject({ day: '2026-10-04', orderNo: 'O1' })
  })

  it('says by how much a settlement does not balance', () => {
    const { settlements, problems } = settle(read(v2('31.00')))
    expect(settlements[0]).toMatchObject({ stated: '31', computed: '30', difference: '1' })
    expect(problems).toMatchObject([{ rule: 'settlement.not-balanced', row: 2 }])
    expect(problems[0]?.message.zh).toContain('差 1')
  })

  it('reads V1 with a column for each kind of amount, and decimals with a comma', () => {
    const header =
      'settlement-id;deposit-date;total-amount;currency;transaction-type;order-id;marketplace-name;posted-date;price-type;price-amount;item-related-fee-type;item-related-fee-amount;other-amount'
    const rows = table(
      [
        header,
        '88;18.12.2026 00:00:00 UTC;7,49;EUR;;;;;;;;;',
        '88;;;;Order;O1;Amazon.de;13.12.2026;Principal;9,99;;;',
        '88;;;;Order;O1;Amazon.de;13.12.2026;;;Commission;-1,50;',
        '88;;;;Current Reserve Amount;;;13.12.2026;;;;;-1,00',
      ].join('\n'),
      ';',
    )
    const file = read(rows)
    expect(file.layout).toMatchObject({ id: 'amazon-settlement-v1', evidence: 'seen' })
    expect(settle(file)).toMatchObject({
      problems: [],
      settlements: [{ id: '88', currency: 'EUR', paidOn: '2026-12-18', stated: '7.49', difference: '0' }],
    })
    expect(file.rows.map(({ kind, day }) => [kind, day])).toEqual([
      ['sale', '2026-12-13'],
      ['fee', '2026-12-13'],
      ['reserveHeld', '2026-12-13'],
    ])
  })

  it('refuses rows it cannot place, and does not hide that the settlement then misses them', () => {
    const rows = v2('30.00')
    rows[2]!.cells[10] = 'abc'
    const file = read(rows)
    expect(file.refused).toMatchObject([{ rule: 'field.decimal', row: 3, value: 'abc' }])
    expect(rulesOf(file)).toEqual(['settlement.not-balanced'])
  })

  it('tells two totals, two currencies, and a settlement without total', () => {
    const lines = (...more: string[]) => table(['结算单号,币制,类型,金额,结算总额', ...more].join('\n'))
    expect(rulesOf(read(lines('A,USD,销售,5,5', 'A,USD,销售,1,6')))).toEqual(['settlement.totals-differ'])
    expect(rulesOf(read(lines('A,USD,销售,5,6', 'A,EUR,销售,1,')))).toEqual(['settlement.currencies-differ'])
    expect(rulesOf(read(lines('A,USD,销售,5,')))).toEqual(['settlement.no-total'])
    const nobody = read(lines(',USD,销售,5,', 'B,,销售,5,'))
    expect(nobody.refused.map(({ rule }) => rule)).toEqual([
      'settlement.no-settlement',
      'settlement.no-currency',
    ])
    expect(nobody.questions).toContain('currency')
  })

  it('is what a netted receipt rests on: the pre-check restores sales and costs', () => {
    const [settlement] = settle(read(v2('30.00'))).settlements
    const { report, unclassified, timing } = nettingDraft(settlement!, {
      creditId: 'R1',
      counterparty: 'Amazon',
    })
    expect(report).toMatchObject({ id: '77', sales: '108', customerRefunds: '20', to: '2026-10-16' })
    expect(report.costs.map(({ class: cost, amount }) => [cost, amount])).toEqual([
      ['advertising', '7'],
      ['commission', '12'],
      ['logistics', '5'],
      ['tax', '8'],
    ])
    expect(unclassified).toEqual([{ id: '#11', amount: '4' }])
    expect(timing).toEqual({ reserves: '-20', earlier: '-2', adjustments: '0' })
    const { receipts } = precheckReceipts(
      { subject, bankCredits: [credit({ amount: '56.00' })], platformReports: [report] },
      '2026-11-20',
    )
    expect(receipts[0]?.netting?.expectedCredit).toBe('56')
    const returned = {
      ...settlement!,
      lines: [{ id: 'x', type: 'fee' as const, cost: 'commission' as const, amount: '3' }],
    }
    expect(nettingDraft(returned, { creditId: 'R1' })).toMatchObject({
      report: { costs: [] },
      unclassified: [{ id: '77-commission', amount: '-3' }],
    })
  })
})

describe('ledgers of institutions', () => {
  it('reads PayPal activity: balances, fees apart, conversion pairs, forwards and backwards', () => {
    for (const lines of [paypal, [...paypal].reverse()]) {
      const { accounts, problems } = settle(paypalFile(lines))
      expect(problems).toEqual([])
      expect(accounts[0]?.balances.find(({ currency }) => currency === 'USD')).toMatchObject({
        opening: '100',
        closing: '0.25',
        computedClosing: '0.25',
        balanced: true,
      })
      expect(checkLevels({ settlements: [], accounts, credits: [] }).map(({ kind }) => kind)).toEqual([
        'withdrawalNotArrived',
      ])
    }
    const [account] = settle(paypalFile(paypal)).accounts
    expect(account?.movements.map(({ kind, amount }) => `${kind} ${amount}`)).toEqual([
      'sale 84',
      'fee -4.25',
      'conversion -50',
      'conversion 43.34',
      'hold -20',
      'refund -10',
      'fee 0.5',
      'withdrawal -100',
    ])
  })

  it('tells a line that is missing by the break it leaves, and a conversion without its other leg', () => {
    const without = paypalFile(paypal.filter((line) => !line.includes('T4')))
    const problems = settle(without).problems
    expect(problems).toMatchObject([
      { rule: 'settlement.break', row: 5, value: '100.25' },
      { rule: 'settlement.account-not-balanced' },
    ])
    const { accounts } = settle(paypalFile(paypal.filter((line) => !line.includes('T3,T2'))))
    expect(checkLevels({ settlements: [], accounts, credits: [] }).map(({ kind }) => kind)).toContain(
      'conversionIncomplete',
    )
  })

  it('reads Stripe: fees taken from the gross, payouts made of their transactions', () => {
    const header =
      'balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,source_id,automatic_payout_id'
    const rows = (payout: string) =>
      table(
        [
          header,
          'txn_1,2026-10-01 10:00:00,usd,100.00,3.20,96.80,charge,ch_1,po_1',
          'txn_2,2026-10-02 10:00:00,usd,-20.00,0.00,-20.00,refund,re_1,po_1',
          'txn_3,2026-10-02 18:00:00,usd,-5.00,0.00,-5.00,risk_reserved_funds,rr_1,po_1',
          `txn_4,2026-10-03 10:00:00,usd,${payout},0.00,${payout},payout,po_1,po_1`,
        ].join('\n'),
      )
    const { accounts, problems } = settle(read(rows('-71.80')))
    expect(problems).toEqual([])
    expect(accounts[0]?.movements.map(({ kind }) => kind)).toEqual([
      'sale',
      'fee',
      'refund',
      'hold',
      'withdrawal',
    ])
    expect(accounts[0]?.balances).toMatchObject([
      { opening: null, balanced: null, inward: '96.8', outward: '96.8' },
    ])
    expect(accounts[0]?.movements.at(-1)?.day).toBe('2026-10-03')
    expect(settle(read(rows('-70.00'))).problems).toMatchObject([
      { rule: 'settlement.payout-differs', value: 'po_1' },
    ])
  })

  it('keeps the net of the file and remarks where amount and fee do not make it', () => {
    const file = paypalFile([paypal[0]!.replace('-4.25', '-4.00')])
    expect(file.remarks).toMatchObject([{ rule: 'settlement.net', row: 2, value: '79.75' }])
    expect(file.rows[0]).toMatchObject({ net: '79.75', fee: '-4.25' })
  })

  it('feeds the three levels: two settlements into one account, one withdrawal drawing on both', () => {
    const lines = [
      '账户,流水号,发生时间,币制,类型,金额,手续费,余额,结算单号,关联流水',
      'ACC,,2026-10-01,USD,期初余额,10.00,,,,',
      'ACC,L1,2026-10-02,USD,平台结算入账,700.00,,,S1,',
      'ACC,L2,2026-10-16,USD,平台结算入账,50.00,,,S2,',
      'ACC,L3,2026-10-18,USD,兑换,-100.00,,,,X',
      'ACC,L4,2026-10-18,CNY,兑换,710.00,,,,X',
      'ACC,L5,2026-10-19,CNY,提现,-710.00,,,,',
      'ACC,L6,2026-10-20,USD,提现,-650.00,5,,,',
      'ACC,,2026-10-31,USD,期末余额,5.00,,,,',
    ]
    const { accounts, problems } = settle(read(table(lines.join('\n'))))
    expect(problems).toEqual([])
    const [account] = accounts
    const arrived = { L5: 'R1', L6: 'R2' } as Readonly<Record<string, string>>
    const linked = {
      ...account!,
      closings: { ...account!.closings, CNY: '0' },
      movements: account!.movements.map((one) => {
        const creditId = arrived[one.id]
        return creditId === undefined ? one : { ...one, creditId }
      }),
    }
    const settlement = (id: string, payout: string) => ({
      id,
      shop: 'US',
      currency: 'USD',
      paidOn: '2026-10-01',
      payout,
      lines: [{ id: '1', type: 'sale' as const, amount: payout }],
    })
    const credits = [
      { id: 'R1', day: '2026-10-19', currency: 'CNY', amount: '710.00' },
      { id: 'R2', day: '2026-10-21', currency: 'USD', amount: '650.00' },
    ]
    const settlements = [settlement('S1', '700.00'), settlement('S2', '50.00')]
    expect(checkLevels({ settlements, accounts: [linked], credits })).toEqual([])
    const { draws } = drawOldestFirst(linked, 'USD')
    expect(draws.filter(({ outId }) => outId === 'L6').map(({ inId }) => inId)).toEqual(['L1', 'L2'])
  })
})
