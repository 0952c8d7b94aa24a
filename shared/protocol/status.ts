import { errorText } from '../ceb/errors'
import type { Text } from '../model/text'

/** Where customs has a document. `none`: no receipt yet. */
export const standings = [
  'none',
  'parked',
  'declaring',
  'forwarded',
  'not-forwarded',
  'stored',
  'review',
  'inspection',
  'audited',
  'held',
  'released',
  'rejected',
  'returned',
  'closed',
] as const
export type Standing = (typeof standings)[number]

/**
 * What a status code means. `phase` only grows: receipts overtake each other, and a lower phase that arrives late
 * says nothing new. Within one phase the newest receipt time counts (500 may come before or after 399).
 */
export type Status = { standing: Standing; phase: number; words: Text }

const FINAL_PHASE = 9
export const STORED_PHASE = 4

/** Official return status codes of the May 2022 edition. Negative codes are processing errors and stand apart. */
export const statuses: Readonly<Record<string, Status>> = {
  '1': { standing: 'parked', phase: 1, words: { zh: '电子口岸已暂存', en: 'Parked at E-port' } },
  '2': { standing: 'declaring', phase: 2, words: { zh: '电子口岸申报中', en: 'Declaring at E-port' } },
  '3': { standing: 'forwarded', phase: 3, words: { zh: '发送海关成功', en: 'Sent to customs' } },
  '4': {
    standing: 'not-forwarded',
    phase: 3,
    words: { zh: '发送海关失败', en: 'Could not be sent to customs' },
  },
  '120': { standing: 'stored', phase: STORED_PHASE, words: { zh: '海关入库', en: 'Stored by customs' } },
  '300': { standing: 'review', phase: 5, words: { zh: '人工审核', en: 'Manual review' } },
  '399': { standing: 'audited', phase: 5, words: { zh: '海关审结', en: 'Audit finished' } },
  '500': { standing: 'inspection', phase: 5, words: { zh: '查验', en: 'Inspection' } },
  '501': { standing: 'held', phase: 6, words: { zh: '扣留移送通关', en: 'Detained, to clearance' } },
  '502': { standing: 'held', phase: 6, words: { zh: '扣留移送缉私', en: 'Detained, to anti-smuggling' } },
  '503': { standing: 'held', phase: 6, words: { zh: '扣留移送法规', en: 'Detained, to legal affairs' } },
  '505': { standing: 'held', phase: 6, words: { zh: '移交', en: 'Handed over' } },
  '599': { standing: 'held', phase: 6, words: { zh: '其它扣留', en: 'Other detention' } },
  '600': { standing: 'held', phase: 6, words: { zh: '挂起', en: 'Suspended' } },
  '800': { standing: 'released', phase: 7, words: { zh: '放行', en: 'Released' } },
  '100': { standing: 'rejected', phase: FINAL_PHASE, words: { zh: '海关退单', en: 'Rejected by customs' } },
  '700': { standing: 'returned', phase: FINAL_PHASE, words: { zh: '退运', en: 'Returned abroad' } },
  '899': { standing: 'closed', phase: FINAL_PHASE, words: { zh: '结关', en: 'Closed' } },
}

const dataEnds = ['120', '399']
/** The good end of each message: for data documents that customs stored them, for a list that it is closed. */
const goodEnds: Readonly<Record<string, readonly string[]>> = {
  CEB303: dataEnds,
  CEB403: dataEnds,
  CEB505: dataEnds,
  CEB507: dataEnds,
  CEB509: dataEnds,
  CEB603: ['899'],
  CEB605: ['399'],
  CEB607: dataEnds,
  CEB701: ['399'],
  CEB213: ['800'],
  CEB215: ['399'],
  CEB311: dataEnds,
  CEB411: dataEnds,
  CEB511: dataEnds,
  CEB513: dataEnds,
  CEB621: ['899'],
  CEB623: ['399'],
  CEB625: ['399'],
  CEB711: ['399'],
}

/** Final for this submission: nothing later moves it. */
export function isFinal(message: string, code: string): boolean {
  return statuses[code]?.phase === FINAL_PHASE || isGoodEnd(message, code)
}

export const isGoodEnd = (message: string, code: string) => goodEnds[message]?.includes(code) ?? false

/** A negative code: this message was not processed; the state before it stands. */
export const isNegative = (code: string) => /^-\d+$/.test(code)

/** A status in words with its raw code; a code we do not know is shown as it came, never fatal. */
export function statusWords(code: string): Text {
  const known = statuses[code]
  if (known) return { zh: `${known.words.zh}（${code}）`, en: `${known.words.en} (${code})` }
  const error = isNegative(code) ? errorText(code) : undefined
  if (error?.known) return { zh: `${error.meaning.zh}（${code}）`, en: `${error.meaning.en} (${code})` }
  if (error) return { zh: `处理异常（${code}）`, en: `Processing error (${code})` }
  return { zh: `其它状态（代码 ${code}）`, en: `Other status (code ${code})` }
}
