import type { z } from 'zod'
import { DeclarationSettings, defaultDeclarationSettings } from '#shared/declaration/settings'
import type { BookContext } from './context'
import { getRecord } from './read/records'
import { keyedId } from './sealing/blind'
import type { Draft } from './write/draft'

/** How far a weighing may be from what was calculated. */
export const toleranceKey = 'weighing.tolerance'

/** How 清单 are made and who transmits what. */
export const declarationKey = 'declaration'

type Json = z.infer<ReturnType<typeof z.json>>

const idOf = ({ keys }: BookContext, key: string) => keyedId(keys, 'settings', [key])

/** A setting of the book as its schema reads it; undefined when there is none, or one of another form. */
export async function readSetting<T>(
  context: BookContext,
  key: string,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  const stored = await getRecord(context, 'settings', await idOf(context, key))
  return stored && schema.safeParse(stored.record.value).data
}

/** The same inside a command: what the draft writes is refused when somebody else wrote it meanwhile. */
export async function draftSetting<T>(
  context: BookContext,
  draft: Draft,
  key: string,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  const stored = await draft.get('settings', await idOf(context, key))
  return stored && schema.safeParse(stored.record.value).data
}

export const putSetting = (draft: Draft, key: string, value: Json): Promise<string> =>
  draft.put('settings', { key, value })

/** The choices of the book about its 清单; where it made none, what is usual. */
export const declarationSettings = async (context: BookContext): Promise<DeclarationSettings> => ({
  ...defaultDeclarationSettings,
  ...(await readSetting(context, declarationKey, DeclarationSettings)),
})
