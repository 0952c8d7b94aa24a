import { fieldFault, fieldFaults, type FieldFault } from '../model/field-fault'
import { fillText, type Text } from '../model/text'
import { ZoneFile, zoneOf, type Zone } from './zone'

/** Why a file of a zone is not taken: which file, which field of it, why, what to do. */
export type ZoneFault = FieldFault & { file: string; text: Text }

const refused: Text = { zh: '综试区资料没有采用', en: 'The data of the zone were not taken' }

export const zoneFault = (file: string, field: string, words: readonly [Text, Text]): ZoneFault => ({
  ...fieldFault(field, words),
  file,
  text: refused,
})

/** Read the data of one zone. Every fault names the file, the field and what to do; one fault refuses the file. */
export function readZone(
  json: unknown,
  file: string,
): { ok: true; zone: Zone } | { ok: false; faults: ZoneFault[] } {
  const read = ZoneFile.safeParse(json)
  if (!read.success) {
    return { ok: false, faults: fieldFaults(read.error).map((fault) => ({ ...fault, file, text: refused })) }
  }
  const faults = repeated(read.data, file)
  return faults.length > 0 ? { ok: false, faults } : { ok: true, zone: zoneOf(read.data) }
}

function repeated({ clauses, targets = [], unconfirmed }: ZoneFile, file: string): ZoneFault[] {
  const twice = (keys: readonly string[], field: string) =>
    keys.flatMap((key, at) =>
      keys.indexOf(key) < at ? [zoneFault(file, `${field}.${at}`, words.twice(key))] : [],
    )
  return [
    ...twice(
      clauses.map(({ clause }) => clause),
      'clauses',
    ),
    ...twice(
      targets.map(({ by, indicator }) => `${by} ${indicator}`),
      'targets',
    ),
    ...unconfirmed.flatMap((field, at) =>
      field in ZoneFile.shape ? [] : [zoneFault(file, `unconfirmed.${at}`, words.noField(field))],
    ),
  ]
}

const say = (why: Text, fix: Text): readonly [Text, Text] => [why, fix]
const words = {
  twice: (key: string) =>
    say(fillText({ zh: '“{key}”写了两次', en: '"{key}" stands there twice' }, { key }), {
      zh: '只留一条',
      en: 'Keep one of them',
    }),
  noField: (field: string) =>
    say(fillText({ zh: '没有“{field}”这个字段', en: 'There is no field "{field}"' }, { field }), {
      zh: '写上待确认的字段名',
      en: 'Name the field that is not settled',
    }),
}
