import type { ZoneQuestion } from '../../data/port'

/** What the officer answers about the business in question; '' is not known, which is not no. */
export type Answers = Readonly<Record<Question, string>>
export type Question =
  | 'kind'
  | 'registeredIn'
  | 'mode'
  | 'place'
  | 'voucher'
  | 'clearedHere'
  | 'refundClass'
  | 'nameListed'
  | 'settlementAccount'
  | 'matched'

const yesNo = ['', 'yes', 'no'] as const

/** The questions in the order they are asked, with what can be answered; the one without answers takes a division. */
export const questions: readonly { id: Question; answers?: readonly string[] }[] = [
  { id: 'kind', answers: ['enterprise', 'individual'] },
  { id: 'registeredIn' },
  {
    id: 'mode',
    answers: ['', '9610', '1210', '9710', '9810', '0110', '9610-I', '1210-I', '1239-I'],
  },
  { id: 'place', answers: ['', 'bonded', 'outside'] },
  { id: 'voucher', answers: ['', 'none', 'ordinary', 'special', 'special-small'] },
  { id: 'clearedHere', answers: yesNo },
  { id: 'refundClass', answers: ['', '1', '2', '3', '4'] },
  { id: 'nameListed', answers: yesNo },
  { id: 'settlementAccount', answers: yesNo },
  { id: 'matched', answers: yesNo },
]

export const unanswered: Answers = {
  kind: 'enterprise',
  registeredIn: '',
  mode: '',
  place: '',
  voucher: '',
  clearedHere: '',
  refundClass: '',
  nameListed: '',
  settlementAccount: '',
  matched: '',
}

const said = (answer: string): boolean | undefined => (answer === '' ? undefined : answer === 'yes')

/** What is asked of the port. An answer that was not given is left out; the company and its filing come from the book. */
export function questionOf(answers: Answers): ZoneQuestion {
  const truths = ['clearedHere', 'nameListed', 'settlementAccount', 'matched'] as const
  const given = truths.flatMap((id) => {
    const value = said(answers[id])
    return value === undefined ? [] : [[id, value] as const]
  })
  const texts = (['registeredIn', 'mode', 'place', 'voucher'] as const).flatMap((id) =>
    answers[id].trim() === '' ? [] : [[id, answers[id].trim()] as const],
  )
  return {
    kind: answers.kind === 'individual' ? 'individual' : 'enterprise',
    ...Object.fromEntries(given),
    ...(Object.fromEntries(texts) as Pick<ZoneQuestion, 'place' | 'voucher'>),
    ...(answers.refundClass !== '' && { refundClass: Number(answers.refundClass) as 1 | 2 | 3 | 4 }),
  }
}
