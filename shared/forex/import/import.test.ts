import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addToBook, type BookEntry } from './bank-book'
import { bankReport } from './bank-report'
import { bankFormat, readBankFile } from './read-bank-file'
import { balanceOf } from './statement'

const mt940 = `:20:STARTUMSE
:25:622/000123456
:28C:00011/001
:60F:C261230USD1000,00
:61:2612310102CR250,5NTRFORDER-1//BANK-1
sale of cups
:86:171?00Credit?20ORDER-1?21PAYPAL?32BUYER LTD
:61:261231DR800,NMSCNONREF
:61:261231RD50,NTRFNONREF//BANK-3
:62F:C261231USD500,50
-
`

const mt103 = `{1:F01BANKCNBJAXXX0000000000}{2:O1031200261110BANKUS33XXXX00000000002611101200N}{3:{121:11111111-2222-4333-8444-555555555555}}{4:
:20:REF-1
:23B:CRED
:32A:261110USD970,
:33B:USD1000,
:50F:/123
1/BUYER LTD
2/STREET 1
3/US/NEW YORK
:59:/6222
EXPORTER CO
:70:INV 1 ORD
ER-1
:71A:SHA
:71F:USD18,
:71F:USD12,
-}
$
{1:F01BANKCNBJAXXX0000000000}{4:
:20:REF-2
:32A:261110USD1,
-}
`

const camt = (entries: string, closing = '110.00', version = '02') => `<?xml version="1.0"?>
<x:Document xmlns:x="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><x:BkToCstmrStmt><x:Stmt>
<x:Id>ST1</x:Id><x:Acct><x:Id><x:Othr><x:Id>6222</x:Id></x:Othr></x:Id><x:Ccy>USD</x:Ccy></x:Acct>
<x:Bal><x:Tp><x:CdOrPrtry><x:Cd>OPBD</x:Cd></x:CdOrPrtry></x:Tp><x:Amt Ccy="USD">100.00</x:Amt><x:CdtDbtInd>CRDT</x:CdtDbtInd><x:Dt><x:Dt>2026-11-09</x:Dt></x:Dt></x:Bal>
<x:Bal><x:Tp><x:CdOrPrtry><x:Cd>CLBD</x:Cd></x:CdOrPrtry></x:Tp><x:Amt Ccy="USD">${closing}</x:Amt><x:CdtDbtInd>CRDT</x:CdtDbtInd><x:Dt><x:Dt>2026-11-10</x:Dt></x:Dt></x:Bal>
${entries}</x:Stmt></x:BkToCstmrStmt></x:Document>`
const entry = (amount: string, status: string, details = '') =>
  `<x:Ntry><x:Amt Ccy="USD">${amount}</x:Amt><x:CdtDbtInd>CRDT</x:CdtDbtInd><x:Sts>${status}</x:Sts><x:ValDt><x:DtTm>2026-11-10T08:00:00+08:00</x:DtTm></x:ValDt>${details}</x:Ntry>`

const rulesOf = (text: string) => readBankFile(text).problems.map(({ rule }) => rule)

describe('MT940', () => {
  it('reads signs, the third letter of a currency, entry days over the turn of the year, and sub-fields', () => {
    const { statements, problems } = readBankFile(mt940)
    expect(problems).toEqual([])
    const [statement] = statements
    expect(statement).toMatchObject({
      account: '622/000123456',
      currency: 'USD',
      opening: '1000.00',
      closing: '500.50',
    })
    expect(statement?.entries).toMatchObject([
      {
        side: 'credit',
        amount: '250.5',
        valueDate: '2026-12-31',
        bookedOn: '2027-01-02',
        reference: 'ORDER-1',
        bankReference: 'BANK-1',
      },
      { side: 'debit', reversal: false, amount: '800' },
      { side: 'credit', reversal: true, amount: '50' },
    ])
    expect(statement?.entries[0]?.text).toContain('ORDER-1 PAYPAL BUYER LTD')
    expect(balanceOf(statement!)).toMatchObject({
      credits: '300.5',
      creditCount: 2,
      debits: '800',
      balanced: true,
    })
  })

  it('says that a statement does not balance, and by how much, and keeps its entries', () => {
    const { statements, problems } = readBankFile(mt940.replace('USD500,50', 'USD500,51'))
    expect(statements[0]?.entries).toHaveLength(3)
    expect(problems).toMatchObject([{ rule: 'bank.not-balanced', row: 4, value: '500.51' }])
    expect(problems[0]?.message.zh).toContain('0.01')
    expect(problems[0]?.fix.en).not.toBe('')
  })

  it('names line and field of what it cannot read, and goes on', () => {
    const broken = mt940.replace(':61:261231DR800,NMSC', ':61:261331DR800,NMSC')
    const { statements, problems } = readBankFile(broken)
    expect(statements[0]?.entries).toHaveLength(2)
    expect(problems[0]).toMatchObject({ rule: 'bank.field', row: 8, column: ':61:' })
  })

  it('reads lines as banks break and bend them: a wrapped line, a short code, a day the month does not have, no balances', () => {
    const lines =
      ':61:2602300301CR\n30,00N062NONREF\n:61:261110D5,NOV NONREF\n:86:- with a dash\n- and another\n'
    const { statements, problems } = readBankFile(
      `:20:X\n:25:A\n:28C:1\n:34F:EURD0,00\n${lines}:90D:1EUR5,\n`,
    )
    expect(problems).toMatchObject([{ rule: 'bank.day', row: 5, value: '260230' }])
    expect(statements).toMatchObject([
      {
        currency: 'EUR',
        entries: [
          { valueDate: '2026-02-28', bookedOn: '2026-03-01', amount: '30.00', side: 'credit' },
          { code: 'NOV', reference: 'NONREF', text: '- with a dash - and another' },
        ],
      },
    ])
    expect(balanceOf(statements[0]!).balanced).toBeUndefined()
  })

  it('tells a missing closing balance, a line outside a statement, and a gap between statements', () => {
    expect(rulesOf(mt940.replace(/:62F:.*\n/, ''))).toContain('bank.missing-field')
    expect(rulesOf(`:20:X\n:25:A\n:61:261231C1,NTRF\n:60F:C261230USD0,\n:62F:C261230USD0,\n`)).toContain(
      'bank.outside',
    )
    const next = mt940.replace('C261230USD1000,00', 'C261231USD500,51').replace('USD500,50', 'USD1,01')
    expect(rulesOf(mt940 + next)).toEqual(['bank.gap'])
  })
})

describe('MT103', () => {
  it('reads parties, charges and the UETR, and one advice of many', () => {
    const { advices, problems } = readBankFile(mt103)
    expect(advices).toEqual([
      {
        line: 2,
        reference: 'REF-1',
        valueDate: '2026-11-10',
        currency: 'USD',
        amount: '970',
        bearer: 'SHA',
        instructed: { currency: 'USD', amount: '1000' },
        senderCharges: [
          { currency: 'USD', amount: '18' },
          { currency: 'USD', amount: '12' },
        ],
        receiverCharges: [],
        uetr: '11111111-2222-4333-8444-555555555555',
        payer: 'BUYER LTD',
        payerAccount: '123',
        payerCountry: 'US',
        payee: 'EXPORTER CO',
        payeeAccount: '6222',
        text: 'INV 1 ORDER-1',
      },
    ])
    expect(problems).toMatchObject([{ rule: 'bank.missing-field', column: ':71A:' }])
  })
})

describe('camt', () => {
  it('counts what is booked and keeps what is announced apart, in every version', () => {
    for (const status of ['BOOK', '<x:Cd>BOOK</x:Cd>']) {
      const { statements, problems } = readBankFile(camt(entry('10.00', status) + entry('99.00', 'PDNG')))
      expect(problems).toEqual([])
      expect(statements[0]).toMatchObject({
        account: '6222',
        currency: 'USD',
        opening: '100.00',
        openedOn: '2026-11-09',
      })
      expect(statements[0]?.entries).toMatchObject([{ amount: '10.00', valueDate: '2026-11-10' }])
      expect(statements[0]?.pending).toHaveLength(1)
      expect(balanceOf(statements[0]!).balanced).toBe(true)
    }
  })

  it('takes balances and entries in the currency of the account only', () => {
    const other = camt(entry('10.00', 'BOOK') + entry('7.00', 'BOOK').replace('USD', 'SEK'))
    const { statements, problems } = readBankFile(other.replace('Ccy="USD">110.00', 'Ccy="SEK">110.00'))
    expect(problems).toEqual([])
    expect(balanceOf(statements[0]!)).toMatchObject({ credits: '10', computedClosing: '110' })
    expect(statements[0]?.closing).toBeUndefined()
  })

  it('finds a batch that is not the sum of its transactions', () => {
    const details = (second: string) =>
      `<x:NtryDtls>${['4.00', second].map((amount) => `<x:TxDtls><x:Amt Ccy="USD">${amount}</x:Amt><x:RltdPties><x:Dbtr><x:Pty><x:Nm>Payer</x:Nm></x:Pty></x:Dbtr></x:RltdPties></x:TxDtls>`).join('')}</x:NtryDtls>`
    expect(rulesOf(camt(entry('10.00', 'BOOK', details('6.00'))))).toEqual([])
    expect(rulesOf(camt(entry('10.00', 'BOOK', details('5.99'))))).toEqual(['bank.batch-sum'])
    const read = readBankFile(camt(entry('10.00', 'BOOK', details('6.00'))))
    expect(read.statements[0]?.entries[0]?.transactions[0]?.payer).toBe('Payer')
  })

  it('refuses a DTD and says where broken XML breaks', () => {
    const bomb = camt('').replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>')
    expect(rulesOf(bomb)).toEqual(['bank.xml-doctype'])
    expect(readBankFile(camt('<x:Ntry>')).problems).toMatchObject([{ rule: 'bank.xml', row: 6 }])
  })
})

describe('any bank file', () => {
  it('is summed up by account and currency, pages of a statement as one', () => {
    const page = (open: string, line: string, close: string) =>
      `:20:S\n:25:A\n:28C:1\n${open}\n:61:261110${line}\n${close}\n-\n`
    const pages =
      page(':60F:C261101USD10,', 'C5,NTRF', ':62M:C261110USD15,') +
      page(':60M:C261110USD15,', 'D1,NTRF', ':62F:C261110USD14,')
    const other = page(':60F:C261101EUR0,', 'C1,NTRF', ':62F:C261110EUR2,')
    expect(bankReport(readBankFile(pages + other))).toMatchObject({
      format: 'mt940',
      records: 3,
      accounts: [
        {
          account: 'A',
          currency: 'USD',
          entries: 2,
          opening: '10',
          closing: '14',
          computedClosing: '14',
          balanced: true,
        },
        { currency: 'EUR', opening: '0', closing: '2', computedClosing: '1', balanced: false },
      ],
      problems: [{ rule: 'bank.not-balanced' }],
    })
    expect(bankReport(readBankFile(mt103)).records).toBe(1)
  })

  it('is known by its content; anything else is refused with what to do', () => {
    expect([mt940, mt103, camt('')].map(bankFormat)).toEqual(['mt940', 'mt103', 'camt053'])
    expect(rulesOf('日期,金额\n2026-11-10,1')).toEqual(['bank.unknown-format'])
  })

  it('never throws, whatever is cut out of it', () => {
    const text = fc.constantFrom(mt940, mt103, camt(entry('10.00', 'BOOK')))
    fc.assert(
      fc.property(text, fc.nat(900), fc.nat(60), (whole, from, length) => {
        const { problems } = readBankFile(whole.slice(0, from) + whole.slice(from + length))
        for (const { message, fix } of problems) expect(message.zh + fix.zh).not.toMatch(/\{\w+\}/)
      }),
    )
  })

  it('changes the book once: again, overlapping, or the other way round it adds nothing', () => {
    const lines = fc.array(fc.constantFrom('C1,NTRFA//1', 'C1,NTRFNONREF', 'D2,NTRFB//2'), { maxLength: 5 })
    const file = (all: readonly string[]) =>
      readBankFile(
        `:20:S\n:25:A\n:60F:C261101USD0,\n${all.map((one) => `:61:261110${one}\n`).join('')}:62F:C261130USD0,\n`,
      )
    const empty: ReadonlyMap<string, BookEntry> = new Map()
    fc.assert(
      fc.property(lines, lines, (one, other) => {
        const [a, b] = [file(one), file(other)]
        const first = addToBook(empty, a)
        expect(first.added).toHaveLength(one.length)
        expect(addToBook(first.book, a)).toMatchObject({ added: [], known: one.length })
        const [ab, ba] = [addToBook(first.book, b), addToBook(addToBook(empty, b).book, a)]
        expect([...ab.book.keys()].sort()).toEqual([...ba.book.keys()].sort())
      }),
    )
  })
})
