import type { componentsOf } from './sbom.mjs'

type Lock = Parameters<typeof componentsOf>[0]
type Event = { introduced?: string; fixed?: string; last_affected?: string }
export type Advisory = {
  id: string
  modified: string
  withdrawn?: string
  aliases?: string[]
  summary?: string
  affected?: {
    package?: { ecosystem: string; name: string }
    versions?: string[]
    ranges?: { type: string; events: Event[] }[]
  }[]
}
type Found = {
  id: string
  aliases: string[]
  name: string
  version: string
  isTool: boolean
  summary: string
  fixed: string[]
}
export function isWithin(version: string, events: Event[]): boolean
export function auditOf(
  lock: Lock,
  advisories: Iterable<Advisory>,
): { found: Found[]; read: number; newest: string }
export function advisoriesIn(path: string): Iterable<Advisory>
