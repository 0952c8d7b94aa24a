import { z } from 'zod'

/** One request channel: arguments as a tuple, one result. Both are checked at run time in main, and typed on both sides. */
export type Channel<A extends z.ZodTuple = z.ZodTuple, R extends z.ZodType = z.ZodType> = {
  args: A
  result: R
}

export function channel<
  const A extends readonly [] | readonly [z.ZodType, ...z.ZodType[]],
  R extends z.ZodType,
>(args: A, result: R): Channel<z.ZodTuple<A, null>, R> {
  return { args: z.tuple(args as never) as unknown as z.ZodTuple<A, null>, result }
}

/** Bytes as structured clone carries them. */
export const bytes = z.custom<Uint8Array>((v) => v instanceof Uint8Array, 'bytes expected')
/** A random name that main gives out; never a path. */
export const handle = z.string().regex(/^[0-9a-f-]{36}$/)
export const bookId = z.string().regex(/^[0-9a-f-]{36}$/)
export const nothing = z.void()
