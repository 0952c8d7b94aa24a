import { CheckRules, checkRulesKey, noCheckRules } from '#shared/people/checking'
import type { BookContext } from './context'
import { readSetting } from './settings'

/** The rules of the enterprise as they are stored now. */
export const checkRules = async (context: BookContext): Promise<CheckRules> =>
  (await readSetting(context, checkRulesKey, CheckRules)) ?? noCheckRules

/** Hold to the rules from now on, also when another window or worker changes them. */
export async function followRules(context: BookContext): Promise<void> {
  context.sentinel.follow(await checkRules(context))
  context.feed.listen(({ settings }) => {
    if (settings === undefined) return
    // A book that is being closed follows nobody; its next opening reads them again.
    void checkRules(context).then(
      (rules) => context.sentinel.follow(rules),
      () => undefined,
    )
  })
}
