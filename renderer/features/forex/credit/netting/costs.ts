import type { CostClass } from '#shared/model/forex/netting'
import type { ForexCreditView, NettingAnswers } from '../../../../data/port'

export type CostAnswer = NettingAnswers['costs'][string]
/** A cost of the statement; `class` '' while nobody and no word of the file classed it. */
export type CostRow = { id: string; amount: string; class: CostClass | ''; answer: CostAnswer | undefined }

/** Costs of a statement in one list, with what a person said of each. Those that wait for a class come first. */
export function costRows(
  { report, unclassified }: Pick<NonNullable<ForexCreditView['netting']>, 'report' | 'unclassified'>,
  { costs }: NettingAnswers,
): CostRow[] {
  const open = unclassified.map(({ id, amount }): CostRow => {
    const answer = costs[id]
    return { id, amount, class: answer?.class ?? '', answer }
  })
  const classed = report.costs.map(({ id, amount, class: of }): CostRow => {
    const answer = costs[id]
    return { id, amount, class: answer?.class ?? of, answer }
  })
  const seen = new Set(open.map(({ id }) => id))
  return [...open, ...classed.filter(({ id }) => !seen.has(id))]
}

/** What was said of a cost changed in a part; nothing can be said of one without class. */
export function withCost(answers: NettingAnswers, row: CostRow, change: Partial<CostAnswer>): NettingAnswers {
  const named = change.class ?? (row.class === '' ? undefined : row.class)
  if (named === undefined) return answers
  return { ...answers, costs: { ...answers.costs, [row.id]: { ...row.answer, ...change, class: named } } }
}
