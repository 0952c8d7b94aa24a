import { fillText, type Text } from '../model/text'

const words = {
  'not-zip': { zh: '不是{what}，或文件没有复制完整', en: 'No {what}, or not copied completely' },
  limits: { zh: '文件内容过大或过多：{file}', en: 'The pack holds too much: {file}' },
  name: { zh: '包内有不应出现的名称 {file}', en: 'The pack holds an unexpected name {file}' },
  index: { zh: '索引不完整：{file}', en: 'The index is not complete: {file}' },
  newer: { zh: '{what}由更新的版本生成（{file}）', en: 'The {what} was made by a newer version ({file})' },
  missing: { zh: '索引中的文件不在包内：{file}', en: 'A file of the index is not in the pack: {file}' },
  hash: { zh: '文件与索引的校验值不符：{file}', en: 'A file is not the one of the index: {file}' },
  unlisted: {
    zh: '包内有索引之外的文件：{file}',
    en: 'The pack holds a file that is not in its index: {file}',
  },
  page: { zh: '{file} 与索引不符', en: '{file} does not say what the index says' },
} satisfies Record<string, Text>
export type PackFault = keyof typeof words

/** Why a pack is not believed. */
export class PackError extends Error {
  readonly text: Text
  readonly fix: Text = {
    zh: '请勿使用此文件，向给您文件的人核实或重新索取',
    en: 'Do not use it; ask whoever gave it to you, or for another copy',
  }

  constructor(
    readonly fault: PackFault,
    what: Text,
    file = '',
  ) {
    const text = fillText(words[fault], { what, file })
    super(text.en)
    this.text = text
  }
}
