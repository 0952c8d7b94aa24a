import { lawAsOf } from '#shared/forex/catalogue/index'
import { writeEvidencePack } from '#shared/forex/evidence/write-pack'
import { packDocuments } from '#shared/forex/evidence/documents'
import { transactionDocument, transactionTable } from '#shared/forex/evidence/transactions'
import type { PackDocument, Role } from '#shared/forex/evidence/roles'
import { checkLevels } from '#shared/forex/ledger/levels'
import { lockText } from '#shared/forex/ledger/month-lock'
import { sheetPrint } from '#shared/rebate/tables/print'
import {
  bridgeSheet,
  creditSheet,
  dutySheet,
  formSheet,
  gapSheet,
  verdictSheet,
  type SheetHead,
} from '#shared/forex/outputs/sheets'
import type { ReceiptVerdict } from '#shared/forex/receipt-verdict'
import type { PrintDocument } from '#shared/print/document'
import { maskText } from '#shared/model/mask'
import type { Language } from '#shared/model/text'
import type { ExportTable } from '#shared/rebate/tables/table'
import { shanghaiInstant } from '#shared/time/shanghai'
import { DataRefusal } from '../../data/errors/refusal'
import type * as Port from '../../data/port'
import { command } from '../../data/write/command'
import { runOf, verdictOf, verdicts } from './check'
import { dutiesOf } from './duties'
import { creditOf, incomingNamed, levelsOf, sourcesOf, today } from './facts'
import { filledForm, formDocuments } from './forms'
import { monthView } from './months'
import type { ForexStore } from './store'
import { ledgerOf } from './views'
import { bytesOfFile } from '../../data/whole-file'

const headOf = (store: ForexStore, language: Language): SheetHead => ({
  company: store.enterprise?.name ?? '',
  asOf: today(store),
  lawAsOf,
  language,
})

/** The sheet that is asked for. Names of persons stand in it only where a form of the bank wants them. */
export async function tableOf(
  store: ForexStore,
  which: Port.ForexTables,
  language: Language,
): Promise<ExportTable> {
  const head = headOf(store, language)
  if (which === 'credits') {
    const rows = await ledgerOf(store)
    const shown = rows.map((row) => ({
      ...row,
      ...(row.customer !== undefined && { customer: maskText(row.customer) }),
    }))
    return creditSheet(head, shown)
  }
  if (which === 'verdicts') return verdictSheet(head, { receipts: [...verdicts(store).values()] })
  if (which === 'gaps') return gapSheet(head, checkLevels(await levelsOf(store)))
  if (which === 'duties') return dutySheet(head, (await dutiesOf(store, head.asOf)).entries)
  if ('month' in which) {
    const { bridge, state } = await monthView(store, which)
    return bridgeSheet(head, bridge, lockText[state])
  }
  const form = await filledForm(store, which.credit, which)
  if (!form) throw new DataRefusal('not-checked', { credit: which.credit })
  return formSheet(head, which.form, form)
}

export async function printOf(
  store: ForexStore,
  which: Port.ForexTables,
  language: Language,
  software: string,
): Promise<PrintDocument> {
  const context = {
    maker: store.who,
    printer: store.who,
    now: store.book.context.now(),
    software,
    tables: [lawAsOf],
  }
  const table = await tableOf(store, which, language)
  return sheetPrint(table, store.enterprise?.book ?? 'practice', context, language)
}

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
const sha256 = async (bytes: Uint8Array): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))

/** 证据包: the papers behind receipts with the originals that were given; which are missing is said. Making it stands in the journal. */
export async function evidenceOf(
  store: ForexStore,
  { credits, files, named }: Port.ForexEvidenceChoice,
  software: string,
): Promise<Port.ForexEvidencePack> {
  const show = named ? (name: string) => name : maskText
  const read = await Promise.all(
    files.map(async ({ role, no, file }) => ({
      role,
      no,
      original: { name: file.name, bytes: await bytesOfFile(file, 'paper') },
    })),
  )
  const originals = (role: Role, no: string) =>
    read.filter((one) => one.role === role && one.no === no).map(({ original }) => original)
  const { sources } = await sourcesOf(store)
  // How a payment was found to belong to a receipt, for whoever reads the pack.
  const found = new Map(
    credits.flatMap((id) =>
      (store.creditNamed(id)?.record.lines ?? []).flatMap(({ id: line, why }) =>
        why ? [[line, why.zh]] : [],
      ),
    ),
  )
  const receipts: Parameters<typeof writeEvidencePack>[1][number][] = []
  const documents = new Map<string, PackDocument>()
  for (const [run, verdictsOfRun] of await byRun(store, credits)) {
    const { input, report } = runOf(store, run)
    const own = { receipts: verdictsOfRun, docBalances: report.docBalances }
    const made = [
      ...packDocuments(input, own, originals, (creditId) =>
        sources.flatMap((one) =>
          one.creditId === creditId ? [{ id: one.settlementId, amount: one.amount }] : [],
        ),
      ),
      transactionDocument(transactionTable(input, own, show)),
    ]
    for (const told of made) {
      const how = told.role === 'payment' ? found.get(told.no) : undefined
      const document = how === undefined ? told : { ...told, note: how }
      const key = `${document.role} ${document.no}`
      const before = documents.get(key)
      documents.set(key, { ...document, supports: [...(before?.supports ?? []), ...document.supports] })
    }
    for (const verdict of verdictsOfRun) {
      const credit = creditOf(
        await incomingNamed(store, verdict.id),
        store.creditNamed(verdict.id)?.record,
        store,
      )
      const { payer } = credit
      receipts.push({
        verdict,
        credit: payer ? { ...credit, payer: { ...payer, name: show(payer.name) } } : credit,
      })
    }
  }
  for (const form of await formDocuments(store, credits, headOf(store, 'zh'), show)) {
    documents.set(`${form.role} ${form.no}`, form)
  }
  const listed = new Set(documents.keys())
  // What the officer adds of himself supports every receipt of the pack.
  for (const { role, no } of read) {
    const key = `${role} ${no}`
    if (listed.has(key)) continue
    documents.set(key, {
      role,
      no,
      supports: credits.map((creditId) => ({ creditId })),
      originals: originals(role, no),
    })
  }
  // A bank reads the page: it says the time as the clock of the bank does.
  const createdAt = shanghaiInstant(store.book.context.now())
  const { enterprise } = store
  const pack = await writeEvidencePack(
    {
      id: `${createdAt.slice(0, 10)}-${credits[0] ?? ''}`,
      createdAt,
      company: { name: enterprise?.name ?? '', uscc: enterprise?.uscc ?? '' },
      book: enterprise?.book ?? 'practice',
      software,
    },
    receipts,
    [...documents.values()],
    { digest: sha256 },
  )
  await command(store.book.context, 'forex.evidence', store.who, named?.reason ?? '', async () => [], {
    about: { credits: credits.join(', '), sha256: pack.indexSha256 },
    extra: { tables: [], run: () => Promise.resolve() },
  })
  return {
    fileName: `evidence-${createdAt.slice(0, 10)}-${credits.length}.zip`,
    bytes: pack.bytes,
    indexSha256: pack.indexSha256,
    missing: [...documents.values()]
      .filter(({ originals: own }) => own.length === 0)
      .map(({ role, no }) => ({ role, no })),
  }
}

/** Receipts by the run that judged them. */
async function byRun(store: ForexStore, ids: readonly string[]) {
  const [newest] = store.runs()
  const groups = new Map<NonNullable<typeof newest>, ReceiptVerdict[]>()
  for (const id of ids) {
    const verdict = verdictOf(store, id)
    const at = store.creditNamed(id)?.record.presented?.run
    const run = at === undefined ? newest : store.runs().find(({ record }) => record.run === at)
    if (!verdict || !run) throw new DataRefusal('not-checked', { credit: id })
    groups.set(run, [...(groups.get(run) ?? []), verdict])
  }
  return Promise.resolve(groups)
}
