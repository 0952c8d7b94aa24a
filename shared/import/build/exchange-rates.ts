import { cmp, div } from '../../money/decimal'
import type { fxKinds } from '../../model/rebate/fx-rate'
import type { FxFact } from '../../model/rebate/facts'
import type { Draft } from '../group'
import { exchangeRateKey } from '../key'
import { refuse } from '../rules'
import { viewer, type Assembled, type Assembler, type AssemblerContext } from './assembler'
import { numbered } from './numbered'

const PLACES = 8

/** The words for what a rate is for; first of each is what the template offers. */
export const fxKindWords: readonly (readonly [(typeof fxKinds)[number], string, ...string[]])[] = [
  ['centralParity', '人民币汇率中间价', '中间价'],
  ['customs', '海关计征汇率', '计征汇率'],
  ['safe', '外汇局折算率', '折算率', '各种货币对美元折算率'],
  ['bank', '银行牌价', '银行报价'],
  ['ecb', 'ECB', '欧洲央行'],
]
const kindOf = (text: string): FxFact['kind'] | undefined =>
  fxKindWords.find(([kind, ...words]) => kind === text || words.includes(text))?.[0]

/** Rows → quotations in CNY for one unit of the currency. */
export function exchangeRatesAssembler({ profile, binding }: AssemblerContext): Assembler {
  const view = viewer(binding)
  const headerOf = (field: string) => binding.fields.find((bound) => bound.field === field)?.header ?? field

  function build(draft: Draft): Assembled {
    const row = view(draft)
    const record: FxFact = {
      record: 'exchange-rate',
      kind: kindOf(row.get('rateKind'))!,
      currency: row.get('currency'),
      date: row.get('date'),
      rate: div(row.get('rate'), row.get('per') || '1', PLACES),
      origin: row.get('origin'),
      source: { profile: profile.id, firstRow: draft.row, lastRow: draft.row },
    }
    return { record, rows: [draft.row], classes: ['rate'], amounts: [] }
  }

  return {
    check(values, row) {
      const of = view(values)
      const wrong = (field: string) =>
        refuse('field.shape', { row, column: headerOf(field), value: of.get(field) })
      const kind = of.get('rateKind')
      return [
        ...(['rate', 'per'] as const)
          .filter((field) => of.get(field) !== '' && cmp(of.get(field), '0') <= 0)
          .map(wrong),
        ...(kind !== '' && kindOf(kind) === undefined
          ? [
              refuse('field.choice', {
                row,
                column: headerOf('rateKind'),
                value: kind,
                choices: fxKindWords.map(([, word]) => word).join(', '),
              }),
            ]
          : []),
      ]
    },
    keyOf: (values) => {
      const of = view(values)
      return exchangeRateKey(kindOf(of.get('rateKind')) ?? '', of.get('currency'), of.get('date'))
    },
    assemble: (group, remark) => numbered(group, group.drafts.map(build), remark),
  }
}
