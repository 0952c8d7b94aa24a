import { z } from 'zod'
import { instant } from '../model/field'
import type { Text } from '../model/text'

/** Key of the setting that holds them. */
export const askedActsKey = 'people.asked'

/** Acts whose arguments are longer are asked for and done in their own place only. */
export const mostAskedText = 200_000

/** How many acts wait for a second officer at most; the oldest is asked for anew. */
export const mostAskedActs = 200

/**
 * An act that one officer wants and another has to do. `digest`: of the act with everything it is about, as it was then; what
 * was changed since is another act. `asked`: what it was asked with, each argument in a list of its own, so that one that was
 * left out stays left out. `numbers`: some of the numbers it is about, of `count`; where they are of records, `ids` are theirs,
 * in the same order, in `table`. `down`: another officer turned it down.
 */
export const AskedAct = z.object({
  digest: z.string(),
  act: z.string(),
  by: z.string(),
  at: instant,
  asked: z.array(z.array(z.json())).optional(),
  numbers: z.array(z.string()).optional(),
  count: z.int().optional(),
  table: z.string().optional(),
  ids: z.array(z.string()).optional(),
  down: z.object({ by: z.string(), at: instant, why: z.string() }).optional(),
})
export type AskedAct = z.infer<typeof AskedAct>

/** Whether `who` may do now what stands there: somebody else wanted just this, and `who` did not change it last. */
export const maySecond = (asked: AskedAct | undefined, who: string, authors: ReadonlySet<string>): boolean =>
  asked !== undefined && asked.down === undefined && asked.by !== who && !authors.has(who)

/** The acts that wait once `who` has asked for one; what somebody asked for again is asked for by that one. */
export function withAsked(acts: readonly AskedAct[], act: AskedAct): AskedAct[] {
  return [...acts.filter(({ digest }) => digest !== act.digest), act].slice(-mostAskedActs)
}

/**
 * The acts that wait once `who` turned one down. What one asked for oneself is taken back, and so is what was turned down and
 * is seen by who asked.
 */
export function withDown(acts: readonly AskedAct[], digest: string, down: NonNullable<AskedAct['down']>) {
  return acts.flatMap((act): AskedAct[] => {
    if (act.digest !== digest) return [act]
    return act.by === down.by ? [] : [{ ...act, down }]
  })
}

/** Nothing was sent: whoever asks for something does not send it. */
export const secondNeeded = (who: string, isAuthor: boolean): Text => ({
  zh: `本企业要求经办与发出不是同一人：已记下由${who}提出${isAuthor ? '（其中有您最后修改的内容）' : ''}，还没有发出。请另一位有申报权的操作员在「待复核」里核对后同意；期间有改动的要重新提出。`,
  en: `Two people are needed here: it is noted that ${who} asks for it${isAuthor ? ' (some of it was changed last by you)' : ''}; nothing was sent. Have another officer who may declare look at it and agree under “To be checked”; what is changed meanwhile has to be asked for anew.`,
})
