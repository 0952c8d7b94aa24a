import { add, cmp, ExactSum, isZero, sub, sum } from '../../money/decimal'
import { whole, wholeParts } from '../amount'
import { workingDaysAfter } from '../calendar'
import { rules } from '../catalogue'
import { find, tell, type ForexFinding } from '../cite'
import type { DraftForm, Nature } from '../../model/forex/credit'
import { codeOf } from './codes'
import type { ReceiptFacts } from './facts'
import { actualCode, type Netting } from './netting'

/** 涉外收入申报 is due so many working days after the credit. */
const WORKING_DAYS = 5

export type DeclareLine = { code: string | null; amount: string; status: 'fixed' | 'bankToConfirm' }
export type RestoredLine = {
  direction: 'in' | 'out'
  group: 'proceeds' | 'allowed' | 'bankToConfirm'
  code: string | null
  amount: string
}

/** What goes into the 涉外收入申报单; amounts are whole units. */
export type Declaration = {
  txCurrency: string
  txAmount: string
  foreignCharge?: { currency: string; amount: string }
  lines?: DeclareLine[]
  actual?: DeclareLine[]
  restored?: RestoredLine[]
  settledAmount?: string
  settledRate?: string
  fxAmount?: string
  sumEqualsTxAmount?: boolean
  dueDate?: string
  remark: string
}

/** A supported part of a receipt under its code. */
export type CodedPart = { code: string | null; note: string; amount: string }

const line = (code: string | null, amount: string): DeclareLine => ({
  code,
  amount,
  status: code === null ? 'bankToConfirm' : 'fixed',
})

/** Amounts by code, larger first; equal codes are one line. */
function byCode(parts: readonly CodedPart[]): CodedPart[] {
  const codes = new Map<string | null, { part: CodedPart; total: ExactSum }>()
  for (const part of parts) {
    const same = codes.get(part.code) ?? { part, total: new ExactSum() }
    codes.set(part.code, same)
    same.total.add(part.amount)
  }
  return [...codes.values()]
    .map(({ part, total }) => ({ ...part, amount: total.toString() }))
    .filter(({ amount }) => !isZero(amount))
    .sort((a, b) => cmp(b.amount, a.amount) || ((a.code ?? '~') < (b.code ?? '~') ? -1 : 1))
}

/** Lines of a receipt whose orders are known: the supported parts under their codes, the rest left to the bank. */
export function linesOfParts(credited: string, parts: readonly CodedPart[]): DeclareLine[] {
  const codes = byCode(parts)
  const amounts = wholeParts(
    credited,
    codes.map(({ amount }) => amount),
  )
  return codes.flatMap(({ code }, at) => {
    const amount = amounts[at] ?? '0'
    return isZero(amount) ? [] : [line(code, amount)]
  })
}

const natureNotes: Readonly<Record<Nature['kind'], string>> = {
  goods: '',
  compensation: '赔偿',
  service: '服务费',
  other: '',
}

/** Lines of a receipt of several natures; the parts have to be all of it, under at most two codes. */
export function linesOfNatures(
  { credit }: ReceiptFacts,
  natures: readonly Nature[],
): { lines: DeclareLine[]; sumEqualsTxAmount: boolean; notes: string[]; findings: ForexFinding[] } {
  const parts = natures.map(({ kind, supervisionMode, docType, amount }): CodedPart => {
    const coded = codeOf(supervisionMode, docType ? [docType] : [])
    return kind === 'goods' ? { ...coded, amount } : { code: null, note: natureNotes[kind], amount }
  })
  const equal = cmp(sum(natures.map(({ amount }) => amount)), credit.amount) === 0
  const codes = byCode(parts)
  const fits = equal && codes.length <= 2
  const amounts = equal
    ? wholeParts(
        credit.amount,
        codes.map(({ amount }) => amount),
      )
    : codes.map(({ amount }) => whole(amount))
  return {
    lines: codes.map(({ code }, at) => line(code, amounts[at] ?? '0')),
    sumEqualsTxAmount: equal,
    notes: parts.map(({ note }) => note),
    findings: fits ? [] : [find(rules.G05, { target: credit.id, field: 'natures', day: credit.valueDate })],
  }
}

/** Actual and restored items of a netting: restored in less out is what was paid, with its charges. */
export function nettedLines(
  credited: string,
  charges: string,
  netting: Netting,
  code: string | null,
): { actual: DeclareLine[]; restored: RestoredLine[] } {
  const out = (group: 'allowed' | 'bankToConfirm', amount: string): RestoredLine[] =>
    isZero(amount) ? [] : [{ direction: 'out', group, code: null, amount: whole(amount) }]
  const costs = [
    ...out('allowed', add(netting.allowed, netting.pilotAllowed)),
    ...out('bankToConfirm', netting.review),
  ]
  const outward = sum(costs.map(({ amount }) => amount))
  // With nothing unexplained the rounded items still have to add up; the largest of them, the proceeds, gives way.
  const proceeds = isZero(netting.residual)
    ? sum([whole(credited), whole(charges), outward])
    : whole(netting.netProceeds)
  return {
    actual: [line(actualCode(netting), whole(credited))],
    restored: [{ direction: 'in', group: 'proceeds', code, amount: proceeds }, ...costs],
  }
}

/** G01, G11: until when a receipt is declared. Through a payment institution nothing is declared by the enterprise. */
export function declarationDue({
  credit,
  input,
  asOf,
}: Pick<ReceiptFacts, 'credit' | 'asOf'> & {
  input: Pick<ReceiptFacts['input'], 'calendar'>
}): { due?: string; findings: ForexFinding[] } {
  if (!input.calendar || credit.channel === 'paymentInstitution') return { findings: [] }
  const { id: target, valueDate: day } = credit
  const due = workingDaysAfter(day, WORKING_DAYS, input.calendar)
  if (due === undefined) {
    return {
      findings: [
        find(rules.G01, {
          target,
          severity: 'review',
          day,
          params: { due: '–' },
          message: {
            zh: '五个工作日超出本机的工作日历，到期日不作推测',
            en: 'Five working days leave the work calendar: no date is guessed',
          },
        }),
      ],
    }
  }
  const late = credit.declaredOn === undefined ? false : (credit.declaredOn ?? asOf) > due
  const params = { due }
  return {
    due,
    findings: [
      ...tell(rules.G01, { target, day, params }),
      ...(late ? tell(rules.G11, { target, field: 'declaredOn', day, params }) : []),
    ],
  }
}

type Word = readonly [zh: string, en: string]

/** G05, G06: the arithmetic of a form that was filled in. */
export function checkDraft(draft: DraftForm | undefined, { credit }: ReceiptFacts): ForexFinding[] {
  if (!draft) return []
  const { id: target, valueDate: day } = credit
  const faults: Word[] = []
  const given = (text: string | null | undefined): text is string =>
    text !== undefined && text !== null && text !== ''
  // A zero that was typed says the same as a blank.
  const stands = (text: string | null | undefined): boolean => given(text) && !/^0+(\.0+)?$/.test(text)
  const isWhole = (text: string): boolean => /^\d+$/.test(text)
  const parts: readonly (readonly [name: Word, fields: readonly (string | null | undefined)[]])[] = [
    [
      ['结汇', 'converted'],
      [draft.settledAmount, draft.settledRate, draft.settledAccount],
    ],
    [
      ['现汇', 'kept'],
      [draft.fxAmount, draft.fxAccount],
    ],
    [
      ['其他', 'other'],
      [draft.otherAmount, draft.otherAccount],
    ],
  ]
  const amounts = [draft.settledAmount, draft.fxAmount, draft.otherAmount].filter(given)
  if (!isWhole(draft.txAmount) || isZero(draft.txAmount)) {
    faults.push(['收入款金额须为大于零的整数', 'the amount received is a whole number above zero'])
  }
  for (const [[zh, en], fields] of parts) {
    const filled = fields.filter(stands).length
    if (filled > 0 && filled < fields.length) {
      faults.push([`${zh}的金额、汇率、账号须同时填写`, `amount, rate and account (${en}) stand together`])
    }
  }
  if (!amounts.some(stands))
    faults.push(['结汇、现汇、其他至少填一项', 'one of the three amounts is filled in'])
  if (!amounts.every(isWhole)) faults.push(['各项金额须为整数', 'amounts are whole numbers'])
  else if (isWhole(draft.txAmount) && cmp(sum(amounts), draft.txAmount) > 0) {
    faults.push(['三项之和大于收入款金额', 'the three amounts exceed the receipt'])
  }
  if (given(draft.settledRate) && !/^\d+(\.\d+)?$/.test(draft.settledRate)) {
    faults.push(['汇率须大于零', 'the rate is above zero'])
  }
  const found = faults.map(([zh, en]) =>
    find(rules.G06, { target, field: 'form', day, params: { what: { zh, en } } }),
  )
  if (draft.lines) {
    const numbers = draft.lines.every(({ amount }) => isWhole(amount))
    const total = numbers ? sum(draft.lines.map(({ amount }) => amount)) : ''
    if (!numbers || draft.lines.length > 2 || !isWhole(draft.txAmount) || cmp(total, draft.txAmount) !== 0) {
      found.push(find(rules.G05, { target, field: 'lines', day }))
    }
  }
  return found
}

/** Conversion and what stays in foreign currency, as the form wants them; the larger gives way where they miss the total. */
export function settledParts(credited: string, convert: string): { settledAmount: string; fxAmount: string } {
  const kept = sub(credited, convert)
  if (cmp(kept, '0') < 0) return { settledAmount: whole(convert), fxAmount: '0' }
  const [settledAmount = '0', fxAmount = '0'] = wholeParts(credited, [convert, kept])
  return { settledAmount, fxAmount }
}
