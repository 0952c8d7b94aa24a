import { lastDay, type DocumentHead, type OpenReason } from '../audit-file/head'
import type { AuditKind } from '../audit-file/kinds'
import type { Links } from '../audit-file/links'
import { longest } from './periods'

/**
 * Why a document stays. `hold`: it is kept for an inspection. `undated`: nobody knows when it was. `needed`: one that stays rests
 * on it. `import`: it came in one file with others that stay. `kind`: no rule here says how long.
 */
export type KeepReason = 'term' | OpenReason | 'hold' | 'undated' | 'needed' | 'import' | 'kind'

/** What becomes of a document. `until`: last day of its time; `period`: the rule it has it by. */
export type Fate = { keep?: KeepReason; until: string; period: string }

/**
 * Which documents have outlived their time. A document stays as long as anything that belongs to it is open, under hold, or
 * younger than the longest time that applies to any of it; and as long as one that stays rests on it, so that no 卷宗 of what
 * is still kept has a hole.
 * @param today YYYY-MM-DD
 * @param held keys under hold
 */
export function decide(
  heads: ReadonlyMap<string, DocumentHead>,
  links: Links,
  { today, held }: { today: string; held: ReadonlySet<string> },
): Map<string, Fate> {
  const fates = new Map<string, Fate>()
  for (const key of heads.keys()) fates.set(key, ownFate(key, heads, links, today, held))
  for (;;) {
    const kept = new Set([...fates].filter(([, { keep }]) => keep).map(([key]) => key))
    let more = mark(fates, links.below(kept), 'needed')
    const imports = new Set([...kept].flatMap((key) => heads.get(key)?.importId ?? []))
    const together = [...heads.values()].filter(
      ({ importId }) => importId !== undefined && imports.has(importId),
    )
    more =
      mark(
        fates,
        together.map(({ key }) => key),
        'import',
      ) || more
    if (!more) return fates
  }
}

function ownFate(
  key: string,
  heads: ReadonlyMap<string, DocumentHead>,
  links: Links,
  today: string,
  held: ReadonlySet<string>,
): Fate {
  const own = heads.get(key)!
  const together = [...links.belonging([key])]
  const known = together.flatMap((one) => heads.get(one) ?? [])
  const last = lastDay({ days: known.flatMap(({ days }) => days) })
  const period = longest(new Set<AuditKind>(known.map(({ kind }) => kind)), last)
  const until = last && period ? `${Number(last.slice(0, 4)) + period.years}-12-31` : ''
  const told = { until, period: period?.id ?? '' }
  const open = own.open ?? known.find((one) => one.open)?.open
  if (together.some((one) => held.has(one))) return { keep: 'hold', ...told }
  if (open) return { keep: open, ...told }
  if (lastDay(own) === '' && last === '') return { keep: 'undated', ...told }
  if (!period) return { keep: 'kind', ...told }
  return today <= until ? { keep: 'term', ...told } : told
}

/** @returns whether any was not kept before */
function mark(fates: Map<string, Fate>, keys: Iterable<string>, keep: KeepReason): boolean {
  let more = false
  for (const key of keys) {
    const fate = fates.get(key)
    if (!fate || fate.keep) continue
    fates.set(key, { ...fate, keep })
    more = true
  }
  return more
}
