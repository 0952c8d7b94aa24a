import type { RateFact } from '../../model/rebate/facts'
import type { Draft } from '../group'
import { rateKey } from '../key'
import { refuse } from '../rules'
import { optional, viewer, type Assembled, type Assembler, type AssemblerContext } from './assembler'
import { numbered } from './numbered'

/** A last day this far off is how the tables write "open". */
const OPEN_END = '2099-01-01'

const codeOf = (text: string): string => text.replace(/\.0+$/, '')

/** Rows → entries of a 文库. The same code may stand several times, each with the day from which it holds. */
export function ratesAssembler({ profile, binding }: AssemblerContext): Assembler {
  const view = viewer(binding)
  const headerOf = (field: string) => binding.fields.find((bound) => bound.field === field)?.header ?? field

  function build(draft: Draft): Assembled {
    const row = view(draft)
    const flag = row.get('specialFlag')
    const to = row.get('to')
    const record: RateFact = {
      record: 'rate',
      kind: 'rate',
      code: codeOf(row.get('code')),
      ...optional('name', row.get('name')),
      ...optional('unit', row.get('unit')),
      ...optional('levyRate', row.get('levyRate')),
      rebateRate: row.get('rebateRate'),
      specialFlag: flag === '1' || flag === '2' ? flag : '',
      from: row.get('from'),
      to: to === '' || to >= OPEN_END ? null : to,
      source: { profile: profile.id, firstRow: draft.row, lastRow: draft.row },
    }
    return { record, rows: [draft.row], classes: ['rate'], amounts: [] }
  }

  return {
    check(values, row) {
      const of = view(values)
      const wrong = (field: string) =>
        refuse('field.shape', { row, column: headerOf(field), value: of.get(field) })
      const code = codeOf(of.get('code'))
      const [from, to] = [of.get('from'), of.get('to')]
      return [
        ...(code !== '' && !/^\d{4,14}$/.test(code) ? [wrong('code')] : []),
        ...(['', '0', '1', '2'].includes(of.get('specialFlag')) ? [] : [wrong('specialFlag')]),
        ...(to !== '' && to < from ? [wrong('to')] : []),
      ]
    },
    keyOf: (values) => rateKey(codeOf(view(values).get('code')), view(values).get('from')),
    assemble: (group, remark) => numbered(group, group.drafts.map(build), remark),
  }
}
