import { describe, expect, it } from 'vitest'
import { trackOfPiece } from '#shared/control/pieces'
import { notesOf } from '#shared/model/forex/notes'
import { RebateRules } from '#shared/rebate/book/records'
import { loadBook } from '../../../test/data/book-fixture'
import type { BookFixture } from '../../../test/data/book-fixture'
import { newDatabaseName, openTestBook } from '../../../test/data/book-kit'
import { goods, order } from '../../../test/data/samples'
import v1 from '../../../test/fixtures/db/v1.json'
import v10 from '../../../test/fixtures/db/v10.json'
import v11 from '../../../test/fixtures/db/v11.json'
import oneApplication from '../../../test/fixtures/db/v10-application.json'
import v7 from '../../../test/fixtures/db/v7.json'
import { BookStore } from '../engine/store'
import { findFacts, readFacts, storedKeys } from '../facts/read'
import { listImports } from '../imports/begin'
import { pageErrors } from '../imports/error-block'
import { allRecords } from '../read/records'
import { command } from '../write/command'
import { verifyJournal } from '../write/verify'

/** Written by version 1 and never to be made again: today's code must read it, not the other way round. */
describe('a book of version 1', () => {
  const open = async () => {
    const name = newDatabaseName()
    await loadBook(v1 as unknown as BookFixture, name)
    return openTestBook(name)
  }

  it('is read in full: goods, facts, refused rows, results, lists, overlays, outbox, journal', async () => {
    const book = await open()
    const { context } = book
    const [only] = await allRecords(context, 'goods')
    expect(only).toMatchObject({ rev: 2, record: goods('SKU-1', { name: 'renamed' }) })
    const [found] = await listImports(context)
    expect(found?.record).toMatchObject({
      state: 'done',
      stored: { records: 3, refused: 1 },
      header: ['a', 'b'],
    })
    const ids = await findFacts(context, 'orders', 'payment', 'P2')
    expect((await readFacts(context, 'orders', ids))[0]?.record).toEqual(order('N2', { paymentNo: 'P2' }))
    expect((await storedKeys(context, 'orders', ['shopify|main|N3'])).size).toBe(1)
    expect(await pageErrors(context, found!.id, 0, 5)).toMatchObject([
      { row: 9, cells: ['x', 'two'], state: 'open' },
    ])
    const results = []
    for await (const chunk of book.results()) results.push(...chunk)
    expect(results.map(({ orderNo }) => orderNo)).toEqual(['N1', 'N2', 'N3'])
    expect((await allRecords(context, 'lists'))[0]?.record).toMatchObject({
      state: 'waiting',
      list: { copNo: 'COP-1' },
    })
    expect((await allRecords(context, 'overlays'))[0]?.record).toMatchObject({ aspect: 'note', note: 'call' })
    expect((await allRecords(context, 'settings'))[0]?.record).toEqual({ key: 'silentHours', value: 2 })
    const store = new BookStore(context, 'practice/E1')
    const [submission] = await store.contents(['submission-1'])
    expect(submission?.document).toEqual({ head: { copNo: 'COP-1', appType: '1' } })
    expect(await verifyJournal(context)).toMatchObject({ ok: true, entries: 6 })
  })

  it('can be worked on', async () => {
    const { context } = await open()
    await command(context, 'goods.save', 'officer', '', [
      { table: 'goods', op: 'put', rev: 2, record: goods('SKU-1') },
    ])
    expect(await verifyJournal(context)).toMatchObject({ ok: true, entries: 7 })
  })
})

/** The refund of an export as version 7 kept it. */
describe('a book of version 7', () => {
  it('has its claim read in full: batch, line, link, run with what it found, papers, rules', async () => {
    const name = newDatabaseName()
    await loadBook(v7 as unknown as BookFixture, name)
    const { context } = await openTestBook(name)
    const no = '310120260000000001'
    const [batch] = await allRecords(context, 'rebateBatches')
    expect(batch?.record).toMatchObject({
      period: '202605',
      number: '001',
      answers: { fxStatus: 'collected' },
    })
    expect((await allRecords(context, 'rebateLines'))[0]?.record).toMatchObject({
      no,
      batch: batch!.id,
      history: [{ event: 'allocate' }],
    })
    expect((await allRecords(context, 'rebateLinks'))[0]?.record).toMatchObject({ linkNo: 'L1' })
    expect((await allRecords(context, 'rebatePapers'))[0]?.record).toMatchObject({ receipts: [{ no: 'R1' }] })
    const [run] = await allRecords(context, 'rebateRuns')
    expect(run?.record).toMatchObject({ run: 1, refund: '1352.00' })
    const rules = (await allRecords(context, 'settings')).find(({ record }) => record.key === 'rebate.rules')
    expect(RebateRules.parse(rules?.record.value)).toMatchObject({ numbers: { serialDigits: 8 } })
    expect(await verifyJournal(context)).toMatchObject({ ok: true, entries: 1 })
  })
})

/** Receipts as version 10 kept them. */
describe('a book of version 10', () => {
  it('has its receipt read in full: claim, lines with how they were found, forms, ties, notes, month, facts of files', async () => {
    const name = newDatabaseName()
    await loadBook(v10 as unknown as BookFixture, name)
    const { context } = await openTestBook(name)
    const [credit] = await allRecords(context, 'forexCredits')
    const [bank] = (await listImports(context)).filter(({ record }) => record.kind === 'bank')
    expect(credit?.record).toMatchObject({
      creditId: 'BANK1.abc123',
      importIds: [bank!.id],
      claim: { nature: 'goods', customer: 'Ann Buyer' },
      lines: [{ id: 'P1', orderId: 'A-1', why: { zh: '附言写明 A-1' } }],
      forms: { receipt: { answers: { fxAccount: '622-USD' }, by: 'officer' } },
      place: { month: '2026-09', currency: 'USD' },
      presented: { run: 1, uses: [{ docId: 'A-1' }] },
    })
    expect((await allRecords(context, 'forexTies'))[0]?.record).toMatchObject({ draws: [{ inId: 'M1' }] })
    const notes = (await allRecords(context, 'forexNotes')).map(({ record }) => record)
    expect(notesOf(notes, 'stock')).toMatchObject([{ sku: 'K2', soldUnits: 1 }])
    expect((await allRecords(context, 'forexRuns'))[0]?.record).toMatchObject({ run: 1 })
    expect((await allRecords(context, 'forexMonths'))[0]?.record).toMatchObject({
      corrections: [{ about: '2026-08' }],
      closed: { carriedIn: [{ step: 'bank', amount: '2' }] },
    })
    const keys = await storedKeys(context, 'warehouse-stock', ['note|warehouse-stock|K1'])
    expect(keys.size).toBe(1)
    expect((await storedKeys(context, 'bank', ['entry 1'])).size).toBe(1)
    expect(await verifyJournal(context)).toMatchObject({ ok: true })
  })

  it('has its one application among several, tied to the conversion that answered it', async () => {
    const name = newDatabaseName()
    await loadBook(oneApplication as unknown as BookFixture, name)
    const { context } = await openTestBook(name)
    const [credit] = await allRecords(context, 'forexCredits')
    expect(credit?.record).toMatchObject({
      converted: [{ amount: '20', application: 1 }],
      forms: { applications: [{ no: 1, answers: { amount: '60.00' }, submitted: { on: '2026-09-21' } }] },
    })
    expect(credit?.record.forms).not.toHaveProperty('application')
    expect(await verifyJournal(context)).toMatchObject({ ok: true })
  })
})

/** Pieces as version 11 kept them. */
describe('a book of version 11', () => {
  it('has its pieces read in full: number, goods, order, permit, range, and every station with who, when, where', async () => {
    const name = newDatabaseName()
    await loadBook(v11 as unknown as BookFixture, name)
    const { context } = await openTestBook(name)
    const pieces = new Map((await allRecords(context, 'pieces')).map(({ record }) => [record.piece, record]))
    expect(pieces.get('LQ-001')).toMatchObject({
      ...{ kind: 'special', sku: 'SWORD-1', orderNo: 'A-1', permit: '浙公特2026-7' },
      events: {
        'event-1': { station: 'order', by: '王关务', paper: 'DD-1' },
        'event-2': { station: 'make' },
      },
    })
    expect(trackOfPiece(pieces.get('LQ-001')!).faults).toEqual([])
    expect(pieces.get('COLD-1')).toMatchObject({
      ...{ kind: 'cold-chain', low: '-20', high: '-15' },
      events: { 'event-1': { station: 'ship', temperature: '-18', recordedAt: '2026-05-03T02:00:00.000Z' } },
    })
    expect(await verifyJournal(context)).toMatchObject({ ok: true, entries: 3 })
  })
})
