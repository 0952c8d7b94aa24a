import { readZone } from '#shared/zones/read-zone'
import { editionFaults, zoneInEdition } from '#shared/zones/zones'
import type { Zone } from '#shared/zones/zone'
import { zoneVerdicts } from '#shared/zones/eligibility'
import type { ZoneGoods } from '#shared/zones/conditions'
import { DataRefusal } from '../../data/errors/refusal'
import { commonAct } from '../../data/common-acts'
import type { ZonePort } from '../../data/port'
import { command } from '../../data/write/command'
import { knownZones, readZoneFiles, zoneFilesKey, zoneOf } from '../../data/zones'
import { attemptsOf } from './party-histories'
import { masters } from './masters'
import type { FilingStore } from './store'

async function latestOrRefuse(id: string) {
  const zone = (await knownZones()).editions.get(id)?.at(-1)
  if (!zone) throw new DataRefusal('no-zone', { zone: id })
  return zone
}

/** 综试区: which there are, which is used, and what its clauses say of this enterprise. */
export const zoneVerbs = (store: FilingStore): ZonePort => ({
  async zoneChoice() {
    const [book, files, own] = await Promise.all([knownZones(), readZoneFiles(), store.enterprise()])
    const used = own && zoneInEdition(book, own.zone, own.zoneEdition)
    const latest = used && book.editions.get(used.id)?.at(-1)
    return {
      zones: book.zones.map((zone) => (zone.id === used?.id ? used : zone)),
      added: [...new Set(files.map(({ id }) => id))],
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
    const { edition } = await latestOrRefuse(id)
    await command(store.context, 'zone.use', store.who, why, async (draft) => {
      const own = [...(await store.table('enterprise')).values()][0]
      const now = own && (await draft.get('enterprise', own.id))
      if (!now) throw new DataRefusal('no-enterprise')
      const { zone, zoneEdition } = now.record
      if (zone === id && zoneEdition === edition) return
      await draft.put('enterprise', { ...now.record, zone: id, zoneEdition: edition }, now.id)
    })
  },

  async addZoneFile({ name, text }, why) {
    const read = readZone(text, name)
    if (!read.ok) return read
    const { zone } = read
    const [book, files] = await Promise.all([knownZones(), readZoneFiles()])
    const faults = editionFaults(name, zone, book.editions.get(zone.id)?.at(-1))
    if (faults.length > 0) return { ok: false, faults }
    const next = files.some((one) => one.text === text)
      ? files
      : [...files, { id: zone.id, file: name, text }]
    const about = { zone: zone.id, edition: zone.edition, file: name }
    await commonAct(store.context, { name: 'zone.add', who: store.who, why }, about, (common) =>
      common.set(zoneFilesKey, next),
    )
    return { ok: true, zone }
  },

  async dropZoneFile(id, why) {
    const files = await readZoneFiles()
    if (!files.some((one) => one.id === id)) throw new DataRefusal('no-zone', { zone: id })
    const own = await store.enterprise()
    const used = own?.zone === id ? await zoneOf(own) : undefined
    const next = files.filter((one) => one.id !== id || (used && isEdition(one, used)))
    if (next.length === files.length) throw new DataRefusal('zone-in-use', { zone: id })
    await commonAct(store.context, { name: 'zone.drop', who: store.who, why }, { zone: id }, (common) =>
      common.set(zoneFilesKey, next),
    )
  },

  async zoneVerdicts(id, { skus, kind = 'enterprise', ...asked }) {
    const own = await store.enterprise()
    const zone = (own?.zone === id ? await zoneOf(own) : undefined) ?? (await latestOrRefuse(id))
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

function isEdition({ file, text }: { file: string; text: string }, { edition }: Zone): boolean {
  const read = readZone(text, file)
  return read.ok && read.zone.edition === edition
}

/** Whether any filing of the enterprise was ever approved from this book; one that was filed elsewhere is not known, which is not no. */
async function isFiled(store: FilingStore, key: string): Promise<boolean> {
  const attempts = (await attemptsOf(store, 'enterprise', [key])).get(key) ?? []
  return attempts.some(({ stage }) => stage === 'done')
}
