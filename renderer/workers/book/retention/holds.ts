import { z } from 'zod'
import { AuditAsk } from '#shared/audit-file/ask'
import { instant } from '#shared/model/field'
import { DataRefusal } from '../../../data/errors/refusal'
import type { RetentionHold } from '../../../data/port'
import { draftSetting, putSetting, readSetting } from '../../../data/settings'
import { command } from '../../../data/write/command'
import { askedKeys } from '../audit/asked'
import type { AuditMap } from '../audit/map'
import type { BookSession } from '../session'

const key = 'retention.holds'
const Holds = z.array(
  z.object({ id: z.string(), asked: AuditAsk, reason: z.string().min(1), who: z.string(), at: instant }),
)

export const holdsOf = async ({ book }: BookSession): Promise<RetentionHold[]> =>
  (await readSetting(book.context, key, Holds)) ?? []

/** Everything somebody put under hold, by key. */
export const heldKeys = (map: AuditMap, holds: readonly RetentionHold[]): Set<string> =>
  new Set(holds.flatMap(({ asked }) => [...askedKeys(map, asked).keys]))

export async function hold({ book, who }: BookSession, given: AuditAsk, reason: string): Promise<void> {
  const { context } = book
  const asked = AuditAsk.parse(given)
  await command(context, 'retention.hold', who, reason, async (draft) => {
    const holds = (await draftSetting(context, draft, key, Holds)) ?? []
    const one: RetentionHold = { id: crypto.randomUUID(), asked, reason, who, at: context.now() }
    await putSetting(draft, key, [...holds, one])
  })
}

export async function lift({ book, who }: BookSession, id: string, reason: string): Promise<void> {
  const { context } = book
  await command(context, 'retention.lift', who, reason, async (draft) => {
    const holds = (await draftSetting(context, draft, key, Holds)) ?? []
    if (!holds.some((one) => one.id === id)) throw new DataRefusal('missing', { table: 'settings', id })
    await putSetting(
      draft,
      key,
      holds.filter((one) => one.id !== id),
    )
  })
}
