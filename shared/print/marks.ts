import { type BookKind, practiceMark } from '../model/enterprise'
import type { Language } from '../model/text'
import { shanghaiTime } from '../time/shanghai'

/** What stands behind every page: a 演练 book has no force, a document that was not declared says so. */
export function watermark(book: BookKind, isDraft: boolean): string | undefined {
  const marks = [...(book === 'practice' ? [practiceMark.zh] : []), ...(isDraft ? ['未申报'] : [])]
  return marks.length ? marks.join('　') : undefined
}

/** Who made, checked and printed it, when, with which software and which editions of the code tables. */
export type PrintContext = {
  maker: string
  checker?: string
  printer: string
  /** ISO instant. */
  now: string
  software: string
  /** `currency 2014 …`: editions of the tables that were used. */
  tables: readonly string[]
}

export function footer(
  { maker, checker, printer, software, tables }: PrintContext,
  time: string,
  language: Language = 'zh',
): string {
  if (language === 'en') {
    return [
      `Made by ${maker}`,
      `Checked by ${checker ?? '____'}`,
      `Printed by ${printer}`,
      `Printed ${time}`,
      software,
      `Tables ${tables.join(', ')}`,
    ].join('　')
  }
  return [
    `制单 ${maker}`,
    `复核 ${checker ?? '____'}`,
    `打印 ${printer}`,
    `打印时间 ${time}`,
    software,
    `代码表 ${tables.join('、')}`,
  ].join('　')
}

export const printedTime = (now: string): string =>
  shanghaiTime(now).replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d).*$/, '$1-$2-$3 $4:$5')
