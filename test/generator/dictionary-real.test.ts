import fc from 'fast-check'
import { expect, it } from 'vitest'
import { encodeMessage } from '#shared/ceb/encode'
import { allTables, tableOf } from '#shared/ceb/tables'
import type { Field, ValueType } from '#shared/ceb/table'
import { isMessageType, type Values } from '#shared/ceb/message'
import type { CheckContext } from '#shared/ceb/rules/context'
import { transfer } from '#shared/ceb/testing/sample'
import { soundDocument } from '#shared/ceb/sound'
import { validateDocument } from '#shared/ceb/validate'
import { loadCodeBook } from '#shared/codes/load'
import { dictionary, schemaTakes } from '../support/dictionary'

const words = (type: ValueType): string => {
  if (type.kind === 'decimal') return `N${type.digits},${type.places}`
  if (type.kind === 'whole') return type.digits === 10 ? 'int' : `N${type.digits}`
  if (type.max === Infinity) return 'C(unbounded)'
  if (type.min === type.max) return `C${type.max}`
  return `C${type.min || ''}..${type.max}`
}
const row = ({ name, label, type, required }: Field) =>
  `${name} ${label.zh} ${words(type)} ${required ? 'Y' : 'n'}`

it('every table is the dictionary, field by field', () => {
  expect(dictionary?.map(({ type }) => type).sort()).toEqual(allTables.map(({ type }) => type).sort())
  for (const { type, parts, children } of dictionary ?? []) {
    if (!isMessageType(type)) throw new Error(type)
    const table = tableOf(type)
    const ours = [table.head, ...(table.lines ? [table.lines] : [])]
    expect([type, ours.map(({ element }) => element)]).toEqual([type, parts.map(({ element }) => element)])
    ours.forEach((part, at) => {
      const theirs = parts[at]?.fields.map(
        ({ name, label, type: typed, required }) =>
          `${name} ${label} ${typed.split(' ')[0]} ${required ? 'Y' : 'n'}`,
      )
      expect([type, part.fields.map(row)]).toEqual([type, theirs])
    })
    const node = children.find(({ name }) => name === table.node)
    expect([type, table.documents.min, table.documents.max ?? Infinity]).toEqual([type, node?.min, node?.max])
  }
})

const declared = allTables.filter(({ origin }) => origin === 'declarant')
const context: CheckContext = { codes: await loadCodeBook() }
const odd = fc.oneof(
  fc.constantFrom('', ' ', '0', '-1', '+1', '1.', '.5', '1e3', '1,000', 'NaN', '12 ', '汉'.repeat(2000)),
  fc.stringMatching(/^\d{0,24}(\.\d{0,7})?$/),
  fc.string({ unit: 'grapheme-composite', maxLength: 130 }),
)

it('nothing is taken that the dictionary refuses: each such value is named at its field', () => {
  const fields = declared.flatMap((table) =>
    (dictionary?.find(({ type }) => type === table.type)?.parts ?? []).flatMap((part, at) =>
      part.fields.map((field) => ({ table, field, inLine: at === 1 })),
    ),
  )
  expect(fields.length).toBeGreaterThan(400)
  let refused = 0
  fc.assert(
    fc.property(fc.constantFrom(...fields), fc.option(odd, { nil: undefined }), (one, value) => {
      const { table, field, inLine } = one
      const taken = value === undefined ? !field.required : schemaTakes(field.type, value)
      if (taken) return
      const sound = soundDocument(table, (options) => options[0] as never)
      const change = (values: Values): Values => {
        const { [field.name]: _old, ...rest } = values
        return value === undefined ? rest : { ...rest, [field.name]: value }
      }
      const document = inLine
        ? { ...sound, lines: sound.lines?.map((line, at) => (at === 0 ? change(line) : line)) }
        : { ...sound, head: change(sound.head) }
      const parent = inLine
        ? `${table.node}[1]/${table.lines?.element}[1]`
        : `${table.node}[1]${table.flat ? '' : `/${table.head.element}`}`
      const there = validateDocument(table.type, document, context).filter(
        ({ path, severity }) => path === `${parent}/${field.name}` && severity === 'refuse',
      )
      expect([table.type, field.name, value, there.length > 0]).toEqual([table.type, field.name, value, true])
      refused += 1
    }),
    { numRuns: 4000 },
  )
  expect(refused).toBeGreaterThan(1000)
})

it('the parts of a message stand in the order of the dictionary', () => {
  for (const table of declared) {
    const xml = encodeMessage({
      type: table.type,
      guid: 'G',
      version: '1.0',
      documents: [soundDocument(table, (options) => options[0] as never)],
      transfer,
      subscribes: [{ status: 'ALL', dxpMode: 'DXP', dxpAddress: 'A' }],
      signature: '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/>',
      extend: '<ceb:ExtendMessage xmlns:ceb="http://www.chinaport.gov.cn/ceb"/>',
    })
    const order = dictionary?.find(({ type }) => type === table.type)?.children ?? []
    const places = order.map(({ name }) =>
      xml.search(new RegExp(`<(?:ceb|ds):${name.replace('ds:', '')}\\b`)),
    )
    expect([table.type, places]).toEqual([table.type, [...places].sort((a, b) => a - b)])
    expect(places).not.toContain(-1)
  }
})
