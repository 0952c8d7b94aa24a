import type { AuditAsk } from '#shared/audit-file/ask'
import { mostAsked } from '#shared/audit-file/ask'
import { readNumbers } from '../../components/pasted-numbers'

export type Draft = { by: 'numbers' | 'period'; text: string; from: string; to: string }

/** What the form asks for; undefined while it is not complete. `dropped`: numbers beyond what one 卷宗 takes. */
export function askedOf({ by, text, from, to }: Draft): { ask: AuditAsk | undefined; dropped: number } {
  if (by === 'period') return { ask: from && to && from <= to ? { from, to } : undefined, dropped: 0 }
  const { numbers, dropped } = readNumbers(text)
  const most = numbers.slice(0, mostAsked)
  return {
    ask: most.length > 0 ? { numbers: most } : undefined,
    dropped: dropped + numbers.length - most.length,
  }
}
