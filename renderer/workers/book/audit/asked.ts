import type { AuditAsk } from '#shared/audit-file/ask'
import { askedKinds, periodKinds } from './collect'
import type { AuditMap } from './map'

/** Keys of what was named, and the numbers that are not in this book. */
export function askedKeys(map: AuditMap, ask: AuditAsk): { keys: Set<string>; notFound: string[] } {
  const keys = new Set<string>()
  const notFound: string[] = []
  if ('numbers' in ask) {
    for (const number of ask.numbers) {
      const found = map.find(number, askedKinds)
      if (found.length === 0) notFound.push(number)
      for (const key of found) keys.add(key)
    }
  } else {
    for (const { key, kind, days } of map.heads.values()) {
      if (periodKinds.includes(kind) && days.some((day) => day >= ask.from && day <= ask.to)) keys.add(key)
    }
  }
  return { keys, notFound }
}
