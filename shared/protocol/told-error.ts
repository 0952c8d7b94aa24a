import { z } from 'zod'
import { ErrorBody, TextSchema } from './api'

/** Codes longer than this are no codes. */
const MOST_CODE = 200
/** What is shown and kept of its words. */
const MOST_WORDS = 2_000
const clipped = (text: string) => text.slice(0, MOST_WORDS)
const Words = TextSchema.transform(({ zh, en }) => ({ zh: clipped(zh), en: clipped(en) }))

/** The least that makes an answer more than a bare status: some code. What else it holds is taken where it can be read. */
const Coded = z.object({
  error: z.object({
    code: z.union([z.string().trim().min(1).max(MOST_CODE), z.int().transform(String)]),
    message: z
      .union([Words, z.string().min(1).transform(clipped)])
      .optional()
      .catch(undefined),
    fix: Words.optional().catch(undefined),
    retryAfterSeconds: ErrorBody.shape.error.shape.retryAfterSeconds.catch(undefined),
    retryable: ErrorBody.shape.error.shape.retryable.catch(undefined),
  }),
})

type Told = Omit<z.infer<typeof Coded>['error'], 'message'> & {
  message?: z.infer<typeof TextSchema> | undefined
}

/**
 * What the body of a refused request says, also when it is not quite as the interface describes: a newer service, or
 * one that writes its own codes (`E-2041`, 30012), must not be taken for a line that is down.
 * @returns undefined for what names no code: a proxy's page, nothing at all
 */
export function toldError(body: unknown): Told | undefined {
  const parsed = Coded.safeParse(body)
  if (!parsed.success) return undefined
  const { message, ...rest } = parsed.data.error
  const text = typeof message === 'string' ? { zh: message, en: message } : message
  return { ...rest, ...(text && { message: text }) }
}
