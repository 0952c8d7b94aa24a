import type { Text } from '../model/text'
import { fieldRule, type PartyField } from './fields'
import { fieldsOf, partyFaults, type Party, type PartyFault } from './party'
import { authorityIds, filingModes, type Authority, type FilingMode } from './roles'

/** What one authority is told: its fields of the master, in order. */
export type View = Partial<Record<PartyField | 'roles' | 'modes', string>>

/** What an authority has on record: the version it took, since when, and its content. */
export type Holding = { authority: Authority; version: number; on: string; content: View }

/** A field that an authority holds otherwise than the master; '' where one of them does not have it. */
export type Difference = { field: PartyField | 'roles' | 'modes'; label: Text; held: string; master: string }

const rolesLabel: Text = { zh: '主体类型', en: 'Roles' }
const modesLabel: Text = { zh: '业务模式', en: 'Modes' }
/** Only customs and the tax office ask in which modes somebody works; roles go with them. */
const askModes: ReadonlySet<Authority> = new Set(['customs', 'tax'])

/** The projection of the master for one authority. The same master gives the same view, whatever order it was typed in. */
export function viewOf(party: Party, authority: Authority): View {
  const view: View = {}
  if (askModes.has(authority)) {
    view.roles = [...party.roles].sort().join(' ')
    if (party.modes.length > 0) view.modes = [...party.modes].sort().join(' ')
  }
  for (const field of fieldsOf(party)) {
    const value = party.values[field]
    if (value !== undefined && fieldRule(field).to.includes(authority)) view[field] = value
  }
  return view
}

/** Authorities that are told anything of this party beyond its name: those whose view holds a field of their own. */
export const authoritiesOf = (party: Party): Authority[] =>
  authorityIds.filter((authority) => Object.keys(viewOf(party, authority)).length > 0)

export const labelOf = (field: Difference['field']): Text =>
  field === 'roles' ? rolesLabel : field === 'modes' ? modesLabel : fieldRule(field).label

export function differencesOf(held: View, now: View): Difference[] {
  const fields = [...new Set([...Object.keys(now), ...Object.keys(held)])] as Difference['field'][]
  return fields.flatMap((field) => {
    const [before, after] = [held[field] ?? '', now[field] ?? '']
    return before === after ? [] : [{ field, label: labelOf(field), held: before, master: after }]
  })
}

/** What one authority holds against the master. `first`: it holds nothing yet, so all of its view is to be filed. */
export type Standing = {
  authority: Authority
  first: boolean
  version?: number
  on?: string
  differences: readonly Difference[]
}

/**
 * How each authority stands to the master. Those with differences are exactly the ones a 变更 goes to; the differences are
 * what it says.
 */
export function standings(party: Party, holdings: readonly Holding[]): Standing[] {
  return authoritiesOf(party).map((authority) => {
    const holding = newest(holdings.filter((one) => one.authority === authority))
    const differences = differencesOf(holding?.content ?? {}, viewOf(party, authority))
    if (!holding) return { authority, first: true, differences }
    return { authority, first: false, version: holding.version, on: holding.on, differences }
  })
}

const newest = (holdings: readonly Holding[]): Holding | undefined =>
  holdings.reduce<Holding | undefined>(
    (best, one) => (best && best.version >= one.version ? best : one),
    undefined,
  )

/** Authorities that a change from one state of the master to another touches. */
export const touchedBy = (before: Party, after: Party): Authority[] =>
  authorityIds.filter(
    (authority) => differencesOf(viewOf(before, authority), viewOf(after, authority)).length > 0,
  )

/** How far the master is for one authority: fields that count, how many are there and sound, what is wrong. */
export type Completeness = {
  authority: Authority
  needed: number
  ready: number
  faults: readonly PartyFault[]
}

export function completeness(party: Party, practice = false): Completeness[] {
  const faults = partyFaults(party, practice)
  return authoritiesOf(party).map((authority) => {
    const own = fieldsOf(party).filter((field) => fieldRule(field).to.includes(authority))
    const needed = own.filter((field) => fieldRule(field).optional !== true)
    const wrong = faults.filter(({ field }) => own.includes(field))
    const broken = new Set(wrong.flatMap(({ field, kind }) => (kind === 'warn' ? [] : [field])))
    const ready = needed.filter((field) => !broken.has(field)).length
    return { authority, needed: needed.length, ready, faults: wrong }
  })
}

/** How far the master is for one mode, were it filed for that mode alone. `filed`: it is among the modes of the master. */
export type ModeCompleteness = {
  mode: FilingMode
  filed: boolean
  needed: number
  ready: number
  lacking: PartyField[]
}

/** Every mode, also those the master does not have yet: what is `lacking` is all that has to be typed to add it. */
export const modeCompleteness = (party: Party, practice = false): ModeCompleteness[] =>
  filingModes.map((mode) => {
    const alone = { ...party, modes: [mode] }
    const needed = fieldsOf(alone).filter((field) => fieldRule(field).optional !== true)
    const broken = new Set(
      partyFaults(alone, practice).flatMap(({ field, kind }) => (kind === 'warn' ? [] : [field])),
    )
    const lacking = needed.filter((field) => broken.has(field))
    const filed = party.modes.includes(mode)
    return { mode, filed, needed: needed.length, ready: needed.length - lacking.length, lacking }
  })
