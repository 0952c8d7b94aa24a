import { isDay } from '#shared/time/day'
import { evidenceRule, type EvidenceKind } from '#shared/evidence/kinds'
import type { EvidenceInput, EvidenceView } from '../../data/port'

/** A paper as the dialog begins with it: a new one, the next state of one that is there, or a file that was dropped. */
export type Draft = {
  /** Each dialog begins anew. */
  key: string
  known?: EvidenceView
  start?: Partial<EvidenceInput>
  file?: File
}

export const draftOf = (draft: Omit<Draft, 'key'>): Draft => ({ key: crypto.randomUUID(), ...draft })

/** A paper as it is typed. */
export type Typed = {
  kind: EvidenceKind
  title: string
  number: string
  subjects: readonly string[]
  from: string
  to: string
}

/** The field that keeps a paper from being stored; undefined when nothing does. */
export function faultOf({
  kind,
  title,
  subjects,
  from,
  to,
}: Typed): 'title' | 'subjects' | 'from' | 'to' | undefined {
  const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text.replaceAll('-', ''))
  if (title.trim() === '') return 'title'
  if (evidenceRule(kind).subject !== 'enterprise' && subjects.length === 0) return 'subjects'
  if (from !== '' && !isDate(from)) return 'from'
  if (to !== '' && (!isDate(to) || (from !== '' && to < from))) return 'to'
  return undefined
}

/** What is stored of a paper without faults. A paper of the enterprise is about nothing narrower. */
export function inputOf({ kind, title, number, subjects, from, to }: Typed): EvidenceInput {
  const isOfEnterprise = evidenceRule(kind).subject === 'enterprise'
  return {
    kind,
    title: title.trim(),
    subjects: isOfEnterprise ? [] : subjects.map((one) => one.trim()).filter(Boolean),
    ...(number.trim() !== '' && { number: number.trim() }),
    ...(from !== '' && { from }),
    ...(to !== '' && { to }),
  }
}

/** Numbers of goods as they stand in a column that was pasted. */
export const subjectsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,;，；、]+/)
      .map((one) => one.trim())
      .filter(Boolean),
  ),
]
