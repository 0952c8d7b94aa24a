import { nextCopNo } from '#shared/declaration/cop-no'
import type { CopNoState } from '#shared/declaration/cop-no'
import { shanghaiDay } from '#shared/time/shanghai'
import type { Enterprise } from '#shared/model/enterprise'
import { z } from 'zod'
import type { BookContext } from '../../data/context'
import { DeskSetting } from '../../data/desks/setting'
import { DataRefusal } from '../../data/errors/refusal'
import { draftSetting, putSetting } from '../../data/settings'
import type { Draft } from '../../data/write/draft'

/** Numbers that older systems gave out under this prefix and desk; they are skipped. */
const reservedKey = 'copNo.reserved'
const serialDigits = 6
const Serial = z.object({ day: z.string(), serial: z.int().nonnegative() })

/** Numbers given out inside one command: the last one is kept in the same transaction as what carries it. */
export type Numbers = { next(): string; keep(): Promise<void> }

/** copNo 企业唯一编号, counted per desk so that two offline desks never collide. */
export async function copNumbers(
  context: BookContext,
  draft: Draft,
  { copNoPrefix: prefix, desk }: Enterprise,
): Promise<Numbers> {
  if ((await draftSetting(context, draft, 'desk', DeskSetting))?.clash?.code === desk) {
    throw new DataRefusal('desk-clash', { desk })
  }
  const reserved = new Set(await draftSetting(context, draft, reservedKey, z.array(z.string())))
  const key = `copNo.${desk}`
  let state: CopNoState | undefined = await draftSetting(context, draft, key, Serial)
  const before = state
  return {
    next() {
      try {
        const given = nextCopNo({ prefix, desk, serialDigits }, state, shanghaiDay(context.now()), (no) =>
          reserved.has(no),
        )
        state = given.state
        return given.copNo
      } catch (error) {
        throw new DataRefusal('serials', { desk, detail: error instanceof Error ? error.message : '' })
      }
    },
    async keep() {
      if (state && state !== before) await putSetting(draft, key, { ...state })
    },
  }
}

/** 批次号 of what is declared together: desk, day, serial of the day. */
export async function nextBatchNo(context: BookContext, draft: Draft, desk: string): Promise<string> {
  const key = `batchNo.${desk}`
  const last = await draftSetting(context, draft, key, Serial)
  const day = shanghaiDay(context.now())
  const today = last && last.day >= day ? last : { day, serial: 0 }
  const serial = today.serial + 1
  await putSetting(draft, key, { day: today.day, serial })
  return `${desk}${today.day}-${String(serial).padStart(3, '0')}`
}
