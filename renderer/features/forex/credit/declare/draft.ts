import type { FormField } from '#shared/forex/outputs/form'
import type { CreditAnswers } from '../../../../data/port'

type Draft = NonNullable<CreditAnswers['form']>

const parts = {
  settledAmount: 'settledAmount',
  settledRate: 'rate',
  settledAccount: 'settledAccount',
  fxAmount: 'fxAmount',
  fxAccount: 'fxAccount',
  otherAmount: 'otherAmount',
  otherAccount: 'otherAccount',
} as const satisfies Partial<Record<keyof Draft, string>>

/** The filled form as the pre-check takes it, to be checked against the receipt. */
export function draftOf(fields: readonly FormField[]): Draft {
  const values = new Map(fields.map(({ id, value }) => [id, value]))
  const get = (id: string) => values.get(id) ?? ''
  const given = Object.entries(parts).flatMap(([key, id]) => (get(id) === '' ? [] : [[key, get(id)]]))
  const lines = [1, 2].flatMap((at) =>
    get(`code${at}`) === '' ? [] : [{ code: get(`code${at}`), amount: get(`amount${at}`) }],
  )
  return { txAmount: get('amount'), ...Object.fromEntries(given), ...(lines.length > 0 && { lines }) }
}

/** Whether two say the same; what a form leaves empty is not told by either. */
export function sameDraft(one: Draft, other: Draft): boolean {
  const told = (draft: Draft) =>
    JSON.stringify([
      ...[...Object.keys(parts), 'txAmount'].map((key) => draft[key as keyof Draft] ?? ''),
      (draft.lines ?? []).map(({ code, amount }) => [code, amount]),
    ])
  return told(one) === told(other)
}
