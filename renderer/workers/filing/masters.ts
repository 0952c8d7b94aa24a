import { reviewsOfAttempts, type FiledAttempt } from '#shared/filing/attempts'
import type { Keyed } from '#shared/filing/batch'
import { partyFaults, type Party } from '#shared/filing/party'
import { standings } from '#shared/filing/views'
import type { FilingStore } from './store'

export type Master = Keyed & { rev: number }

/** Every master; the book's own enterprise too before anybody stored it, filled with what its enterprise room knows. */
export async function masters(store: FilingStore): Promise<Map<string, Master>> {
  const found = new Map<string, Master>()
  for (const { rev, record } of (await store.table('parties')).values()) {
    found.set(record.key, { key: record.key, party: record.party, rev })
  }
  const own = await store.enterprise()
  if (own && !found.has(own.customsCode)) {
    const { uscc, name, customsCode, dxpId } = own
    const values = { uscc, name, customsCode, ...(dxpId !== '' && { dxpId }) }
    found.set(customsCode, {
      key: customsCode,
      party: { roles: ['seller'], modes: ['9610'], values },
      rev: 0,
    })
  }
  return found
}

/** Numbers of 演练 books cannot exist: what only says so is no refusal there. */
export const isPractice = async (store: FilingStore): Promise<boolean> =>
  (await store.enterprise())?.book === 'practice'

const underWay = new Set<FiledAttempt['stage']>(['waiting', 'queued', 'sending', 'sent', 'accepted'])
export const isUnderWay = (last: FiledAttempt | undefined): boolean =>
  last !== undefined && underWay.has(last.stage)

/** How a master stands with each authority, and what is wrong with it. */
export function standingOf(party: Party, attempts: readonly FiledAttempt[], practice: boolean) {
  const reviews = reviewsOfAttempts(attempts)
  const holdings = reviews.flatMap(({ held }) => held ?? [])
  return {
    reviews,
    standings: standings(party, holdings),
    faults: partyFaults(party, practice),
  }
}
