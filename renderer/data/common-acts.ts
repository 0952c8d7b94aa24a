import { CommonStore } from './common'
import type { BookContext } from './context'
import { command } from './write/command'

/** Open the store of this machine for one piece of work. */
export async function inCommon<T>(work: (store: CommonStore) => Promise<T>): Promise<T> {
  const store = new CommonStore()
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/**
 * The journal of the book says who changed what belongs to this machine; then the change is made. No transaction spans
 * the two: what fails in between stands in the journal as an act, and the officer is told that it failed.
 */
export async function commonAct(
  context: BookContext,
  { name, who, why }: { name: string; who: string; why: string },
  about: Record<string, string | number>,
  work: (store: CommonStore) => Promise<void>,
): Promise<void> {
  await command(context, name, who, why, async () => [], {
    about,
    extra: { tables: [], run: () => Promise.resolve() },
  })
  await inCommon(work)
}
