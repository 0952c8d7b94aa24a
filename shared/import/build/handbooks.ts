import { cmp } from '../../money/decimal'
import type { HandbookFact } from '../../model/rebate/facts'
import type { Draft } from '../group'
import { handbookKey } from '../key'
import { refuse } from '../rules'
import { optional, viewer, type Assembled, type Assembler, type AssemblerContext } from './assembler'
import { numbered } from './numbered'

/** The words for who owns the material; first of each is what the template offers. */
export const handbookKindWords: readonly (readonly [HandbookFact['kind'], string, ...string[]])[] = [
  ['purchased', '进料加工', '进料', '进料对口', '0615'],
  ['supplied', '来料加工', '来料', '0214'],
]
const kindOf = (text: string): HandbookFact['kind'] | undefined =>
  handbookKindWords.find(([kind, ...words]) => kind === text || words.includes(text))?.[0]

/** Rows → handbooks. Sums are those of the whole handbook, both in one currency. */
export function handbooksAssembler({ profile, binding }: AssemblerContext): Assembler {
  const view = viewer(binding)
  const headerOf = (field: string) => binding.fields.find((bound) => bound.field === field)?.header ?? field

  function build(draft: Draft): Assembled {
    const row = view(draft)
    const record: HandbookFact = {
      record: 'handbook',
      number: row.get('number'),
      kind: kindOf(row.get('handbookKind'))!,
      plannedImport: row.get('plannedImport'),
      plannedExport: row.get('plannedExport'),
      ...optional('currency', row.get('currency')),
      ...optional('validTo', row.get('validTo')),
      ...optional('writtenOffOn', row.get('writtenOffOn')),
      ...optional('adjustedRatio', row.get('adjustedRatio')),
      source: { profile: profile.id, firstRow: draft.row, lastRow: draft.row },
    }
    return { record, rows: [draft.row], classes: ['handbook'], amounts: [] }
  }

  return {
    check(values, row) {
      const of = view(values)
      const wrong = (field: string) =>
        refuse('field.shape', { row, column: headerOf(field), value: of.get(field) })
      const kind = of.get('handbookKind')
      const told = (field: string) => of.get(field) !== ''
      return [
        ...(told('plannedImport') && cmp(of.get('plannedImport'), '0') < 0 ? [wrong('plannedImport')] : []),
        ...(told('plannedExport') && cmp(of.get('plannedExport'), '0') <= 0 ? [wrong('plannedExport')] : []),
        ...(kind !== '' && kindOf(kind) === undefined
          ? [
              refuse('field.choice', {
                row,
                column: headerOf('handbookKind'),
                value: kind,
                choices: handbookKindWords.map(([, word]) => word).join(', '),
              }),
            ]
          : []),
      ]
    },
    keyOf: (values) => handbookKey(view(values).get('number')),
    assemble: (group, remark) => numbered(group, group.drafts.map(build), remark),
  }
}
