import type { z } from 'zod'
import { fillText, type Text } from './text'

/** What is wrong with a field of data somebody wrote: which one, why, what to do. */
export type FieldFault = { field: string; why: Text; fix: Text }

export const fieldFault = (field: string, [why, fix]: readonly [Text, Text]): FieldFault => ({
  field,
  why,
  fix,
})

/** A finding of a schema's own check that says in words what is wrong and what to do; for `context.addIssue`. */
export const customFault = (path: PropertyKey[], said: readonly [why: Text, fix: Text]) => ({
  code: 'custom' as const,
  path,
  message: said[0].en,
  params: { said },
})

/** What a schema finds wrong with data, field by field. */
export const fieldFaults = ({ issues }: z.ZodError): FieldFault[] => issues.flatMap(faultsOf)

function faultsOf(issue: z.core.$ZodIssue): FieldFault[] {
  const at = (...more: string[]) => [...issue.path.map(String), ...more].join('.')
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => fieldFault(at(key), words.unknown))
  if (issue.code === 'invalid_value') return [fieldFault(at(), words.choice(issue.values.map(String)))]
  if (issue.code === 'invalid_type') return [fieldFault(at(), words.type(issue.expected))]
  const said: unknown = issue.code === 'custom' && issue.params?.['said']
  return [fieldFault(at(), isSaid(said) ? said : words.form(issue.message))]
}

const isSaid = (said: unknown): said is readonly [Text, Text] => Array.isArray(said)

const say = (why: Text, fix: Text): readonly [Text, Text] => [why, fix]
const words = {
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
      zh: '按这种资料的格式改正',
      en: 'Correct it to the format of these data',
    }),
}
