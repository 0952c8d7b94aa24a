import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { run } from '../../test/fixtures/import/run'
import { hostileFiles } from '../../test/support/hostile-files'
import { recordKinds } from '../model/import-report'

const header = ['order id', 'item name', 'quantity', 'unit price', 'currency']
const line = (name: string) => ['A1', name, '1', '2', 'USD']

/** What is said of a file, and the text of the orders that were read from it. */
async function said(file: Uint8Array | string) {
  const { outcome, records } = await run(file, 'orders')
  const verdict = outcome.ok ? 'read' : 'refusal' in outcome ? outcome.refusal.rule : 'stopped'
  return { verdict, text: JSON.stringify(records) }
}

/** A workbook of one sheet with a line for each name, written by hand; `extra` stands behind its rows. */
function workbook(name: string, { dtd = '', extra = '', at = 'A' } = {}): Uint8Array {
  const cell = (column: string, row: number, text: string) =>
    `<c r="${column}${row}" t="inlineStr"><is><t>${text}</t></is></c>`
  const row = (n: number, cells: string[]) =>
    `<row r="${n}">${cells.map((text, i) => cell('ABCDE'[i]!, n, text)).join('')}</row>`
  const rows = `${row(1, header)}${row(2, line(name))}<row r="3">${cell(at, 3, 'A3')}</row>`
  const parts = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?>${dtd}<worksheet><sheetData>${rows}</sheetData>${extra}</worksheet>`,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])))
}

describe('a table that claims to be wider than any', () => {
  const wide = ',x'.repeat(1_000_000)
  it.each([
    ['file.no-table', 'a header of a million columns', `${header.join()}${wide}\n${line('lamp').join()}\n`],
    ['file.too-wide', 'a row of a million columns', `${header.join()}\n${line('lamp').join()}${wide}\n`],
    ['file.too-wide', 'a cell in a column that does not exist', workbook('lamp', { at: 'ZZZZZZ' })],
    [
      'file.too-wide',
      'a merge over columns that do not exist',
      workbook('lamp', { extra: '<mergeCells><mergeCell ref="A2:ZZZZZZ3"/></mergeCells>' }),
    ],
  ])('says %s of %s', async (rule, _name, file) => {
    expect((await said(file)).verdict).toBe(rule)
  })

  it('is taken up to the last column of Excel', async () => {
    expect((await said(workbook('lamp', { at: 'XFD' }))).verdict).not.toBe('file.too-wide')
  })
})

describe('entities of a workbook', () => {
  const letters = [...'abcdefghijklm']
  const laughs = letters.map((name, i) =>
    i === 0 ? '<!ENTITY a "ha">' : `<!ENTITY ${name} "${`&${letters[i - 1]};`.repeat(10)}">`,
  )
  it('are neither multiplied nor fetched', async () => {
    const bomb = await said(workbook('&m;', { dtd: `<!DOCTYPE w [${laughs.join('')}]>` }))
    expect(bomb.text).not.toContain('ha')
    const outside = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    const fetched = await said(workbook('_&x;_', { dtd: outside }))
    // Read as it stands, or not at all: what lies behind it is nobody's order.
    expect(fetched.verdict === 'read' ? fetched.text : '_&x;_').toContain('_&x;_')
  })
})

describe('bytes of no encoding', () => {
  it.each([
    ['half a character at the end', [0xe4, 0xb8]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['a lone surrogate', [0xed, 0xa0, 0x80]],
    ['a character beyond Unicode', [0xf5, 0x90, 0x80, 0x80]],
  ])('never stop the reader: %s', async (_name, bytes) => {
    const text = strToU8(`${header.join()}\n${line('灯').join()}\nA2,lamp`)
    const tail = strToU8(',1,2,USD\n')
    const { verdict } = await said(Uint8Array.from([...text, ...bytes, ...tail]))
    expect(verdict).toBe('read')
  })
})

describe.each([...recordKinds])('as a file of %s', (kind) => {
  it('nothing that is none stops the reader or becomes a record', async () => {
    for (const [name, file] of Object.entries(hostileFiles)) {
      const { outcome, records } = await run(file, kind)
      expect({ kind, name, records: records.length }).toEqual({ kind, name, records: 0 })
      expect(outcome.ok || 'refusal' in outcome, `${kind} ${name}`).toBe(true)
    }
    expect(Object.hasOwn(Object.prototype, 'entries')).toBe(false)
  })
})
