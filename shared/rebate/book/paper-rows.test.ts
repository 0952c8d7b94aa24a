import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paperColumns, readPaperRows, sumPapers, writePaperRows, type PaperRow } from './paper-rows'

const no = '310420260000000001'

describe('papers that state a sum', () => {
  it('are read as papers write them, for the whole 报关单 or an item of it', () => {
    const rows: PaperRow[] = [
      { no: 'INV-1', tradeTerms: 'cif', amount: '1,200.50', currency: '美元' },
      { no: '', amount: '', currency: ' ' },
      { no: 'INV-2', item: '2', amount: '80', currency: 'EUR' },
    ]
    expect(readPaperRows('exportInvoices', no, rows)).toEqual({
      documents: [
        { no: 'INV-1', declarationNo: no, tradeTerms: 'CIF', amount: '1200.50', currency: 'USD' },
        { no: 'INV-2', declarationNo: no, item: 2, amount: '80', currency: 'EUR' },
      ],
      faults: [],
    })
    const receipt = { no: 'R1', date: '2026/4/2', amount: '1200.5', currency: 'USD', payer: 'Buyer Ltd' }
    expect(readPaperRows('receipts', no, [receipt]).documents).toEqual([
      {
        no: 'R1',
        declarationNo: no,
        date: '2026-04-02',
        amount: '1200.5',
        currency: 'USD',
        payer: 'Buyer Ltd',
      },
    ])
  })

  it('name row and field of everything that is wrong, and keep none of such a row', () => {
    const rows: PaperRow[] = [
      { no: 'R1', date: '2026-04-02', amount: '1', currency: 'USD' },
      { no: '', date: 'soon', item: 'a', amount: 'x', currency: '' },
    ]
    const { documents, faults } = readPaperRows('receipts', no, rows)
    expect(documents).toHaveLength(1)
    expect(faults.map(({ row, field }) => `${row} ${field}`).sort()).toEqual([
      '1 amount',
      '1 currency',
      '1 date',
      '1 item',
      '1 no',
    ])
    expect(
      readPaperRows('contracts', no, [{ no: 'C', tradeTerms: 'DDP!', amount: '1', currency: 'USD' }]).faults,
    ).toEqual([expect.objectContaining({ field: 'tradeTerms' })])
  })

  it('come back as they were written down (property)', () => {
    const text = fc.constantFrom('A-1', '报关 2', 'x')
    const document = fc.record({
      no: text,
      date: fc.constantFrom('2026-04-02', '2025-12-31'),
      item: fc.option(fc.integer({ min: 1, max: 50 }), { nil: undefined }),
      amount: fc.constantFrom('0', '12.30', '-5'),
      currency: fc.constantFrom('USD', 'EUR', 'CNY'),
      payer: text,
      tradeTerms: fc.constantFrom('FOB', 'EXW'),
    })
    fc.assert(
      fc.property(fc.constantFrom(...sumPapers), fc.array(document, { maxLength: 5 }), (paper, drawn) => {
        const kept = new Set([...paperColumns[paper], 'declarationNo'])
        const documents = drawn.map((one) =>
          Object.fromEntries(
            Object.entries({ ...one, declarationNo: no }).filter(
              ([key, v]) => kept.has(key) && v !== undefined,
            ),
          ),
        )
        const rows = writePaperRows(paper, documents as never)
        expect(readPaperRows(paper, no, rows)).toEqual({ documents, faults: [] })
      }),
      { numRuns: 60 },
    )
  })
})
