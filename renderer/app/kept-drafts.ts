import { z } from 'zod'
import type { BookPort, Stored } from '../data/port'
import type { SealedRecord } from '../data/port'
import { clearDrafts, takeDrafts, useDrafts, type Drafts } from './drafts'

const Values = z.record(z.string(), z.string())
const Kept = z.record(z.string(), z.object({ title: z.string(), base: Values, values: Values }))

/** Another window of the officer may put its input away at the same moment. */
const tries = 3

const keyOf = (officer: string) => `drafts ${officer}`

async function find(port: BookPort, officer: string): Promise<Stored<SealedRecord<'settings'>> | undefined> {
  return (await port.all('settings')).find(({ record }) => record.key === keyOf(officer))
}
const draftsIn = (stored: Stored<SealedRecord<'settings'>> | undefined): Drafts =>
  Kept.safeParse(stored?.record.value).data ?? {}

/** Seal unsaved input in the book, beside what another window has put there. Rejects when it could not be written. */
export async function keepDrafts(port: BookPort, officer: string): Promise<void> {
  const { drafts } = useDrafts.getState()
  if (Object.keys(drafts).length === 0) return
  for (let left = tries; ; left -= 1) {
    const stored = await find(port, officer)
    const value = { ...draftsIn(stored), ...drafts }
    const record = { key: keyOf(officer), value }
    try {
      await port.command('drafts.keep', '', [
        { table: 'settings', op: 'put', id: stored?.id, rev: stored?.rev ?? 0, record },
      ])
      return
    } catch (error) {
      if (left === 1 || (error as { code?: unknown }).code !== 'stale') throw error
    }
  }
}

/** Give kept input back to the forms, and name the forms. The book no longer holds it afterwards. */
export async function restoreDrafts(port: BookPort, officer: string): Promise<string[]> {
  clearDrafts()
  const stored = await find(port, officer)
  if (!stored) return []
  const drafts = draftsIn(stored)
  await port.command('drafts.restore', '', [
    { table: 'settings', op: 'delete', id: stored.id, rev: stored.rev },
  ])
  takeDrafts(drafts)
  return Object.values(drafts).map(({ title }) => title)
}
