import { z } from 'zod'
import { blocksOf, type Intent } from '#shared/evidence/blocks'
import { earlierThan, type EvidenceDocument } from '#shared/evidence/document'
import { reminders, reminderSteps, validityOf, type ReminderStep } from '#shared/evidence/validity'
import { authorisationPaper } from '#shared/filing/authorisation'
import { DataRefusal } from '../../data/errors/refusal'
import { readFile, storeFile } from '../../data/evidence-files'
import type { EvidenceInput, EvidencePage, EvidencePort, EvidenceQuery } from '../../data/port'
import { draftSetting, putSetting, readSetting } from '../../data/settings'
import { command } from '../../data/write/command'
import { goodsNamed, needsOf } from './control'
import type { FilingStore } from './store'

const toldKey = 'evidence.told'
/** The last step each paper was told of; a paper that was given another end begins anew. */
const Told = z.record(z.string(), z.literal(reminderSteps))
const toldId = ({ id, to = '' }: Pick<EvidenceDocument, 'id' | 'to'>) => `${id} ${to}`

/** Every paper, with what the agent was given leave by: it runs out like any other. */
async function papers(store: FilingStore): Promise<EvidenceDocument[]> {
  const [documents, authorisations] = await Promise.all([
    store.records('evidence'),
    store.records('authorisations'),
  ])
  return [...documents, ...authorisations.map(authorisationPaper)]
}

async function page(
  store: FilingStore,
  { on, kind, subject, state, text = '', offset, limit }: EvidenceQuery,
): Promise<EvidencePage> {
  const wanted = text.normalize('NFKC').trim().toLowerCase()
  const says = ({ title, number = '', subjects }: EvidenceDocument) =>
    [title, number, ...subjects].some((one) => one.toLowerCase().includes(wanted))
  const isAbout = ({ subjects }: EvidenceDocument) =>
    subject === undefined || (subject === '' ? subjects.length === 0 : subjects.includes(subject))
  const found = [...(await store.table('evidence')).values()]
    .map(({ id, rev, record: document }) => ({ id, rev, document, validity: validityOf(document, on) }))
    .filter(
      ({ document }) =>
        (kind === undefined || document.kind === kind) &&
        isAbout(document) &&
        (wanted === '' || says(document)),
    )
  const states: EvidencePage['states'] = {}
  for (const { validity } of found) states[validity.state] = (states[validity.state] ?? 0) + 1
  const rows = found
    .filter(({ validity }) => state === undefined || validity.state === state)
    .sort((a, b) => compare(a.document.to ?? '9999', b.document.to ?? '9999') || compare(a.id, b.id))
  return { rows: rows.slice(offset, offset + limit), total: rows.length, states }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

async function put(
  store: FilingStore,
  input: EvidenceInput,
  why: string,
  known?: { id: string; rev: number },
  file?: File | null,
): Promise<{ id: string }> {
  const before = known && (await store.table('evidence')).get(known.id)?.record
  if (known && !before) throw new DataRefusal('missing', { table: 'evidence', id: known.id })
  const stored = file ? await storeFile(store.context, file) : file === null ? undefined : before?.file
  const next = { ...input, ...(stored && { file: stored }) }
  const by = { replacedAt: store.context.now(), by: store.who, why }
  const earlier = before ? earlierThan(before, next, by) : []
  const record = {
    ...next,
    id: before?.id ?? crypto.randomUUID(),
    ...(earlier.length > 0 && { earlier }),
  }
  const { ids } = await command(store.context, 'evidence.save', store.who, why, [
    { table: 'evidence', op: 'put', id: record.id, rev: known?.rev ?? 0, record },
  ])
  return { id: ids[0]! }
}

/** Everything that stands in the way of an act, with the papers the goods need by lists and tariff. */
export async function blocks(store: FilingStore, intent: Omit<Intent, 'needs'>) {
  const { skus, mode, on } = intent
  if (!skus || mode === undefined) return blocksOf(intent, await papers(store))
  const needsFor = await needsOf(store, { mode, on })
  const goods = await goodsNamed(store, skus)
  const needs = new Map(goods.map((one) => [one.sku, needsFor(one)]))
  return blocksOf({ ...intent, needs }, await papers(store))
}

/** 证照与文件. */
export const evidenceVerbs = (store: FilingStore): EvidencePort => ({
  evidence: (query) => page(store, query),

  putEvidence: (input, why, known, file) => put(store, input, why, known, file),

  async dropEvidence(id, rev, why) {
    await command(store.context, 'evidence.delete', store.who, why, [
      { table: 'evidence', op: 'delete', id, rev },
    ])
  },

  async evidenceFile(id, earlier) {
    const document = (await store.table('evidence')).get(id)?.record
    const file = earlier === undefined ? document?.file : document?.earlier?.[earlier]?.file
    if (!document || !file) return undefined
    return {
      type: file.type,
      name: `${document.title}.${file.type}`,
      bytes: await readFile(store.context, file),
    }
  },

  async reminders(on) {
    const all = await papers(store)
    const told = (await readSetting(store.context, toldKey, Told)) ?? {}
    const known = new Map<string, ReminderStep>()
    for (const one of all) {
      const step = told[toldId(one)]
      if (step !== undefined) known.set(one.id, step)
    }
    return reminders(all, on, known)
  },

  async remindersTold(steps) {
    const all = new Map((await papers(store)).map((one) => [one.id, one]))
    await command(store.context, 'evidence.told', store.who, '', async (draft) => {
      const told = (await draftSetting(store.context, draft, toldKey, Told)) ?? {}
      const now = steps.flatMap(({ id, step }) => {
        const paper = all.get(id)
        return paper ? [[toldId(paper), step] as const] : []
      })
      if (now.length > 0) await putSetting(draft, toldKey, { ...told, ...Object.fromEntries(now) })
    })
  },

  evidenceBlocks: (intent) => blocks(store, intent),
})
