import { describe, expect, it } from 'vitest'
import { addToBook, type BookEntry } from './bank-book'
import { incomingCredits, type CreditOptions } from './credits'
import { readBankFile } from './read-bank-file'

/** How banks structure `:86:`, book batches, and tell of an entry before and beside its statement. */

const statement = (lines: string, mark = 'C') =>
  `:20:S\n:25:622\n:28C:1/1\n:60F:C261101EUR0,\n:61:2611101110${mark}970,NTRFKREF+//B1\n:86:${lines}\n:62F:${mark === 'C' ? 'C' : 'D'}261130EUR970,\n-\n`
const entryOf = (text: string) => {
  const { statements, problems } = readBankFile(text)
  expect(problems).toEqual([])
  return statements[0]!.entries[0]!
}
const told = (lines: string, mark?: string) => entryOf(statement(lines, mark)).transactions

describe('a structured :86:', () => {
  it('in sub-fields has lines that go on where they are full, words, and the other party', () => {
    const lines = [
      '166?00GUTSCHRIFT?109249?20EREF+E2E-77?21SVWZ+RECHNUNG VOM 10.11 ORD',
      '?22ER-2026-000017?30DEUTDEFFXXX?31DE02120300000000202051?32MUELLER HANDELSGES. FUER HA',
      '?33USHALT MBH?34000',
    ]
    expect(told(lines.join('\n'))).toEqual([
      {
        reference: 'E2E-77',
        text: 'RECHNUNG VOM 10.11 ORDER-2026-000017',
        payer: 'MUELLER HANDELSGES. FUER HAUSHALT MBH',
      },
    ])
    // A line that is not full ends its word; without words all of it is the purpose.
    expect(told('166?20ORDER-1?21INVOICE 2?32BUYER?33LTD')).toEqual([
      { text: 'ORDER-1 INVOICE 2', payer: 'BUYER LTD' },
    ])
    expect(told('?20EREF+NONREF?21KREF+K-1?22ABWA+REAL BUYER')).toEqual([
      { reference: 'K-1', payer: 'REAL BUYER' },
    ])
  })

  it('in code words has names by their party, over wrapped lines', () => {
    expect(
      told(
        '/EREF/E2E-1/ORDP/\n/NAME/Buyer and Sons Town Hou\nse/ADDR/Street 1/REMI/ORD-7, ORD-8/OCMT/EUR1000,/CHGS1/EUR20,/CHGS2/EUR10,/',
      ),
    ).toEqual([
      {
        reference: 'E2E-1',
        payer: 'Buyer and Sons Town House',
        text: 'ORD-7, ORD-8',
        instructed: { currency: 'EUR', amount: '1000' },
        charges: { currency: 'EUR', amount: '30' },
      },
    ])
    expect(
      told(
        '/TRTP/SEPA CREDIT/IBAN/NL91ABNA0417164300/BIC/ABNANL2A/NAME/Buyer Ltd/REMI/Order 9/EREF/NOTPROVIDED',
      ),
    ).toEqual([{ payer: 'Buyer Ltd', text: 'Order 9' }])
    expect(told('/CNTP/NL32INGB0000012345/INGBNL2A/Buyer BV/TOWN//REMI/USTD//Order 9/')).toEqual([
      { payer: 'Buyer BV', text: 'Order 9' },
    ])
    expect(told('BUYER LTD 403124 /SREF/UNIQUE-1')).toEqual([{ reference: 'UNIQUE-1' }])
  })

  it('names the payee of what went out, and nothing where the text is free', () => {
    const both = '/EREF/E/ORDP//NAME/Ourselves/BENM//NAME/Supplier/REMI/x'
    expect(told(both, 'D')).toEqual([{ reference: 'E', payee: 'Supplier', text: 'x' }])
    expect(told(both)).toMatchObject([{ payer: 'Ourselves' }])
    expect(told('INV/ID/33 PAID BY NAME/X')).toEqual([])
    expect(told('order 9?20 cups')).toEqual([])
  })
})

const money = (amount: string, side: string) => `<Amt Ccy="USD">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd>`
const part = (amount: string, side: string, payer: string, text: string) =>
  `<TxDtls><Refs><EndToEndId>${text}</EndToEndId></Refs>${money(amount, side)}<RltdPties><Dbtr><Nm>${payer}</Nm></Dbtr></RltdPties><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls>`
const batch = (count: number, total: string) =>
  `<Btch><NbOfTxs>${count}</NbOfTxs><TtlAmt Ccy="USD">${total}</TtlAmt></Btch>`
const entry = (amount: string, more: string, side = 'CRDT', head = '') =>
  `<Ntry>${money(amount, side)}${head}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-10</Dt></BookgDt><ValDt><Dt>2026-11-10</Dt></ValDt><AcctSvcrRef>B1</AcctSvcrRef>${more}</Ntry>`
const roots = { '53': ['BkToCstmrStmt', 'Stmt'], '54': ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'] } as const
const camt = (kind: keyof typeof roots, body: string) => {
  const [root, report] = roots[kind]
  return `<Document><${root}><GrpHdr/><${report}><Acct><Id><Othr><Id>622</Id></Othr></Id><Ccy>USD</Ccy></Acct>${body}</${report}></${root}></Document>`
}
const rules = (text: string) => readBankFile(text).problems.map(({ rule }) => rule)
const details = (count: number) =>
  `<NtryDtls>${batch(count, '90.00')}${part('60.00', 'CRDT', 'Ann', 'ORD-1')}${part('40.00', 'CRDT', 'Ann', 'ORD-2')}${part('10.00', 'DBIT', 'Ourselves', 'RETURN')}</NtryDtls>`
const options: CreditOptions = { country3: () => undefined }
const bookOf = (...files: string[]): BookEntry[] => [
  ...files
    .reduce(
      (book, text) => addToBook(book, readBankFile(text)).book,
      new Map<string, BookEntry>() as ReadonlyMap<string, BookEntry>,
    )
    .values(),
]
const credits = (book: readonly BookEntry[], more: Partial<CreditOptions> = {}) =>
  incomingCredits(book, [], { ...options, ...more }).credits

describe('a batch', () => {
  it('is its transactions with what was returned among them, and one credit of those who paid', () => {
    expect(rules(camt('53', entry('90.00', details(3))))).toEqual([])
    const [credit, ...none] = credits(bookOf(camt('53', entry('90.00', details(3)))))
    expect(none).toEqual([])
    expect(credit).toMatchObject({
      payerName: 'Ann',
      credit: { amount: '90.00', remittanceInfo: 'ORD-1 ORD-2 RETURN' },
    })
  })

  it('of which transactions are missing is told, and comes without any', () => {
    expect(rules(camt('53', entry('90.00', details(4))))).toEqual(['bank.batch-count'])
    expect(rules(camt('53', entry('90.01', details(3))))).toEqual(['bank.batch-sum'])
    expect(rules(camt('53', entry('90.00', `<NtryDtls>${batch(3, '90.00')}</NtryDtls>`)))).toEqual([])
  })

  it('that is taken back stands on either side, and leaves no credit', () => {
    const back = entry('90.00', details(3), 'DBIT', '<RvslInd>true</RvslInd>')
    expect(rules(camt('53', back))).toEqual([])
    expect(rules(camt('53', entry('90.00', details(3), 'DBIT')))).toEqual(['bank.batch-sum'])
    expect(credits(bookOf(camt('53', entry('90.00', details(3)) + back)))).toEqual([])
  })
})

describe('an entry that several files tell of', () => {
  const notification = camt('54', entry('90.00', details(3)))
  const booked = camt('53', entry('90.00', ''))

  it('is one credit, whichever came first, with payer and text from where they stand', () => {
    const [one, ...none] = credits(bookOf(notification, booked))
    expect(none).toEqual([])
    expect(one).toMatchObject({
      payerName: 'Ann',
      credit: { amount: '90.00', remittanceInfo: 'ORD-1 ORD-2 RETURN' },
    })
    expect(credits(bookOf(booked, notification, booked, notification))).toEqual([one])
    expect(credits(bookOf(notification))).toHaveLength(1)
  })

  it('keeps the number somebody worked with', () => {
    const [before] = credits(bookOf(notification))
    const [after] = credits(bookOf(notification, booked))
    const id = before!.credit.id
    expect(after!.credit.id).not.toBe(id)
    const kept = credits(bookOf(notification, booked), { worked: (one) => one === id })
    expect(kept.map(({ credit }) => credit.id)).toEqual([id])
  })

  it('is joined by a reference, by its day where none is named, and never by guess', () => {
    const line = (reference: string, text: string) => `:61:2611101110C90,NTRF${reference}\n:86:${text}\n`
    const interim = (lines: string) => `:20:I\n:25:622\n:28C:1\n:34F:USD0,\n:13D:2611101200+0800\n${lines}-\n`
    const closed = (lines: string, sum: string) =>
      `:20:S\n:25:622\n:28C:1\n:60F:C261109USD0,\n${lines}:62F:C261110USD${sum},\n-\n`
    const count = (...files: string[]) => credits(bookOf(...files)).length
    // The same line is the same entry; other words of it are, too, while nothing else fits.
    expect(count(interim(line('NONREF', 'a')), closed(line('NONREF', 'a'), '90'))).toBe(1)
    expect(count(interim(line('NONREF', 'a')), closed(line('NONREF', 'a and more'), '90'))).toBe(1)
    expect(count(interim(line('REF-1', 'a')), closed(line('REF-1', 'b') + line('REF-2', 'c'), '180'))).toBe(2)
    // Another reference is another movement; of two that fit, neither is taken.
    expect(count(interim(line('REF-1', 'a')), closed(line('REF-2', 'b'), '90'))).toBe(2)
    expect(count(interim(line('NONREF', 'x')), closed(line('REF-1', 'a') + line('REF-2', 'b'), '180'))).toBe(
      3,
    )
    // Two lines of one statement stay two.
    expect(count(closed(line('REF-1', 'a') + line('REF-1', 'b'), '180'))).toBe(2)
  })
})
