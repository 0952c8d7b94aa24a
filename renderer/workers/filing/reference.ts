import { kindOf, type ReferenceKind } from '#shared/reference/kinds'
import { isRefusal, refusal } from '#shared/reference/refusals'
import { tableOfZone } from '#shared/zones/zone-rows'
import { commonAct, inCommon } from '../../data/common-acts'
import type { Edition } from '../../data/editions'
import { DataRefusal } from '../../data/errors/refusal'
import type { EditionView, ReferencePort } from '../../data/port'
import { referenceTable } from '../../data/reference'
import { zoneOf } from '../../data/zones'
import { isPractice } from './masters'
import { changesOf, judge } from './reference-plan'
import type { ReferenceReading } from './reference-reading'
import type { FilingStore } from './store'

/** 公布的表: taken as a whole after they were read and looked at, and dropped. */
export const referenceVerbs = (
  store: FilingStore,
  reading: ReferenceReading,
): Omit<ReferencePort, 'planReference' | 'cancelReference'> => ({
  async referenceEditions(table) {
    const practice = await isPractice(store)
    const all = await inCommon(({ editions }) => editions.taken(practice))
    const wanted = all.filter((one) => table === undefined || one.table === table)
    return Promise.all(
      wanted.flatMap((edition) => {
        const kind = kindOf(edition.table)
        return kind ? [editionView(edition, kind)] : []
      }),
    )
  },

  async takeReference({ id, table }, why) {
    const read = reading.held(id)
    // Who may take it was decided by the table that was named.
    if (read?.update.table !== table) return refusal('reference-unread')
    const judged = await judge(await isPractice(store), read)
    if (isRefusal(judged)) return judged
    const told = await changesOf(store, judged)
    if (judged.plan.isHere) return told
    const { plan, seen } = judged
    const { signer, source } = read
    const version = read.update.to
    // What nobody signed an officer answers for, in every book; a practice window signs for its own.
    const practice = signer !== undefined && (await isPractice(store))
    const edition = {
      table,
      version,
      digest: plan.digest,
      source,
      at: store.context.now(),
      ...(signer !== undefined && { signer }),
      ...(practice && { practice: true as const }),
    }
    const act = { name: 'reference.take', who: store.who, why }
    await commonAct(store.context, act, { table, version, source }, async ({ editions }) => {
      await editions.take(edition, plan.rows, seen, plan.kind.dated)
    })
    store.context.feed.publish({ [referenceTable]: 'many' })
    return told
  },

  async dropReference(id, why) {
    const practice = await isPractice(store)
    const all = await inCommon(({ editions }) => editions.taken(practice))
    const edition = all.find((one) => one.id === id)
    if (!edition) throw new DataRefusal('missing', { table: 'editions', id })
    const { table, version } = edition
    const own = await store.enterprise()
    const used = own && tableOfZone(own.zone) === table ? await zoneOf(own) : undefined
    if (used && (await editionDay(edition)) === used.edition) {
      throw new DataRefusal('zone-in-use', { zone: used.id })
    }
    const act = { name: 'reference.drop', who: store.who, why }
    await commonAct(store.context, act, { table, version }, ({ editions }) => editions.drop(id))
    store.context.feed.publish({ [referenceTable]: 'many' })
  },
})

/** The day an edition of a zone says of itself; a book works by it. */
async function editionDay(edition: Edition): Promise<unknown> {
  const rows = await inCommon(({ editions }) => editions.rows(edition))
  return rows.get('edition')?.['value']
}

const editionView = async (edition: Edition, kind: ReferenceKind): Promise<EditionView> => {
  const rows = await inCommon(({ editions }) => editions.rows(edition))
  const { n: _n, state: _state, digest: _digest, ...told } = edition
  return { ...told, kind: kind.id, name: kind.name(edition.table, rows) }
}
