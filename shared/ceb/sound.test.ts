import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCodeBook } from '../codes/load'
import type { CebDocument } from '../model/list'
import { decodeMessage } from './decode'
import { encodeMessage } from './encode'
import { isAccepted, type Fault } from './fault'
import type { CebMessage, MessageType, Values } from './message'
import type { CheckContext } from './rules/context'
import type { Field, MessageTable } from './table'
import { allTables } from './tables'
import { transfer } from './testing/sample'
import { soundDocument, type Choose } from './sound'
import { validateDecoded, validateDocument } from './validate'

const context: CheckContext = { codes: await loadCodeBook(), today: '20260401' }
const declared = allTables.filter(({ origin }) => origin === 'declarant')
const receipts = allTables.filter(({ origin }) => origin === 'authority')
const first: Choose = (options) => options[0] as never

const choices = fc.infiniteStream(fc.nat({ max: 59 })).map((numbers): Choose => {
  return (options) => options[numbers.next().value % options.length] as never
})
const messageOf = (type: MessageType, documents: CebDocument[]): CebMessage => ({
  type,
  guid: '4CDE1CFD-EDED-46B1-946C-000000000900',
  version: '1.0',
  documents,
  ...(declared.some((table) => table.type === type) && { transfer }),
})

describe.each(declared.map((table) => [table.type, table] as const))('%s', (type, table) => {
  it('has sound documents of any choice, written and read back equal, with nothing that refuses them', () => {
    fc.assert(
      fc.property(choices, (choose) => {
        const document = soundDocument(table, choose)
        const refusing = validateDocument(type, document, context).filter((one) => one.severity === 'refuse')
        expect(refusing).toEqual([])
        const read = decodeMessage(encodeMessage(messageOf(type, [document])))
        expect(read).toEqual({ message: { ...messageOf(type, [document]), prefix: 'ceb' }, remarks: [] })
      }),
      { numRuns: 25 },
    )
  })

  it('names each fault of a field at that field, with what is allowed and what to do', () => {
    for (const { field, at, change, named } of mutations(table)) {
      const sound = soundDocument(table, first)
      const faults = validateDocument(type, change(sound), context)
      const there = faults.filter(({ path, severity }) => path === named && severity === 'refuse')
      expect([type, field, at, there.length > 0, isAccepted(faults)]).toEqual([type, field, at, true, false])
      for (const fault of there) expect(wordless(fault)).toEqual([])
    }
  })

  it('names elements that are out of order, repeated or unknown where they stand', () => {
    const document = soundDocument(table, first)
    const xml = encodeMessage(messageOf(type, [document]))
    const [one = '', two = ''] = Object.keys(document.head)
    const inside = table.flat ? `${table.node}[1]` : `${table.node}[1]/${table.head.element}`
    const element = (name: string) => new RegExp(`<ceb:${name}>[^<]*</ceb:${name}>`).exec(xml)?.[0] ?? ''
    const [a, b] = [element(one), element(two)]
    const rules = (text: string) =>
      validateDecoded(decodeMessage(text), context)
        .filter(({ rule }) => rule.startsWith('xml-'))
        .map(({ path, rule }) => `${path} ${rule}`)
    expect(rules(xml.replace(a + b, b + a))).toEqual([`${inside}/${one} xml-order`])
    expect(rules(xml.replace(a, a + a))).toEqual([`${inside}/${one} xml-repeated`])
    expect(rules(xml.replace(a, `${a}<ceb:odd>1</ceb:odd>`))).toEqual([`${inside}/odd xml-unknown`])
  })
})

describe('receipts and results', () => {
  it('of any choice are read back equal and refused for nothing', () => {
    for (const table of receipts) {
      fc.assert(
        fc.property(choices, (choose) => {
          const documents = [soundDocument(table, choose)]
          const read = decodeMessage(encodeMessage(messageOf(table.type, documents)))
          expect(read.message.documents).toEqual(documents)
          expect(validateDecoded(read, context).filter((one) => one.severity === 'refuse')).toEqual([])
        }),
        { numRuns: 10 },
      )
    }
  })
})

type Mutation = { field: string; at: string; named: string; change: (sound: CebDocument) => CebDocument }

/** Every way in which one field of the head, or of the first line, can be wrong by itself. */
function mutations(table: MessageTable): Mutation[] {
  const { head, lines, node, flat } = table
  const parent = flat ? `${node}[1]` : `${node}[1]/${head.element}`
  const inHead = head.fields.flatMap((field) =>
    wrongValues(field).map(({ at, value }) => ({
      field: field.name,
      at,
      named: `${parent}/${field.name}`,
      change: (sound: CebDocument) => ({ ...sound, head: replaced(sound.head, field.name, value) }),
    })),
  )
  const inLine = (lines?.fields ?? []).flatMap((field) =>
    wrongValues(field).map(({ at, value }) => ({
      field: field.name,
      at,
      named: `${node}[1]/${lines?.element}[1]/${field.name}`,
      change: ({ head: own, lines: rows = [] }: CebDocument) => ({
        head: own,
        lines: rows.map((row, n) => (n === 0 ? replaced(row, field.name, value) : row)),
      }),
    })),
  )
  return [...inHead, ...inLine]
}

function wrongValues(field: Field): { at: string; value: string | undefined }[] {
  const { type, required, printed, time, values, identifier } = field
  const wrong: { at: string; value: string | undefined }[] = [{ at: 'control character', value: 'a\u0002' }]
  if (required || printed?.required) wrong.push({ at: 'missing', value: undefined })
  if (required || type.kind !== 'text' || type.min > 0) wrong.push({ at: 'empty', value: '' })
  if (type.kind === 'text') {
    if (type.max !== Infinity) wrong.push({ at: 'too long', value: '汉'.repeat(type.max + 1) })
    if (type.min > 1) wrong.push({ at: 'too short', value: 'x'.repeat(type.min - 1) })
  } else {
    for (const value of ['-1', '1,000', '12kg', '1e3', '１２', ' 1']) wrong.push({ at: value, value })
    if (type.kind === 'whole') wrong.push({ at: 'fraction', value: '1.5' })
    if (type.kind === 'decimal') wrong.push({ at: 'six decimals', value: '0.000001' })
    wrong.push({ at: 'too many digits', value: '9'.repeat(type.digits + 1) })
  }
  if (time) wrong.push({ at: 'no such day', value: `20260231${'000000000'.slice(0, timeDigits[time] - 8)}` })
  if (values)
    wrong.push({ at: 'no such value', value: type.kind === 'text' ? '~'.repeat(Math.max(type.min, 1)) : '8' })
  if (identifier === 'gcode') wrong.push({ at: 'no such chapter', value: '7711101900' })
  if (identifier === 'party') wrong.push({ at: 'check character', value: '91350100M000100Y44' })
  if (identifier === 'resident') wrong.push({ at: 'check character', value: '330102192004030641' })
  return wrong
}

const timeDigits = { day: 8, second: 14, millisecond: 17 }

function replaced(values: Values, name: string, value: string | undefined): Values {
  const { [name]: _old, ...rest } = values
  return value === undefined ? rest : { ...rest, [name]: value }
}

/** What a fault leaves unsaid. */
function wordless({ message, fix, rule }: Fault): string[] {
  const texts = { zh: message.zh, en: message.en, fixZh: fix.zh, fixEn: fix.en, rule }
  return Object.entries(texts).flatMap(([name, text]) =>
    /\S/.test(text) && !/\{\w+\}/.test(text) ? [] : [name],
  )
}
