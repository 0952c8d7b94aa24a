import type { FieldFault } from '../model/field-fault'
import { fillText, type Text, type TextParam } from '../model/text'

/** Why nothing of an update is taken. */
export type ReferenceRefusal = { code: string; text: Text; fix: Text; faults?: readonly FieldFault[] }

const fixes = {
  software: { zh: '请更新软件后再取', en: 'Update the software, then take it' },
  whole: { zh: '请取整表，或先读入中间的更新', en: 'Take the whole table, or the updates in between first' },
  newest: { zh: '请取最新的更新', en: 'Take the newest update' },
  publisher: {
    zh: '整份未采用。请向发布方索取更正后的更新',
    en: 'None of it was taken. Ask the publisher for a corrected update',
  },
  again: { zh: '请向发布方重新索取', en: 'Ask its publisher for it again' },
  correct: { zh: '整份未采用。请改正后再读入', en: 'None of it was taken. Correct it, then read it again' },
} satisfies Record<string, Text>

const texts = {
  'reference-broken': [
    { zh: '文件不是完好的 JSON，可能残缺', en: 'The file is no sound JSON; part of it may be missing' },
    fixes.again,
  ],
  'reference-forged': [
    {
      zh: '签名不符：内容在签名之后被改动，或不是由所示公钥签名',
      en: 'The signature does not hold: the content was changed after it was signed, or another key signed it',
    },
    {
      zh: '未采用。请向发布方重新索取',
      en: 'Nothing was taken. Ask its publisher for it again',
    },
  ],
  'reference-unread': [
    {
      zh: '这份更新没有读着：之后读入了另一份，或程序重新启动过',
      en: 'This update is not held any more: another was read since, or the program was restarted',
    },
    { zh: '未采用。请再读入一次', en: 'Nothing was taken. Read it again' },
  ],
  'reference-table': [
    { zh: '本软件没有“{table}”这种表', en: 'This software knows no table "{table}"' },
    fixes.software,
  ],
  'reference-twice': [
    {
      zh: '更新第 {row} 行：{key} 在同一份更新里出现两次',
      en: 'Row {row} of the update: {key} stands there twice',
    },
    fixes.publisher,
  ],
  'reference-version': [
    {
      zh: '此更新从版本 {from} 起，本机为 {have}，不能接上',
      en: 'This update begins at version {from}; here is {have}, so it does not join on',
    },
    fixes.whole,
  ],
  'reference-base': [
    {
      zh: '此更新接在版本 {from} 上，但本机版本 {from} 的内容与发布方的不一致（摘要不符）',
      en: 'This update continues version {from}, but what is here of {from} is not what its publisher had (digests differ)',
    },
    fixes.whole,
  ],
  'reference-older': [
    {
      zh: '这份资料是版本 {to}，本机已是 {have}：采用会退回旧版本',
      en: 'These data are version {to}, here is {have} already: taking them would go back',
    },
    fixes.newest,
  ],
  'reference-same-version': [
    {
      zh: '版本 {to} 本机已有，内容却不同：同一版本不能有两种内容',
      en: 'Version {to} is here already with other content: one version cannot say two things',
    },
    fixes.publisher,
  ],
  'reference-row': [
    {
      zh: '第 {row} 行（{key}）的“{field}”不对：{said}',
      en: 'Row {row} ({key}), "{field}" is wrong: {said}',
    },
    fixes.publisher,
  ],
  'reference-whole': [
    { zh: '表中的“{field}”不对：{said}', en: '"{field}" of the table is wrong: {said}' },
    fixes.publisher,
  ],
  'reference-digest': [
    {
      zh: '更新应用后的内容与发布方写明的摘要不符',
      en: 'With the update applied the table is not what its publisher said it would be (digests differ)',
    },
    fixes.publisher,
  ],
  'reference-plain': [
    {
      zh: '这不是签名的更新文件，也不是综试区资料、监管清单或工作日历',
      en: 'This is no signed update, nor the data of a zone, a list of goods or a work calendar',
    },
    {
      zh: '请选择单一窗口签名的更新文件（.json）、综试区资料、监管清单或工作日历文件；没有签名的其他表用「导入」',
      en: 'Choose the signed update of a single window (.json), or the file of a zone, a list or a work calendar; other tables without a signature are imported',
    },
  ],
  'reference-faults': [{ zh: '“{file}”没有采用', en: '"{file}" was not taken' }, fixes.correct],
} satisfies Record<string, readonly [Text, Text]>

/** Say why nothing of an update is taken, and what to do. */
export function refusal(
  code: keyof typeof texts,
  params: Readonly<Record<string, TextParam>> = {},
  faults?: readonly FieldFault[],
): ReferenceRefusal {
  const [text, fix] = texts[code]
  return { code, text: fillText(text, params), fix, ...(faults && { faults }) }
}

/** Whether an answer is a refusal. */
export const isRefusal = (answer: object): answer is ReferenceRefusal => 'fix' in answer && 'code' in answer
