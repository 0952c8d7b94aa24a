import type { Text } from '../model/text'
import { decisions, processingErrors, type ErrorRow } from './error-codes'
import { placeOf, remedies, type ErrorPlace } from './remedies'

/**
 * An error code in words. `known` is false for a code that is in no table here; then its own text is all there is. `place`:
 * where it is mended unless `field` leads to a record.
 */
export type ErrorText = {
  code: string
  known: boolean
  meaning: Text
  fix: Text
  field?: string
  place: ErrorPlace
}

const rows = new Map<string, ErrorRow>([...decisions, ...processingErrors].map((row) => [row[0], row]))

/** What an error code means, which field it points at and what to do. An unknown code is shown raw, never fatal. */
export function errorText(code: string): ErrorText {
  const row = rows.get(code)
  if (!row) {
    return {
      code,
      known: false,
      place: 'list',
      meaning: { zh: `未收录的代码 ${code}`, en: `Code ${code} is not in the table` },
      fix: {
        zh: '按回执原文处理；弄清含义后记在备注里',
        en: 'Go by the text of the receipt; note down what it turned out to mean',
      },
    }
  }
  const [, zh, en, remedy, field] = row
  return { code, known: true, meaning: { zh, en }, fix: remedies[remedy], field, place: placeOf(remedy) }
}

/**
 * Codes a receipt carries: its status when negative, and those in its text, written `[Code:1313;Desc:…]` or as a bare
 * negative number. In order, each once.
 */
export function errorCodes(status: string, info: string): string[] {
  const codes = new Set<string>()
  if (/^-\d+$/.test(status)) codes.add(status)
  for (const [, decision, negative] of info.matchAll(/\[Code:\s*(-?\d+)|(?<![\w-])(-\d{5,6})(?!\d)/g)) {
    codes.add(decision ?? negative ?? '')
  }
  return [...codes]
}
