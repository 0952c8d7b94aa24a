import { z } from 'zod'
import { fillText, type Text } from '../model/text'
import { fieldRule, partyFieldIds, partyFields, type PartyField, type PartyFieldRule } from './fields'
import { filingModes, roleIds, type FilingMode } from './roles'

/**
 * The master of an enterprise or person: everything that is filed, typed once. Values are text, as they stand in forms and
 * messages; one that is not there is absent, never ''.
 */
export const Party = z.strictObject({
  roles: z.array(z.enum(roleIds)).min(1),
  modes: z.array(z.enum(filingModes)),
  values: z.partialRecord(z.enum(partyFieldIds), z.string().min(1)),
})
export type Party = z.infer<typeof Party>

/** A fault of the master at its field. `missing` waits for a value, `refuse` for another one, `warn` lets it go. */
export type PartyFault = {
  field: PartyField
  kind: 'missing' | 'refuse' | 'warn'
  text: Text
  why: Text
  fix: Text
}

const meets = ({ for: owners, modes }: PartyFieldRule, party: Pick<Party, 'roles' | 'modes'>): boolean =>
  (owners === undefined || owners.some((role) => party.roles.includes(role))) &&
  (modes === undefined || modes.some((mode) => party.modes.includes(mode)))

/** The fields that somebody in these roles with these modes is asked for, in the order of the form. */
export const fieldsOf = (party: Pick<Party, 'roles' | 'modes'>): PartyField[] =>
  partyFieldIds.filter((field) => meets(partyFields[field], party))

/** What a further mode asks for that the master does not have yet. */
export function askedBy(mode: FilingMode, party: Party): PartyField[] {
  const before = new Set(fieldsOf(party))
  const modes = [...new Set([...party.modes, mode])]
  return fieldsOf({ ...party, modes }).filter((field) => {
    const { optional } = fieldRule(field)
    return !before.has(field) && optional !== true && party.values[field] === undefined
  })
}

/**
 * What is wrong with the master as it stands, field by field. Fields nobody asks for are not looked at.
 * @param practice the book is a 演练 book, whose numbers are made up
 */
export function partyFaults(party: Party, practice = false): PartyFault[] {
  return fieldsOf(party).flatMap((field): PartyFault[] => {
    const { label, optional, check } = fieldRule(field)
    const value = party.values[field]
    const say = (text: Text) => fillText(text, { field: label })
    if (value === undefined) {
      return optional
        ? []
        : [{ field, kind: 'missing', text: say(words.missing), why: words.asked, fix: say(words.give) }]
    }
    const fault = check?.(value)
    if (!fault) return []
    const kind = practice ? (fault.inPractice ?? fault.severity) : fault.severity
    return [{ field, kind, text: say(words.wrong), why: fault.why, fix: fault.fix }]
  })
}

/** A master that nothing keeps from being filed. */
export const isFileable = (party: Party, practice = false): boolean =>
  partyFaults(party, practice).every(({ kind }) => kind === 'warn')

const words = {
  missing: { zh: '“{field}”没有填写', en: '{field} is missing' },
  wrong: { zh: '“{field}”不能这样填', en: '{field} cannot stand like this' },
  asked: { zh: '所选主体类型和业务模式的备案需要它', en: 'A filing in these roles and modes needs it' },
  give: { zh: '填写“{field}”', en: 'Give {field}' },
} satisfies Record<string, Text>
