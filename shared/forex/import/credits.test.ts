import { describe, expect, it } from 'vitest'
import { precheckReceipts } from '../precheck'
import { subject } from '../sample.test-data'
import { addToBook } from './bank-book'
import { incomingCredits, ordersNamed, type CreditOptions } from './credits'
import { readBankFile } from './read-bank-file'

const options: CreditOptions = { country3: (letters) => ({ US: 'USA' })[letters], relationOf: () => 'buyer' }
const statement = (...lines: string[]) => [
  ...addToBook(
    new Map(),
    readBankFile(
      `:20:S\n:25:622\n:60F:C261101USD0,\n${lines.map((line) => `:61:${line}\n`).join('')}:62F:C261130USD0,\n`,
    ),
  ).book.values(),
]
const advice = (reference: string, amount: string, more = ':71A:SHA\n:71F:USD30,\n') =>
  readBankFile(
    `{1:F01BANKCNBJAXXX0000000000}{3:{121:11111111-2222-4333-8444-555555555555}}{4:\n:20:${reference}\n:32A:261110USD${amount}\n:33B:USD1000,\n:50F:/123\n1/BUYER LTD\n3/US/NEW YORK\n:59:/622\nUS\n:70:ORD-7\n${more}-}\n`,
  ).advices

describe('money that came', () => {
  it('is an entry with what its advice adds: payer, country, charges, UETR; ids stay the same', () => {
    const book = statement('261110C970,NTRFREF-1//BANK-1', '261110D5,NTRFFEE//BANK-2')
    const { credits } = incomingCredits(book, advice('REF-1', '970,'), options)
    expect(credits).toHaveLength(1)
    expect(credits[0]).toMatchObject({
      account: '622',
      payerName: 'BUYER LTD',
      booked: true,
      credit: {
        amount: '970',
        channel: 'bank',
        payer: { name: 'BUYER LTD', country: 'USA', relation: 'buyer' },
        charges: { bearer: 'SHA', instructed: { amount: '1000' }, senderCharges: [{ amount: '30' }] },
        uetr: '11111111-2222-4333-8444-555555555555',
      },
    })
    expect(credits[0]?.credit.id).toMatch(/^BANK-1\.[0-9a-f]{6}$/)
    const later = statement('261109C1,NTRFREF-0//BANK-0', '261110C970,NTRFREF-1//BANK-1')
    const ids = incomingCredits(later, [], options).credits.map(({ credit }) => credit.id)
    expect(ids).toContain(credits[0]?.credit.id)
    const { receipts } = precheckReceipts({ subject, bankCredits: [credits[0]!.credit] }, '2026-11-20')
    expect(receipts[0]).toMatchObject({ foreignCharges: '30.00', unexplained: '0.00' })
  })

  it('stands alone while only the advice came, less what the receiver’s banks take of OUR', () => {
    const [alone] = incomingCredits([], advice('REF-9', '1005,', ':71A:OUR\n:71G:USD5,\n'), options).credits
    expect(alone).toMatchObject({ booked: false, account: '622', credit: { amount: '1000' } })
    // Its number stays once somebody worked with it, also when the statement comes.
    const { id } = alone!.credit
    const later = statement('261110C1000,NTRFREF-9//BANK-9')
    const told = advice('REF-9', '1005,', ':71A:OUR\n:71G:USD5,\n')
    const ids = (worked: string) =>
      incomingCredits(later, told, { ...options, worked: (one) => one === worked }).credits.map(
        ({ credit }) => credit.id,
      )
    expect(ids(id)).toEqual([id])
    expect(ids('')).toEqual([expect.stringMatching(/^BANK-9/)])
  })

  it('is not joined by guess: one advice and two equal entries wait for a person, a reference decides', () => {
    const twice = statement('261110C970,NTRFA//B1', '261110C970,NTRFB//B2')
    expect(incomingCredits(twice, advice('REF-1', '970,'), options)).toMatchObject({
      credits: [{ payerName: '' }, { payerName: '' }],
      ambiguous: [{ reference: 'REF-1' }],
    })
    const both = [...advice('OTHER', '970,'), ...advice('B', '970,')]
    expect(incomingCredits(twice, both, options).ambiguous).toEqual([])
    expect(incomingCredits(twice, both, options).credits.map(({ booked }) => booked)).toEqual([true, true])
  })

  it('is gone when it was reversed, and only that one', () => {
    const book = statement(
      '261110C970,NTRFREF-1//B1',
      '261110C970,NTRFREF-2//B2',
      '261112RC970,NTRFREF-2//B3',
    )
    const { credits, reversed } = incomingCredits(book, [], options)
    expect(credits.map(({ credit }) => credit.id.split('.')[0])).toEqual(['B1'])
    expect(reversed).toMatchObject([{ entry: { reference: 'REF-2' } }])
  })

  it('comes through an institution that is known, and from oneself', () => {
    const [entry] = statement('261110C970,NTRFREF-1//B1')
    const paid = { ...entry!, entry: { ...entry!.entry, transactions: [{ payer: 'Pay Co' }] } }
    const known = {
      ...options,
      institutionOf: (name: string) => (name === 'Pay Co' ? { name, fxRegistered: true } : undefined),
      ownNames: ['PAY  CO'],
    }
    expect(incomingCredits([paid], [], known).credits).toMatchObject([
      { own: true, credit: { channel: 'paymentInstitution', institution: { name: 'Pay Co' } } },
    ])
  })
})

it('finds the orders a remittance text names, and no parts of longer numbers', () => {
  const known = new Set(['ORD-7', '1001', '100'])
  expect(ordersNamed('INV 3/ORD-7, #1001 no. 10010 ORD-7.', known)).toEqual(['ORD-7', '1001'])
})
