import { readZone } from '#shared/zones/read-zone'
import { zoneBook, zoneById } from '#shared/zones/zones'
import { zoneVerdicts } from '#shared/zones/eligibility'
import type { ZoneGoods } from '#shared/zones/conditions'
import { DataRefusal } from '../../data/errors/refusal'
import { commonAct } from '../../data/common-acts'
import type { ZonePort } from '../../data/port'
import { command } from '../../data/write/command'
import { knownZones, readZoneFiles, zoneFilesKey, zoneNamed } from '../../data/zones'
import { attemptsOf } from './party-histories'
import { masters } from './masters'
import type { FilingStore } from './store'

async function zoneOrRefuse(id: string) {
  const zone = await zoneNamed(id)
  if (!zone) throw new DataRefusal('no-zone', { zone: id })
  return zone
}

/** 综试区: which there are, which is used, and what its clauses say of this enterprise. */
export const zoneVerbs = (store: FilingStore): ZonePort => ({
  async zoneChoice() {
    const [{ zones, faults }, files] = await Promise.all([knownZones(), readZoneFiles()])
    const named = (await store.enterprise())?.zone ?? ''
    const inUse = zones.some(({ id }) => id === named) ? named : ''
    return { zones: [...zones], added: files.map(({ id }) => id), faults: [...faults], inUse }
  },

  async zoneInUse() {
    return zoneNamed((await store.enterprise())?.zone)
  },

  async useZone(id, why) {
    await zoneOrRefuse(id)
    await command(store.context, 'zone.use', store.who, why, async (draft) => {
      const own = [...(await store.table('enterprise')).values()][0]
      const now = own && (await draft.get('enterprise', own.id))
      if (!now) throw new DataRefusal('no-enterprise')
      if (now.record.zone !== id) await draft.put('enterprise', { ...now.record, zone: id }, now.id)
    })
  },

  async addZoneFile({ name, text }, why) {
    const read = readZone(text, name)
    if (!read.ok) return read
    const { zone } = read
    const files = await readZoneFiles()
    const next = [...files.filter(({ id }) => id !== zone.id), { id: zone.id, file: name, text }]
    const { zones, faults } = zoneBook(next)
    const own = faults.filter(({ file }) => file === name)
    if (own.length > 0) return { ok: false, faults: own }
    const about = { zone: zone.id, edition: zone.edition, file: name }
    await commonAct(store.context, { name: 'zone.add', who: store.who, why }, about, (common) =>
      common.set(zoneFilesKey, next),
    )
    return { ok: true, zone: zones.find(({ id }) => id === zone.id) ?? zone }
  },

  async dropZoneFile(id, why) {
    const files = await readZoneFiles()
    if (!files.some((one) => one.id === id)) throw new DataRefusal('no-zone', { zone: id })
    const isUsed = (await store.enterprise())?.zone === id
    if (isUsed && zoneById(id) === undefined) throw new DataRefusal('zone-in-use', { zone: id })
    const next = files.filter((one) => one.id !== id)
    await commonAct(store.context, { name: 'zone.drop', who: store.who, why }, { zone: id }, (common) =>
      common.set(zoneFilesKey, next),
    )
  },

  async zoneVerdicts(id, { skus, kind = 'enterprise', ...asked }) {
    const zone = await zoneOrRefuse(id)
    const own = await store.enterprise()
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
