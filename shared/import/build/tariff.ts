import { numberOf } from '../../rebate/import/cells'
import type { CodeChangeFact, TariffFact } from '../../tariff/facts'
import { TariffRow } from '../../tariff/tariff'
import type { Draft } from '../group'
import { codeChangeKey, tariffKey } from '../key'
import { refuse, remark as remarkOf } from '../rules'
import { optional, viewer, type Assembled, type Assembler, type AssemblerContext } from './assembler'
import { numbered } from './numbered'

/** A last day this far off is how the tables write "open". */
const OPEN_END = '2099-01-01'
const rates = ['exportDuty', 'importDuty', 'vat', 'consumption'] as const

const digitsOf = (text: string): string => text.replace(/[.\s]/g, '')
/** Digits of a code as tables write it: 6912.00.10, 69120010 with 00 apart. */
function codeOf(code: string, tail: string): string {
  const digits = digitsOf(code)
  return /^\d{8}$/.test(digits) && /^\d{2}$/.test(tail) ? digits + tail : digits
}

/** A rate in per cent; undefined where the cell is no single figure by value, '' where it says nothing. */
function rateOf(text: string): string | undefined {
  const cell = text.normalize('NFKC').replace(/%$/, '').trim()
  if (cell === '' || cell === '-' || cell === '/') return ''
  const value = numberOf(cell)
  return value === undefined || value.startsWith('-') ? undefined : value
}

/** Rows → lines of a tariff. A code may stand several times, each with the days it holds for. */
export function tariffAssembler({ profile, binding }: AssemblerContext): Assembler {
  const view = viewer(binding)
  const headerOf = (field: string) => binding.fields.find((bound) => bound.field === field)?.header ?? field

  function build(draft: Draft): Assembled {
    const row = view(draft)
    const plain = (field: string) => row.get(field).normalize('NFKC').trim()
    const to = row.get('to')
    const record: TariffFact = {
      record: 'tariff',
      kind: 'tariff',
      code: codeOf(row.get('code'), row.get('tail')),
      name: plain('name'),
      ...optional('en', plain('en')),
      ...optional('elements', plain('elements')),
      ...optional('unit1', plain('unit1')),
      ...optional('unit2', plain('unit2')),
      ...optional('conditions', plain('conditions').replace(/[^0-9A-Za-z]/g, '')),
      ...optional('inspection', plain('inspection')),
      ...Object.assign({}, ...rates.map((field) => optional(field, rateOf(row.get(field)) ?? ''))),
      ...optional('from', row.get('from')),
      ...(to !== '' && to < OPEN_END && { to }),
      source: { profile: profile.id, firstRow: draft.row, lastRow: draft.row },
    }
    return { record, rows: [draft.row], classes: ['tariff'], amounts: [] }
  }

  return {
    check(values, row) {
      const of = view(values)
      const [code, from, to] = [codeOf(of.get('code'), of.get('tail')), of.get('from'), of.get('to')]
      const place = (field: string) => ({ row, column: headerOf(field), value: of.get(field) })
      return [
        // A cell that is empty is said to be so already; one of dots alone is no code either.
        ...(of.get('code') === '' || TariffRow.shape.code.safeParse(code).success
          ? []
          : [refuse('tariff.code', place('code'))]),
        ...(from !== '' && to !== '' && to < from ? [refuse('field.shape', place('to'))] : []),
      ]
    },
    keyOf(values) {
      const of = view(values)
      return tariffKey(codeOf(of.get('code'), of.get('tail')), of.get('from'))
    },
    assemble(group, remark) {
      for (const draft of group.drafts) {
        const row = view(draft)
        for (const field of rates) {
          if (rateOf(row.get(field)) !== undefined) continue
          remark(remarkOf('tariff.rate', { row: draft.row, column: headerOf(field), value: row.get(field) }))
        }
      }
      return numbered(group, group.drafts.map(build), remark)
    },
  }
}

/** Rows → pairs of an old and a new code; a row whose new code is empty says that the old one was dropped. */
export function codeChangesAssembler({ profile, binding }: AssemblerContext): Assembler {
  const view = viewer(binding)
  const headerOf = (field: string) => binding.fields.find((bound) => bound.field === field)?.header ?? field

  function build(draft: Draft): Assembled {
    const row = view(draft)
    const record: CodeChangeFact = {
      record: 'code-change',
      kind: 'code-change',
      from: digitsOf(row.get('from')),
      ...optional('to', digitsOf(row.get('to'))),
      on: row.get('on'),
      source: { profile: profile.id, firstRow: draft.row, lastRow: draft.row },
    }
    return { record, rows: [draft.row], classes: ['code-change'], amounts: [] }
  }

  return {
    check(values, row) {
      const of = view(values)
      return (['from', 'to'] as const).flatMap((field) => {
        const code = digitsOf(of.get(field))
        const isSound = code === '' || /^\d{10}$/.test(code)
        return isSound
          ? []
          : [refuse('tariff.ten-digits', { row, column: headerOf(field), value: of.get(field) })]
      })
    },
    keyOf(values) {
      const of = view(values)
      return codeChangeKey(digitsOf(of.get('from')), digitsOf(of.get('to')), of.get('on'))
    },
    assemble: (group, remark) => numbered(group, group.drafts.map(build), remark),
  }
}
