import { describe, expect, it } from 'vitest'
import { hostileFiles } from '../../../test/support/hostile-files'
import { forexFileKinds } from '../../model/import-report'
import type { ImportOptions } from '../../import/profile'
import type { ForexFileKind } from './facts'
import { importForexFile, type ForexItem } from './import'
import { layouts } from '../settlement/layouts'
import { fileFormatName } from './names'
import { previewForexFile } from './preview'

const bytes = (text: string) => ({
  async *open() {
    yield await Promise.resolve(new TextEncoder().encode(text))
  },
})

/** A book of digests by key, as the sink of a real one keeps them. */
class Book {
  readonly items = new Map<string, ForexItem>()
  readonly refused: { row: number; cells: string[]; rules: string[] }[] = []

  async take(kind: ForexFileKind, text: string, more: { options?: ImportOptions; update?: boolean } = {}) {
    const outcome = await importForexFile({
      kind,
      bytes: bytes(text),
      fileName: 'f',
      decoder: (encoding) => new TextDecoder(encoding),
      digest: (content) => content,
      existing: (keys) =>
        Promise.resolve(
          new Map(keys.flatMap((key) => (this.items.has(key) ? [[key, this.items.get(key)!] as const] : []))),
        ),
      sink: {
        records: (items) => items.forEach((item) => this.items.set(item.key, item)),
        refused: (rows) =>
          rows.forEach(({ row, cells, errors }) =>
            this.refused.push({ row, cells, rules: errors.map(({ rule }) => rule) }),
          ),
      },
      ...more,
    })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome))
    const { rowsRead, rowsAccepted, rowsRefused, duplicates } = outcome.report
    expect(rowsRead).toBe(rowsAccepted + rowsRefused + duplicates)
    return outcome.report
  }
}

const mt940 = (closing: string, ...lines: string[]) =>
  `:20:X\n:25:622\n:60F:C261101USD10,\n${lines.join('\n')}\n:62F:C261110USD${closing}\n-\n`

describe('files of the cashier’s room as imports', () => {
  it('takes a statement once: again it is duplicates, a longer one adds what is new, and what is unreadable keeps its line', async () => {
    const book = new Book()
    const [a, b] = [':61:261105C5,NTRFA//1', ':61:261106C7,NTRFB//2']
    const first = await book.take('bank', mt940('15,', a))
    expect(first).toMatchObject({
      profile: 'mt940',
      rowsAccepted: 1,
      records: { byKind: { entry: 1, statement: 1 } },
    })
    expect(await book.take('bank', mt940('15,', a))).toMatchObject({ duplicates: 1, records: { byKind: {} } })
    const longer = await book.take('bank', mt940('23,', a, b, ':61:notaline'))
    expect(longer).toMatchObject({ rowsAccepted: 1, duplicates: 1, rowsRefused: 1, amounts: { USD: '7' } })
    expect(longer.warnings).toEqual({ 'bank.not-balanced': 1 })
    expect(book.refused).toEqual([{ row: 6, cells: [':61:notaline'], rules: ['bank.field'] }])
  })

  it('refuses a settlement that came with other content, row by row, until it is said that it counts', async () => {
    const book = new Book()
    const settlement = (fee: string) =>
      `结算单号,币制,类型,金额,结算总额\nA,USD,销售,10.00,8.50\nA,USD,佣金,${fee},\nA,USD,销售,x,\n`
    expect(await book.take('settlement', settlement('-1.50'))).toMatchObject({
      rowsAccepted: 2,
      rowsRefused: 1,
    })
    expect(await book.take('settlement', settlement('-1.00'))).toMatchObject({
      rowsAccepted: 0,
      rowsRefused: 3,
    })
    expect(book.refused.slice(1).map(({ row, rules }) => [row, rules])).toEqual([
      [2, ['record.changed']],
      [3, ['record.changed']],
      [4, [expect.any(String)]],
    ])
    const update = { update: true }
    expect(await book.take('settlement', settlement('-1.00'), update)).toMatchObject({ updated: 2 })
    const kept = [...book.items.values()].find(({ record }) => record.record === 'settlement')
    expect(kept?.record).toMatchObject({ settlement: { computed: '9', difference: '-0.5' } })
  })

  it('asks for the month of a table, the bank and unit of a price list, and shows what no layout reads', async () => {
    const ask = (kind: ForexFileKind, text: string, options: ImportOptions = {}) =>
      previewForexFile({
        kind,
        bytes: bytes(text),
        fileName: 'f',
        options,
        decoder: (of) => new TextDecoder(of),
      })
    const rates = '币种,对美元折算率\nEUR,1.08\nUSD,1\n'
    expect(await ask('safe-rates', rates)).toMatchObject({ preview: { questions: [{ id: 'month' }] } })
    expect(await ask('safe-rates', rates, { month: '2026-10' })).toMatchObject({ preview: { questions: [] } })
    const quotes = '货币名称,现汇买入价,时间\n美元,708.1,2026-10-01 09:00\n'
    expect(await ask('bank-quotes', quotes, { quotedAt: '2026-10-01T01:00:00Z' })).toMatchObject({
      preview: { questions: [{ id: 'bank' }, { id: 'unit' }] },
    })
    expect(await ask('bank', 'd,m\n2026-11-10,5\n')).toMatchObject({
      preview: { columns: [{ header: 'd' }, { header: 'm' }], missing: [{ field: 'happenedAt' }, {}, {}] },
    })
    const ledger = '时间,币制,类型,金额,余额\n2026-10-01,USD,提现,-1,0\n'
    expect(await ask('settlement', ledger)).toMatchObject({
      preview: { questions: [{ id: 'account' }] },
    })
    const sale = '结算单号,币制,类型,金额,结算总额\nA,USD,销售,1,1\n'
    expect(await ask('settlement', sale)).toMatchObject({ preview: { questions: [{ id: 'shop' }] } })
    expect(await ask('settlement', sale, { shop: 's' })).toMatchObject({ preview: { questions: [] } })
    const ids = ['mt940', 'mt103', 'camt052', 'camt053', 'camt054', 'table', 'safe-rates', 'bank-quotes']
    const named = [...ids, ...layouts.map(({ id }) => id)]
    expect(named.filter((id) => fileFormatName(id).zh === id)).toEqual([])
    const book = new Book()
    const options = { month: '2026-10' }
    await book.take('safe-rates', rates, { options })
    expect(await book.take('safe-rates', rates.replace('1.08', '1.09'), { options })).toMatchObject({
      duplicates: 1,
      rowsRefused: 1,
    })
  })
})

describe.each([...forexFileKinds])('as a file of %s', (kind) => {
  it('nothing that is none stops the reader or becomes a record', async () => {
    for (const [name, file] of Object.entries(hostileFiles)) {
      const taken: ForexItem[] = []
      const source = {
        ...{ kind, fileName: 'f', decoder: (encoding: string) => new TextDecoder(encoding) },
        bytes: {
          size: file.length,
          async *open() {
            yield await Promise.resolve(file)
          },
        },
      }
      const outcome = await importForexFile({
        ...source,
        digest: (content) => content,
        existing: () => Promise.resolve(new Map()),
        sink: { records: (items) => void taken.push(...items), refused: () => undefined },
      })
      expect({ kind, name, taken }).toEqual({ kind, name, taken: [] })
      expect(outcome.ok || 'refusal' in outcome, name).toBe(true)
      await previewForexFile(source)
    }
  })
})
