import type { AnsweredForm, FormKind } from '#shared/forex/book/forms'
import type { PackDocument } from '#shared/forex/evidence/roles'
import { csvOf } from '#shared/rebate/tables/csv'
import { formTitles } from '#shared/forex/outputs/form'
import { receiptForm } from '#shared/forex/outputs/receipt-form'
import { rmbNote } from '#shared/forex/outputs/rmb-note'
import { settlementApplication } from '#shared/forex/outputs/settlement-application'
import { formSheet, type SheetHead } from '#shared/forex/outputs/sheets'
import type * as Port from '../../data/port'
import { verdictOf } from './check'
import { changeCredits } from './credits'
import { creditOf, incomingNamed, subjectOf } from './facts'
import type { ForexStore } from './store'

type Answers<K extends 'forexReceiptForm' | 'forexApplication' | 'forexRmbNote'> = Parameters<
  Port.ForexPort[K]
>[1]

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
  return receiptForm(verdict, shown, subjectOf(store), answers)
}

export function applicationOf(store: ForexStore, id: string, answers: Answers<'forexApplication'>) {
  const verdict = verdictOf(store, id)
  const earlier = store.creditNamed(id)?.record.converted ?? []
  return verdict && settlementApplication(verdict, subjectOf(store), { ...answers, earlier })
}

export function rmbNoteOf(store: ForexStore, id: string, answers: Answers<'forexRmbNote'>) {
  const verdict = verdictOf(store, id)
  return verdict && rmbNote(verdict, subjectOf(store), answers)
}

/** A form of a receipt filled in with answers; undefined where it has none. */
export async function filledForm(
  store: ForexStore,
  id: string,
  asked: AnsweredForm,
  show?: (name: string) => string,
) {
  if (asked.form === 'receipt') return formOf(store, id, asked.answers, show)
  return asked.form === 'rmb' ? rmbNoteOf(store, id, asked.answers) : applicationOf(store, id, asked.answers)
}

/** Store what was answered, over what was stored before. */
export function keepForm(
  store: ForexStore,
  id: string,
  { form, answers }: AnsweredForm,
  why: string,
): Promise<void> {
  const kept = { answers, by: store.who, at: store.book.context.now() }
  return changeCredits(
    store,
    'forex.form',
    [id],
    why,
    () => (credit) => ({ ...credit, forms: { ...credit.forms, [form]: kept } }),
    { presented: true },
  )
}

export function dropForm(store: ForexStore, id: string, form: FormKind, why: string): Promise<void> {
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
    for (const [form, kept] of Object.entries(store.creditNamed(creditId)?.record.forms ?? {})) {
      if (!kept) continue
      const asked = { form, answers: kept.answers } as AnsweredForm
      const filled = await filledForm(store, creditId, asked, show)
      if (!filled) continue
      const title = formTitles[asked.form]
      documents.push({
        role: 'form',
        no: `${title.zh} ${creditId}`,
        supports: [{ creditId }],
        originals: [{ name: `${title.zh}.csv`, bytes: csvOf(formSheet(head, asked.form, filled)) }],
        note: `${show(kept.by)} ${kept.at}`,
      })
    }
  }
  return documents
}
