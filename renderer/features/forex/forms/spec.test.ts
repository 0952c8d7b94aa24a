import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { faultsOf, recordOf, valuesOf, type Spec } from './spec'

const spec = (path: string, kind: Spec['kind'], more: Partial<Spec> = {}): Spec => ({
  path,
  kind,
  label: { zh: path, en: path },
  ...more,
})
const sections = [
  {
    key: 'all',
    title: { zh: '全部', en: 'All' },
    fields: [
      spec('name', 'text', { required: true }),
      spec('payer.name', 'text'),
      spec('payer.paper', 'text', { emptyIsNone: true }),
      spec('listed', 'yesNo'),
      spec('units', 'whole'),
      spec('on', 'day'),
      spec('fees.0', 'money'),
      spec('fees.1', 'money'),
      spec('parts.0.kind', 'choice', { options: [{ value: 'goods', label: { zh: '货', en: 'Goods' } }] }),
      spec('parts.0.amount', 'decimal'),
      spec('ids', 'list'),
      spec('papers', 'choices'),
      spec('currency', 'currency'),
      spec('history', 'dated', {
        options: [
          { value: 'B', label: { zh: 'B', en: 'B' } },
          { value: 'unlisted', label: { zh: '注销', en: 'removed' } },
        ],
      }),
    ],
  },
]
const record = {
  name: 'N',
  payer: { name: 'B', paper: null },
  listed: false,
  units: 3,
  on: '2026-05-31',
  fees: [{ currency: 'USD', amount: '12.00' }],
  parts: [{ kind: 'goods', amount: '1.5' }],
  ids: ['a', 'b'],
  papers: ['advice', 'contract'],
  currency: 'USD',
  history: [
    { from: '2026-06-01', state: 'B' },
    { from: '2026-10-01', state: 'unlisted' },
  ],
}

describe('a form over a record', () => {
  it('gives the record back that it was filled from', () => {
    expect(recordOf(sections, valuesOf(sections, record))).toEqual(record)
  })

  it('writes dated states in the language of the page and reads them in both', () => {
    const { history } = valuesOf(sections, record, 'en')
    expect(history).toBe('2026-06-01 B, 2026-10-01 removed')
    for (const text of [history, '2026-06-01 b，2026-10-01 注销', '2026-06-01 B\n2026-10-01  unlisted']) {
      expect(recordOf(sections, { history: text ?? '' })).toEqual({ history: record.history })
    }
  })

  it('leaves out what nobody said, also whole objects, and closes lists up', () => {
    expect(recordOf(sections, { name: 'N', payer_name: '', fees_1: 'EUR 1' })).toEqual({
      name: 'N',
      fees: [{ currency: 'EUR', amount: '1' }],
    })
    expect(recordOf(sections, { payer_paper: 'P1' })).toEqual({ payer: { paper: 'P1' } })
  })

  it.each([
    ['name', ''],
    ['units', '1.5'],
    ['on', '2026-13-01'],
    ['fees_0', '12.00'],
    ['parts_0_amount', 'x'],
    ['history', '2026-06-01 D'],
    ['history', '2026-13-01 B'],
    ['history', 'B'],
  ])('refuses %s when it says "%s"', (field, text) => {
    const values = { ...valuesOf(sections, record), [field]: text }
    expect(faultsOf(sections, values).map((fault) => fault.field)).toEqual([field])
  })

  it('names the field that the schema refuses', () => {
    const schema = z.object({ parts: z.array(z.object({ kind: z.literal('goods'), amount: z.string() })) })
    const values = { ...valuesOf(sections, record), parts_0_kind: '' }
    expect(faultsOf(sections, values, schema)).toMatchObject([{ field: 'parts_0_kind', severity: 'refuse' }])
    expect(faultsOf(sections, valuesOf(sections, record), schema)).toEqual([])
  })
})
