import { reasonsOf, type FiledAttempt } from '#shared/filing/attempts'
import { fieldsOf, type Party } from '#shared/filing/party'
import { pinnedReasons } from '#shared/filing/review'
import { completeness, viewOf } from '#shared/filing/views'
import { fieldRule } from '#shared/filing/fields'
import { partySheet, readParties } from '#shared/filing/sheet'
import { DataRefusal } from '../../data/errors/refusal'
import type {
  FilingPort,
  PartyPage,
  PartyQuery,
  PartyRow,
  PartySheet,
  PartyState,
  PartyView,
} from '../../data/port'
import { keyedId } from '../../data/sealing/blind'
import { command } from '../../data/write/command'
import { sheetRows } from '../sheet-rows'
import { fileParties } from './file'
import { isPractice, isUnderWay, masters, standingOf } from './masters'
import { attemptsOf } from './party-histories'
import type { FilingStore } from './store'
import { lookedAt, movedSince } from './zone-moved'

/** Masters written in one transaction. */
const perPart = 200

function stateOf(
  { standings: all, faults }: ReturnType<typeof standingOf>,
  last: FiledAttempt | undefined,
): PartyState {
  if (last?.stage === 'attention') return 'attention'
  if (isUnderWay(last)) return 'filed'
  if (last?.stage === 'rejected') return 'returned'
  if (faults.some(({ kind }) => kind !== 'warn')) return 'incomplete'
  if (!last) return 'ready'
  return all.some(({ differences }) => differences.length > 0) ? 'differs' : 'held'
}

const nameOf = ({ values }: Party): string => values.name ?? values.personName ?? ''

async function rowsOf(store: FilingStore): Promise<PartyRow[]> {
  const all = [...(await masters(store)).values()]
  const practice = await isPractice(store)
  const attempts = await attemptsOf(
    store,
    'enterprise',
    all.map(({ key }) => key),
  )
  const isMoved = await movedSince(store)
  return all.map(({ key, party }) => {
    const own = attempts.get(key) ?? []
    const last = own.at(-1)
    const standing = standingOf(party, own, practice)
    const wrong = new Set(standing.faults.flatMap(({ field, kind }) => (kind === 'warn' ? [] : [field])))
    const needed = fieldsOf(party).filter((field) => fieldRule(field).optional !== true)
    const state = stateOf(standing, last)
    return {
      ...(isMoved(key, last) && { zoneMoved: true as const }),
      key,
      name: nameOf(party),
      roles: party.roles,
      modes: party.modes,
      state,
      faults: wrong.size,
      needed: needed.length,
      ready: needed.filter((field) => !wrong.has(field)).length,
      ...(last?.version !== undefined && { version: last.version }),
      ...(last && { queuedAt: last.queuedAt }),
      reasons: last && (state === 'returned' || state === 'attention') ? reasonsOf(last) : [],
    }
  })
}

async function page(
  store: FilingStore,
  { text = '', state, role, offset, limit }: PartyQuery,
): Promise<PartyPage> {
  const wanted = text.normalize('NFKC').trim().toLowerCase()
  const stored = await masters(store)
  const isNamed = ({ key, name }: PartyRow) => {
    const { uscc = '', residentId = '' } = stored.get(key)?.party.values ?? {}
    return [key, name, uscc, residentId].some((one) => one.toLowerCase().includes(wanted))
  }
  const found = (await rowsOf(store)).filter(
    (row) => (role === undefined || row.roles.includes(role)) && (wanted === '' || isNamed(row)),
  )
  const states: PartyPage['states'] = {}
  for (const row of found) states[row.state] = (states[row.state] ?? 0) + 1
  const rows = found
    .filter((row) => state === undefined || row.state === state)
    .sort((a, b) => a.name.localeCompare(b.name, 'zh') || (a.key < b.key ? -1 : 1))
  return { rows: rows.slice(offset, offset + limit), total: rows.length, states }
}

async function view(store: FilingStore, key: string): Promise<PartyView | undefined> {
  const master = (await masters(store)).get(key)
  if (!master) return undefined
  const practice = await isPractice(store)
  const attempts = (await attemptsOf(store, 'enterprise', [key])).get(key) ?? []
  const last = attempts.at(-1)
  const standing = standingOf(master.party, attempts, practice)
  const pinned = new Map(
    standing.reviews.flatMap((review) =>
      pinnedReasons(review, viewOf(master.party, review.authority)).map((one) => [
        `${one.field} ${one.code ?? ''} ${one.text}`,
        one,
      ]),
    ),
  )
  return {
    ...master,
    state: stateOf(standing, last),
    ...standing,
    completeness: completeness(master.party, practice),
    pinned: last?.stage === 'rejected' ? [...pinned.values()] : [],
    ...(last && { stage: last.stage }),
    ...((await movedSince(store))(key, last) && { zoneMoved: true as const }),
  }
}

async function put(store: FilingStore, key: string, party: Party, rev: number, why: string): Promise<void> {
  const id = await keyedId(store.context.keys, 'parties', [key])
  const known = (await store.table('parties')).get(id)
  if (rev === 0 && known) throw new DataRefusal('taken-party', { key })
  await command(store.context, 'party.save', store.who, why, [
    { table: 'parties', op: 'put', rev, record: { key, party } },
  ])
}

async function drop(store: FilingStore, key: string, rev: number, why: string): Promise<void> {
  if ((await attemptsOf(store, 'enterprise', [key])).size > 0) throw new DataRefusal('party-filed', { key })
  const id = await keyedId(store.context.keys, 'parties', [key])
  await command(store.context, 'party.delete', store.who, why, [{ table: 'parties', op: 'delete', id, rev }])
}

async function readSheet(store: FilingStore, file: File, why: string): Promise<PartySheet> {
  const { parties, refused, unknown } = readParties(await sheetRows(file))
  const group = crypto.randomUUID()
  const sheet: PartySheet = { added: 0, changed: 0, same: 0, refused, unknown }
  for (let at = 0; at < parties.length; at += perPart) {
    const part = parties.slice(at, at + perPart)
    const ids = await Promise.all(part.map(({ key }) => keyedId(store.context.keys, 'parties', [key])))
    let counts = { added: 0, changed: 0, same: 0 }
    await command(
      store.context,
      'party.import',
      store.who,
      why,
      async (draft) => {
        counts = { added: 0, changed: 0, same: 0 }
        await draft.prefetch('parties', ids)
        for (const [i, { key, party }] of part.entries()) {
          const before = await draft.get('parties', ids[i]!)
          const isSame = before !== undefined && JSON.stringify(before.record.party) === JSON.stringify(party)
          counts[before ? (isSame ? 'same' : 'changed') : 'added'] += 1
          if (!isSame) await draft.put('parties', { key, party })
        }
      },
      { group, about: { file: file.name } },
    )
    sheet.added += counts.added
    sheet.changed += counts.changed
    sheet.same += counts.same
  }
  return sheet
}

/** Masters of 备案: kept, looked at, filed. */
export const partyVerbs = (store: FilingStore): Pick<FilingPort, PartyVerb> => ({
  parties: (query) => page(store, query),
  party: (key) => view(store, key),
  putParty: (key, party, rev, why) => put(store, key, party, rev, why),
  dropParty: (key, rev, why) => drop(store, key, rev, why),
  importParties: (file, why) => readSheet(store, file, why),
  async partySheet(keys) {
    const all = await masters(store)
    const chosen = keys?.flatMap((key) => all.get(key) ?? []) ?? [...all.values()]
    return partySheet(chosen)
  },
  fileParties: (keys, why) => fileParties(store, keys, why),
  zoneLookedAt: (keys, why) => lookedAt(store, keys, why),
})
export type PartyVerb =
  | 'parties'
  | 'party'
  | 'putParty'
  | 'dropParty'
  | 'importParties'
  | 'partySheet'
  | 'fileParties'
  | 'zoneLookedAt'
