import type { AnsweredForm, FormKind, KeptForms } from '#shared/forex/book/forms'
import type { PackDocument } from '#shared/forex/evidence/roles'
import { csvOf } from '#shared/rebate/tables/csv'
import { formTitles } from '#shared/forex/outputs/form'
import type { Override, Overrides } from '#shared/model/override'
import { receiptForm } from '#shared/forex/outputs/receipt-form'
import { rmbNote } from '#shared/forex/outputs/rmb-note'
import { formSheet, type SheetHead } from '#shared/forex/outputs/sheets'
import type * as Port from '../../data/port'
import { applicationOf, dropApplication, keepApplication } from './applications'
import { verdictOf } from './check'
import { changeCredits } from './credits'
import { creditOf, incomingNamed, subjectOf } from './facts'
import { originsOf } from './form-origins'
import type { ForexStore } from './store'

type Answers<K extends 'forexReceiptForm' | 'forexRmbNote'> = Parameters<Port.ForexPort[K]>[1]

export async function formOf(
  store: ForexStore,
  id: string,
  answers: Answers<'forexReceiptForm'>,
  show: (name: string) => string = (name) => name,
) {
  const verdict = verdictOf(store, id)
  if (!verdict) return undefined
  const credit = creditOf(await incomingNamed(store, id), store.creditNamed(id)?.record, store)
  const { payer } = credit
  const shown = payer ? { ...credit, payer: { ...payer, name: show(payer.name) } } : credit
  return receiptForm(verdict, shown, subjectOf(store), payerShown(answers, show), await originsOf(store, id))
}

/** A payer that somebody wrote is a name like the one he replaced. */
function payerShown<T extends { overrides?: Overrides | undefined }>(
  answers: T,
  show: (name: string) => string,
): T {
  const { payer } = answers.overrides ?? {}
  return payer
    ? { ...answers, overrides: { ...answers.overrides, payer: { ...payer, value: show(payer.value) } } }
    : answers
}

export async function rmbNoteOf(store: ForexStore, id: string, answers: Answers<'forexRmbNote'>) {
  const verdict = verdictOf(store, id)
  if (!verdict) return undefined
  const { credit } = await incomingNamed(store, id)
  return rmbNote(verdict, credit, subjectOf(store), answers, await originsOf(store, id))
}

/** A form of a receipt filled in with answers; undefined where it has none. */
export async function filledForm(
  store: ForexStore,
  id: string,
  asked: AnsweredForm,
  show?: (name: string) => string,
) {
  if (asked.form === 'receipt') return formOf(store, id, asked.answers, show)
  if (asked.form === 'rmb') return rmbNoteOf(store, id, asked.answers)
  return applicationOf(store, id, asked.answers, asked.no)
}

/** Store what was answered, over what was stored before; an application gets its number. */
export async function keepForm(
  store: ForexStore,
  id: string,
  asked: AnsweredForm,
  why: string,
): Promise<number> {
  if (asked.form === 'application') return keepApplication(store, id, asked, why)
  const { form } = asked
  const now = store.book.context.now()
  const before = store.creditNamed(id)?.record.forms?.[form]?.answers.overrides
  const filled = await filledForm(store, id, asked)
  const labels = new Map(filled?.fields.map((one) => [one.id, one.label.zh]))
  const { overrides, added } = signed(asked.answers.overrides, before, { by: store.who, at: now })
  const reasons = added.map(([field, { reason }]) => `${labels.get(field) ?? field}: ${reason}`)
  const kept = { answers: { ...asked.answers, ...(overrides && { overrides }) }, by: store.who, at: now }
  await changeCredits(
    store,
    'forex.form',
    [id],
    [why, ...reasons].filter(Boolean).join(' · '),
    () => (credit) => ({ ...credit, forms: { ...credit.forms, [form]: kept } }),
    { presented: true },
  )
  return 0
}

/**
 * What was replaced, by whoever stores it and when: a page does not say who somebody is. `added`: what was not stored like
 * this before.
 */
function signed(
  overrides: Overrides | undefined,
  before: Overrides = {},
  signer: Pick<Override, 'by' | 'at'>,
) {
  const added: [field: string, override: Override][] = []
  const kept = Object.entries(overrides ?? {}).map(([field, one]): [string, Override] => {
    const stored = before[field]
    const isSame =
      stored?.value === one.value && stored.derived === one.derived && stored.reason === one.reason
    if (isSame) return [field, stored]
    const override = { ...one, ...signer }
    added.push([field, override])
    return [field, override]
  })
  return { overrides: overrides && Object.fromEntries(kept), added }
}

export function dropForm(
  store: ForexStore,
  id: string,
  form: FormKind,
  why: string,
  no?: number,
): Promise<void> {
  if (form === 'application') return dropApplication(store, id, no, why)
  return changeCredits(
    store,
    'forex.form',
    [id],
    why,
    () => (credit) => ({ ...credit, forms: { ...credit.forms, [form]: undefined } }),
    { presented: true },
  )
}

/** The stored forms of receipts as papers of the pack: every field with what stands in it, and who stored the answers. */
export async function formDocuments(
  store: ForexStore,
  credits: readonly string[],
  head: SheetHead,
  show: (name: string) => string,
): Promise<PackDocument[]> {
  const documents: PackDocument[] = []
  for (const creditId of credits) {
    for (const { asked, kept } of keptForms(store.creditNamed(creditId)?.record.forms)) {
      const filled = await filledForm(store, creditId, asked, show)
      if (!filled) continue
      const { zh } = formTitles[asked.form]
      const title = asked.form === 'application' ? `${zh} ${asked.no}` : zh
      documents.push({
        role: 'form',
        no: `${title} ${creditId}`,
        supports: [{ creditId }],
        originals: (['zh', 'en'] as const).map((language) => ({
          name: `${title}${language === 'zh' ? '' : ' English'}.csv`,
          bytes: csvOf(formSheet({ ...head, language }, asked.form, filled)),
        })),
        note: `${show(kept.by)} ${kept.at}`,
      })
    }
  }
  return documents
}

/** Every stored form of a receipt; an application the bank gave back proves nothing any more. */
function keptForms(forms: KeptForms = {}): { asked: AnsweredForm; kept: { by: string; at: string } }[] {
  const { receipt, rmb, applications = [] } = forms
  return [
    ...(receipt ? [{ asked: { form: 'receipt' as const, answers: receipt.answers }, kept: receipt }] : []),
    ...applications
      .filter(({ returned }) => !returned)
      .map((kept) => ({ asked: { form: 'application' as const, answers: kept.answers, no: kept.no }, kept })),
    ...(rmb ? [{ asked: { form: 'rmb' as const, answers: rmb.answers }, kept: rmb }] : []),
  ]
}
