import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, sum } from '../../money/decimal'
import { settle } from './balance'
import { settlementFields } from './fields'
import { layouts } from './layouts'
import { readSettlement } from './read-settlement'
import { headerKey } from './recognise'
import { paypal, paypalFile, paypalHeader, read, table, v2 } from './sample.test-data'
import { addMovements, addSettlements, type BookMovement } from './settlement-book'
import { settlementReport } from './settlement-report'
import { tableRows } from './table-rows'
import { settlementTemplate, TEMPLATE_VERSION } from './template'

describe('files nobody describes', () => {
  const odd =
    '打款流水\n\n单据,何时,币种,摘要,进,出,结余\nZ1,2026-10-01,USD,平台放款,100,,100\nZ2,2026-10-02,USD,提现,,40,60'
  const map = {
    lineNo: '单据',
    happenedAt: '何时',
    currency: '币种',
    type: '摘要',
    amount: '进',
    paidOut: '出',
    balance: '结余',
  }

  it('are refused with what is missing, then read by a mapping that is remembered by the header', () => {
    const unread = readSettlement(table(odd))
    expect(unread).toMatchObject({ unreadable: { rule: 'settlement.unknown-layout' } })
    expect('unreadable' in unread && headerKey(unread.header)).toBe(
      headerKey([...'结余,出,进,摘要,币种,何时, 单据'.split(',')]),
    )
    const file = read(table(odd), { account: 'Z' }, map)
    expect(file.layout).toMatchObject({ level: 'institution', evidence: 'mapped' })
    expect(settle(file)).toMatchObject({
      problems: [],
      accounts: [{ id: 'Z', openings: { USD: '0' }, closings: { USD: '60' } }],
    })
    expect(readSettlement(table(odd), {}, { ...map, amount: '无此列' })).toMatchObject({
      unreadable: { rule: 'settlement.map-column' },
    })
    const headless = read(table('S9,USD,5'), {}, { settlementId: '#1', currency: '#2', amount: '#3' })
    expect(headless.rows).toMatchObject([{ settlementId: 'S9', amount: '5' }])
  })

  it('name no company in a layout that a company does not publish', () => {
    const companies = /paypal|stripe|amazon|亚马逊/i
    for (const { id, title, evidence } of layouts) {
      if (evidence === 'own') expect(`${id}${title.zh}`).not.toMatch(companies)
      else expect(`${id}${title.zh}`).toMatch(companies)
    }
  })
})

describe('our template', () => {
  it('reads back what it asks for, each word as itself, and refuses one that is newer', () => {
    for (const level of ['platform', 'institution'] as const) {
      const [sheet, notes, words] = settlementTemplate(level)
      const { preamble, titles, choices } = sheet!
      expect(titles).toHaveLength(notes!.rows.length)
      const typeAt = titles.indexOf('类型*')
      expect(choices[typeAt]).toEqual(words!.rows.map(([word]) => word))
      const filled = choices[typeAt]!.map((word) =>
        titles.map((title) => {
          const field = Object.entries(settlementFields).find(
            ([, { label }]) => label.zh === title.replace('*', ''),
          )?.[0]
          if (title === '类型*') return word
          if (field === 'currency') return 'USD'
          if (field === 'happenedAt') return '2026-10-01'
          return field === 'amount' ? '1' : field === 'settlementId' || field === 'account' ? 'A' : ''
        }),
      )
      const rows = [preamble, titles, ...filled].map((cells, at) => ({ row: at + 1, cells }))
      const file = read(rows)
      expect(file.layout.level).toBe(level)
      expect(file.layout.evidence).toBe('own')
      expect(file.refused).toEqual([])
      const others = file.rows.filter(({ kind }) => kind === 'other' || kind === 'adjustment')
      expect(others).toEqual([])
      rows[0]!.cells = [preamble[0]!.replace(`版本${TEMPLATE_VERSION}`, `版本${TEMPLATE_VERSION + 1}`)]
      expect(readSettlement(rows)).toMatchObject({ unreadable: { rule: 'settlement.newer-template' } })
    }
  })
})

describe('any settlement file', () => {
  it('never throws, whatever is cut out of it, and every text is filled', async () => {
    const whole = fc.constantFrom(
      [paypalHeader, ...paypal].join('\n'),
      v2('30.00')
        .map(({ cells }) => cells.join(','))
        .join('\n'),
    )
    const bytes = (text: string) => ({
      async *open() {
        yield await Promise.resolve(new TextEncoder().encode(text))
      },
    })
    await fc.assert(
      fc.asyncProperty(whole, fc.nat(700), fc.nat(80), async (text, from, length) => {
        const cut = text.slice(0, from) + text.slice(from + length)
        const { tables } = await tableRows(bytes(cut), (encoding) => new TextDecoder(encoding))
        const file = readSettlement(tables[0]?.rows ?? [])
        const problems =
          'unreadable' in file ? [file.unreadable] : settlementReport(file, settle(file)).problems
        for (const { message, fix } of problems)
          expect(message.zh + fix.zh + message.en).not.toMatch(/\{\w+\}/)
      }),
      { numRuns: 60 },
    )
  })

  it('balances exactly when its total is the sum of its lines', () => {
    const cents = fc.integer({ min: -99_999, max: 99_999 }).map((n) => (n / 100).toFixed(2))
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 8 }), cents, (amounts, off) => {
        const rows = table(
          [
            '结算单号,币制,类型,金额,结算总额',
            ...amounts.map((one) => `S,USD,销售,${one},`),
            `S,USD,,,${add(sum(amounts), off)}`,
          ].join('\n'),
        )
        const { settlements, problems } = settle(read(rows))
        expect(settlements[0]?.difference).toBe(add(off, '0'))
        expect(problems.length === 0).toBe(Number(off) === 0)
      }),
    )
  })

  it('changes the book once: again, overlapping or the other way round it adds nothing', () => {
    const some = fc.subarray(paypal, { minLength: 1 })
    const empty: ReadonlyMap<string, BookMovement> = new Map()
    const accountsOf = (lines: readonly string[]) => settle(paypalFile(lines)).accounts
    fc.assert(
      fc.property(some, some, (one, other) => {
        const [a, b] = [accountsOf(one), accountsOf(other)]
        const first = addMovements(empty, a)
        expect(first.added.length).toBe(a.flatMap(({ movements }) => movements).length)
        expect(addMovements(first.book, a).added).toEqual([])
        const [ab, ba] = [addMovements(first.book, b), addMovements(addMovements(empty, b).book, a)]
        expect([...ab.book.keys()].sort()).toEqual([...ba.book.keys()].sort())
      }),
      { numRuns: 40 },
    )
    const { settlements } = settle(read(v2('30.00')))
    const { book, added } = addSettlements(new Map(), settlements)
    expect(added).toHaveLength(1)
    expect(addSettlements(book, settlements)).toMatchObject({ added: [], known: 1, problems: [] })
    const changed = settle(read(v2('31.00'))).settlements
    expect(addSettlements(book, changed)).toMatchObject({
      added: [],
      problems: [{ rule: 'settlement.changed' }],
    })
  })
})
