import { z } from 'zod'

/**
 * One 疑点 of a 自检. `keys`: the lines of the claim it is about, 21 digits each; none when it is about the enterprise or the
 * library as a whole. `linkNo`: its 关联号 where there is one only. `blocking` has to be mended before the claim can be filed.
 */
export const Doubt = z.object({
  code: z.string(),
  grade: z.enum(['blocking', 'warning']),
  target: z.string(),
  field: z.string(),
  keys: z.array(z.string()),
  linkNo: z.string(),
  text: z.object({ zh: z.string(), en: z.string() }),
  fix: z.object({ zh: z.string(), en: z.string() }),
})
export type Doubt = z.infer<typeof Doubt>

/** A 疑点 by what it is about, whatever its words: by this two answers are compared. */
export const doubtId = ({ code, target, field }: Pick<Doubt, 'code' | 'target' | 'field'>): string =>
  `${code}|${target}|${field}`

/** What one side found and the other did not, by `doubtId`. */
export function compareDoubts(
  ours: readonly Doubt[],
  theirs: readonly Doubt[],
): { onlyHere: string[]; onlyThere: string[] } {
  const [here, there] = [new Set(ours.map(doubtId)), new Set(theirs.map(doubtId))]
  return {
    onlyHere: [...here].filter((id) => !there.has(id)),
    onlyThere: [...there].filter((id) => !here.has(id)),
  }
}
