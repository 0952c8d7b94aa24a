import { cmp, isDecimal, sub } from '#shared/money/decimal'

type Before = {
  forms?: { application?: { answers: { amount: string }; by: string; at: string } }
  converted: { on: string; amount: string; by: string; application?: number }[]
}

/**
 * A receipt had one 结汇申请; it has several, by number. Conversions that fit into the one that was stored answer it, and
 * what the bank converted was handed to it on that day at the latest.
 */
export function severalApplications(credit: Before): unknown {
  const { forms, converted } = credit
  if (!forms?.application) return credit
  const { application, ...others } = forms
  let left = isDecimal(application.answers.amount) ? application.answers.amount : '0'
  const tied = converted.map((one) => {
    if (cmp(one.amount, left) > 0) return one
    left = sub(left, one.amount)
    return { ...one, application: 1 }
  })
  const first = tied.find((one) => one.application === 1)
  const submitted = first && { submitted: { on: first.on, by: first.by } }
  return {
    ...credit,
    converted: tied,
    forms: { ...others, applications: [{ no: 1, ...application, ...submitted }] },
  }
}
