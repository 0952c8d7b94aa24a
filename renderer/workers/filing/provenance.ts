import { proposalsOf } from '#shared/control/flags'
import { movedFields, standingOverrides, takenOver, type DerivedValues } from '#shared/provenance/derived'
import { derivedOfGoods } from '#shared/provenance/goods'
import { derivedOfTemplate, type KnownEnterprise } from '#shared/provenance/template'
import { DataRefusal } from '../../data/errors/refusal'
import type { DerivedMaster, MovedMaster, ProvenancePort, SealedRecord, Stored } from '../../data/port'
import { command } from '../../data/write/command'
import { tariffOf } from './editions'
import { masters } from './masters'
import type { FilingStore } from './store'

export type ProvenanceVerb = 'derivedValues' | 'movedMasters' | 'updateFromSources'
type Values = Readonly<Record<string, unknown>>
type StoredMaster = Stored<SealedRecord<DerivedMaster>>

/** Masters written in one transaction. */
const perPart = 200
const acts = { goods: 'goods.edit', templates: 'templates.edit' } as const

/** Judges goods by the tariff of today; undefined where none was imported: the shipped headings tell nothing of a line. */
async function byTariff(store: FilingStore): Promise<((goods: Values) => DerivedValues) | undefined> {
  const { used, tariff } = await tariffOf(store, store.today)
  if (used.importId === '') return undefined
  // Without the index of the search, which takes longer to make and is not asked for here.
  const lines = new Map(tariff.rows.map((row) => [row.code, row]))
  return ({ gcode }) => {
    const row = lines.get(String(gcode))
    return derivedOfGoods(row, row ? proposalsOf(row, tariff) : [], used.edition)
  }
}

/** Enterprises a template may name. The book's own one is mended in its own room, so that is where its name comes from. */
async function knownEnterprises(store: FilingStore): Promise<KnownEnterprise[]> {
  const own = await store.enterprise()
  const others = [...(await masters(store)).values()].flatMap(({ key, party }): KnownEnterprise[] => {
    const { name, uscc, customsCode, emsNo } = party.values
    if (name === undefined || key === own?.customsCode) return []
    const codes = [customsCode, uscc].filter((code) => code !== undefined)
    return [{ record: 'party', id: key, name, codes, ...(emsNo !== undefined && { emsNo }) }]
  })
  const ours: KnownEnterprise[] = own
    ? [{ record: 'enterprise', id: '', name: own.name, codes: [own.customsCode, own.uscc] }]
    : []
  return [...others, ...ours]
}

async function judge(
  store: FilingStore,
  master: DerivedMaster,
): Promise<((values: Values) => DerivedValues) | undefined> {
  if (master === 'goods') return byTariff(store)
  const known = await knownEnterprises(store)
  return (values) => derivedOfTemplate(values, known)
}

const keyOf = ({ record }: StoredMaster): string => ('sku' in record ? record.sku : record.name)

async function moved(store: FilingStore, master: DerivedMaster): Promise<MovedMaster[]> {
  const derived = await judge(store, master)
  if (!derived) return []
  const all: StoredMaster[] = [...(await store.table(master)).values()]
  return all
    .flatMap((one) => {
      const fields = movedFields(one.record, derived(one.record), one.record.overrides)
      return fields.length > 0 ? [{ id: one.id, key: keyOf(one), fields }] : []
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** Take over what sources say, in parts of one group; a part that somebody else wrote meanwhile is refused as `stale`. */
async function update(
  store: FilingStore,
  master: DerivedMaster,
  ids: readonly string[],
  why: string,
): Promise<{ updated: number; group: string }> {
  const group = crypto.randomUUID()
  const derived = await judge(store, master)
  const table = await store.table(master)
  const wanted = ids.flatMap((id): { stored: StoredMaster; taken: Record<string, string> }[] => {
    const stored: StoredMaster | undefined = table.get(id)
    if (!stored || !derived) return []
    const taken = takenOver(stored.record, derived(stored.record), stored.record.overrides)
    return Object.keys(taken).length > 0 ? [{ stored, taken }] : []
  })
  for (let at = 0; at < wanted.length; at += perPart) {
    const part = wanted.slice(at, at + perPart)
    await command(
      store.context,
      acts[master],
      store.who,
      why,
      async (draft) => {
        await draft.prefetch(
          master,
          part.map(({ stored }) => stored.id),
        )
        for (const { stored, taken } of part) {
          const { id, rev: expected } = stored
          const found = (await draft.get(master, id))?.rev ?? 0
          if (found !== expected) throw new DataRefusal('stale', { table: master, id, expected, found })
          const { overrides, ...record } = { ...stored.record, ...taken }
          const kept = standingOverrides(record, overrides)
          await draft.put(
            master,
            { ...record, ...(kept && { overrides: kept }) } as StoredMaster['record'],
            id,
          )
        }
      },
      { group },
    )
  }
  return { updated: wanted.length, group }
}

/** Where the values of goods and templates come from, and what of them is no longer what its source says. */
export const provenanceVerbs = (store: FilingStore): Pick<ProvenancePort, ProvenanceVerb> => ({
  async derivedValues(master, values) {
    return (await judge(store, master))?.(values) ?? {}
  },
  movedMasters: (master) => moved(store, master),
  updateFromSources: (master, ids, why) => update(store, master, ids, why),
})
