import type { z } from 'zod'
import { fillText, type Text } from '../model/text'
import { ZoneFile, zoneOf, type Zone } from './zone'

/** Why a file of a zone is not taken: which file, which field of it, why, what to do. */
export type ZoneFault = { file: string; field: string; text: Text; why: Text; fix: Text }

const refused: Text = { zh: '综试区资料没有采用', en: 'The data of the zone were not taken' }

export const zoneFault = (file: string, field: string, [why, fix]: readonly [Text, Text]): ZoneFault => ({
  file,
  field,
  text: refused,
  why,
  fix,
})

/** Read the data file of one zone. Every fault names the file, the field and what to do; one fault refuses the file. */
export function readZone(
  text: string,
  file: string,
): { ok: true; zone: Zone } | { ok: false; faults: ZoneFault[] } {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    return { ok: false, faults: [zoneFault(file, '', words.json(said))] }
  }
  const read = ZoneFile.safeParse(json)
  if (!read.success) {
    return { ok: false, faults: read.error.issues.flatMap((issue) => faultsOf(issue, file)) }
  }
  const faults = repeated(read.data, file)
  return faults.length > 0 ? { ok: false, faults } : { ok: true, zone: zoneOf(read.data) }
}

function faultsOf(issue: z.core.$ZodIssue, file: string): ZoneFault[] {
  const path = issue.path.map(String)
  const at = (more: string[] = []) => [...path, ...more].join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => zoneFault(file, at([key]), words.unknown))
  }
  if (issue.code === 'invalid_value') return [zoneFault(file, at(), words.choice(issue.values.map(String)))]
  if (issue.code === 'invalid_format' || issue.code === 'too_small' || issue.code === 'too_big') {
    return [zoneFault(file, at(), words.form(issue.message))]
  }
  if (issue.code === 'invalid_type') return [zoneFault(file, at(), words.type(issue.expected))]
  return [zoneFault(file, at(), words.form(issue.message))]
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
  json: (said: string) =>
    say(fillText({ zh: '文件不是完好的 JSON：{said}', en: 'The file is no sound JSON: {said}' }, { said }), {
      zh: '请发布方重新导出这个文件',
      en: 'Ask its publisher to write the file again',
    }),
  unknown: say(
    { zh: '不认识这个字段', en: 'This field is not known' },
    {
      zh: '改正字段名或删去；新字段需先更新软件',
      en: 'Correct or remove it; a new field needs newer software',
    },
  ),
  choice: (values: readonly string[]) =>
    say(
      { zh: '不是可用的值', en: 'Not one of the values' },
      fillText({ zh: '改为其中之一：{values}', en: 'Use one of: {values}' }, { values: values.join(', ') }),
    ),
  type: (expected: string) =>
    say(
      { zh: '没有填写，或类型不对', en: 'Missing, or of the wrong type' },
      fillText({ zh: '填写（{expected}）', en: 'Give it ({expected})' }, { expected }),
    ),
  form: (said: string) =>
    say(fillText({ zh: '写法不对：{said}', en: 'Written wrongly: {said}' }, { said }), {
      zh: '按综试区资料格式改正',
      en: 'Correct it to the format of zone data',
    }),
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
