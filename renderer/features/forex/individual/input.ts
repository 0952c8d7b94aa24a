import { IndividualInput } from '#shared/model/forex/input'
import type { MonthRate } from '#shared/model/forex/common'

type Answers = {
  subject?: object
  credit?: { id?: string }
  evidence?: { amount?: string }
}

/** What the form says as the check takes it; undefined while it is not complete. */
export function individualInput(answers: Answers, rates: readonly MonthRate[]): IndividualInput | undefined {
  const { subject, credit, evidence } = answers
  const read = IndividualInput.safeParse({
    subject: { type: 'individual', ...subject },
    bankCredits: [credit],
    evidence:
      evidence?.amount === undefined
        ? []
        : [{ id: credit?.id ?? '', creditId: credit?.id ?? '', ...evidence }],
    rates,
  })
  return read.success ? read.data : undefined
}
