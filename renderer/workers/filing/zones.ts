import { tableOfZone } from '#shared/zones/zone-rows'
import { zoneInEdition } from '#shared/zones/zones'
import { zoneVerdicts } from '#shared/zones/eligibility'
import type { ZoneGoods } from '#shared/zones/conditions'
import { DataRefusal } from '../../data/errors/refusal'
import type { ZonePort } from '../../data/port'
import { command } from '../../data/write/command'
import { editionsOf } from '../../data/reference'
import { knownZones, zoneOf } from '../../data/zones'
import { attemptsOf } from './party-histories'
import { isPractice, masters } from './masters'
import type { FilingStore } from './store'

async function latestOrRefuse(store: FilingStore, id: string) {
  const zone = (await knownZones(await isPractice(store))).editions.get(id)?.at(-1)
  if (!zone) throw new DataRefusal('no-zone', { zone: id })
  return zone
}

/** 综试区: which there are, which is used, and what its clauses say of this enterprise. */
export const zoneVerbs = (store: FilingStore): ZonePort => ({
  async zoneChoice() {
    const practice = await isPractice(store)
    const [book, taken, own] = await Promise.all([
      knownZones(practice),
      editionsOf('zone', practice),
      store.enterprise(),
    ])
    const added = new Set(taken.map(({ table }) => table))
    const used = own && zoneInEdition(book, own.zone, own.zoneEdition)
    const latest = used && book.editions.get(used.id)?.at(-1)
    return {
      zones: book.zones.map((zone) => (zone.id === used?.id ? used : zone)),
      added: book.zones.map(({ id }) => id).filter((id) => added.has(tableOfZone(id))),
      faults: [...book.faults],
      inUse: used?.id ?? '',
      ...(latest && latest.edition > used.edition && { newer: latest }),
      ...(own?.zoneEdition && used && used.edition !== own.zoneEdition && { gone: own.zoneEdition }),
    }
  },

  async zoneInUse() {
    return zoneOf(await store.enterprise())
  },

  async useZone(id, why) {
    const { edition } = await latestOrRefuse(store, id)
    await command(store.context, 'zone.use', store.who, why, async (draft) => {
      const own = [...(await store.table('enterprise')).values()][0]
      const now = own && (await draft.get('enterprise', own.id))
      if (!now) throw new DataRefusal('no-enterprise')
      const { zone, zoneEdition } = now.record
      if (zone === id && zoneEdition === edition) return
      await draft.put(
        'enterprise',
        { ...now.record, zone: id, zoneEdition: edition, zoneSince: store.context.now() },
        now.id,
      )
    })
  },

  async zoneVerdicts(id, { skus, kind = 'enterprise', ...asked }) {
    const own = await store.enterprise()
    const zone = (own?.zone === id ? await zoneOf(own) : undefined) ?? (await latestOrRefuse(store, id))
    const wanted = new Set(skus)
    const goods: ZoneGoods[] | undefined =
      skus && (await store.records('goods')).filter(({ sku }) => wanted.has(sku))
    const party = own && (await masters(store)).get(own.customsCode)?.party
    const refundClass = Number(party?.values.refundClass ?? '')
    const listed = party?.values.nameListClass
    return zoneVerdicts(zone, {
      kind,
      ...(own && { uscc: own.uscc }),
      ...(own && (await isFiled(store, own.customsCode)) && { filed: true }),
      ...(party?.values.division !== undefined && { registeredIn: party.values.division }),
      ...((refundClass === 1 || refundClass === 2 || refundClass === 3 || refundClass === 4) && {
        refundClass,
      }),
      ...(listed !== undefined && { nameListed: true }),
      ...(goods && { goods }),
      ...asked,
    })
  },
})

/** Whether any filing of the enterprise was ever approved from this book; one that was filed elsewhere is not known, which is not no. */
async function isFiled(store: FilingStore, key: string): Promise<boolean> {
  const attempts = (await attemptsOf(store, 'enterprise', [key])).get(key) ?? []
  return attempts.some(({ stage }) => stage === 'done')
}
