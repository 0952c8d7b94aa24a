import type { Text } from '../../model/text'
import { cmp, sub } from '../../money/decimal'
import { rules } from '../catalogue'
import { find, inForce, tell, type ForexFinding } from '../cite'
import { forexClaimNames, isRestricted } from '../../model/forex/common'
import type { RegistrationForm } from '../../model/forex/credit'
import type { ReceiptFacts } from './facts'
import { plain } from '../same-text'

/** B10–B12, G09, H02: the channel the money came through. */
export function checkChannel({ credit, subject }: ReceiptFacts): ForexFinding[] {
  const { id: target, channel, institution, valueDate: day } = credit
  const found: ForexFinding[] = []
  if (channel === 'paymentInstitution') {
    if (institution?.fxRegistered === false && inForce(rules.B10, day)) {
      found.push(
        find(rules.B10, { target, field: 'institution', day, params: { institution: institution.name } }),
      )
    }
    found.push(...tell(rules.G09, { target, day }))
    if (credit.currency === 'CNY') found.push(...tell(rules.H02, { target, day }))
  } else if (subject.route === 'transactionInfo') found.push(...tell(rules.B11, { target, day }))
  // Nothing is made lighter for class B and C, whatever the enterprise was named before.
  if (subject.premium && !isRestricted(subject)) found.push(...tell(rules.B12, { target, day }))
  return found
}

/** F01, F03, F04, F07: the class of the enterprise, and the 登记表 of class C. */
export function checkClass({ credit, subject, index }: ReceiptFacts): ForexFinding[] {
  const { id: target, valueDate: day } = credit
  if (subject.listed === false) return []
  const found: ForexFinding[] = []
  if (subject.class === null) found.push(find(rules.F01, { target, field: 'class', day }))
  if (subject.class === 'C') {
    const forms = index
      .forms(target)
      .map((form) => ({ form, why: faultOf(form, credit, index.formUsedBefore(form.no, target)) }))
    if (forms.length === 0) found.push(find(rules.F03, { target, day }))
    else if (forms.every(({ why }) => why !== undefined)) {
      found.push(
        ...forms.flatMap(({ form, why }) =>
          why ? [find(rules.F04, { target: form.no, day, params: { form: form.no, why } })] : [],
        ),
      )
    }
  }
  const claims = subject.claims ?? []
  if (isRestricted(subject) && claims.length > 0) {
    const named = claims.map((claim) => forexClaimNames[claim])
    const stated = { zh: named.map(({ zh }) => zh).join('、'), en: named.map(({ en }) => en).join(', ') }
    found.push(find(rules.F07, { target, field: 'claims', day, params: { claims: stated } }))
  }
  return found
}

const words = (zh: string, en: string, rest: string): Text => ({ zh: `${zh} ${rest}`, en: `${en} ${rest}` })

function faultOf(form: RegistrationForm, credit: ReceiptFacts['credit'], used: string): Text | undefined {
  if (form.validTo < credit.valueDate) return words('有效期至', 'valid to', form.validTo)
  if (form.currency !== credit.currency) return words('币种', 'currency', form.currency)
  if (cmp(form.amount, credit.amount) < 0) return words('金额', 'amount', `${form.amount} < ${credit.amount}`)
  const left = sub(form.amount, used)
  if (cmp(left, credit.amount) < 0) return words('余额', 'left', `${left} < ${credit.amount}`)
  const bank = credit.channel === 'bank' ? credit.institution?.name : undefined
  if (form.bank && bank && plain(form.bank) !== plain(bank))
    return words('银行', 'bank', `${form.bank} ≠ ${bank}`)
  return undefined
}

const risks = { privateDealing: rules.M04, illegalInflow: rules.M05 } as const

/** J04, J05, J10, G07, M04, M05: who paid, and what is known of the money. */
export function checkPayer({ credit, subject }: ReceiptFacts): ForexFinding[] {
  const { id: target, payer, valueDate: day } = credit
  const found = (credit.riskAnswers ?? []).map((answer) => find(risks[answer], { target, day }))
  if (!payer) return found
  const listed = new Set((subject.negativeList ?? []).map(plain))
  const hit = [payer.name, payer.country ?? ''].find((name) => name !== '' && listed.has(plain(name)))
  if (hit !== undefined) found.push(find(rules.J10, { target, field: 'payer', day, params: { name: hit } }))
  if (payer.relation === 'licensedWallet') found.push(...tell(rules.J04, { target, field: 'payer', day }))
  if (payer.relation === 'thirdParty') {
    found.push(find(rules.J05, { target, field: 'payer', day, params: { payer: payer.name } }))
  }
  if (payer.name.trim() === '' || payer.country === undefined) {
    found.push(find(rules.G07, { target, field: 'payer', day }))
  }
  return found
}

/** All of a receipt is held while a third party pays without an agreement. */
export const heldForPayer = ({ credit: { payer } }: ReceiptFacts): boolean =>
  payer?.relation === 'thirdParty' && !payer.payOnBehalfDoc
