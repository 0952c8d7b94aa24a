import { z } from 'zod'
import type { FiledAttempt } from '#shared/filing/attempts'
import { draftSetting, putSetting, readSetting } from '../../data/settings'
import { command } from '../../data/write/command'
import type { FilingStore } from './store'

const lookedKey = 'filing.zoneLooked'
/** When masters were looked at after the zone moved, by key: ISO instants. */
const Looked = z.record(z.string(), z.string())

/** Tells whether a filing was made before the book went over to its zone or edition, and nobody has looked at it since. */
export async function movedSince(
  store: FilingStore,
): Promise<(key: string, last: FiledAttempt | undefined) => boolean> {
  const since = (await store.enterprise())?.zoneSince
  const looked = (await readSetting(store.context, lookedKey, Looked)) ?? {}
  return (key, last) =>
    since !== undefined &&
    last !== undefined &&
    last.stage !== 'cancelled' &&
    last.queuedAt < since &&
    (looked[key] ?? '') < since
}

export async function lookedAt(store: FilingStore, keys: readonly string[], why: string): Promise<void> {
  await command(store.context, 'filing.zoneLooked', store.who, why, async (draft) => {
    const known = (await draftSetting(store.context, draft, lookedKey, Looked)) ?? {}
    const now = store.context.now()
    await putSetting(draft, lookedKey, { ...known, ...Object.fromEntries(keys.map((key) => [key, now])) })
  })
}
