import type { CebDocument } from '#shared/model/list'
import { groupEntries } from '#shared/summary/group'
import type { Entry } from '#shared/summary/group'
import type { Grouping } from '#shared/summary/keys'
import type { SummaryList } from '#shared/summary/summary-list'
import type { CaseFile } from './case-file'
import type { Filed } from './filed-document'
import { returnTime } from './official'
import { rejectionInfo, type Rejection } from './rejection'
import type { Step, Timings } from './step'

/** State of the 报关单 in a 792. The specification names no values; these are the practice window's own (演练规则). */
const MADE = '1'
const NUMBERED = '2'

/**
 * 汇总申请: 2 → 3 → 399 or 100, part by part. Once all parts stand, 792 tells of the 报关单 that came of them: first that
 * they were made, later their numbers. One that is deleted (appType 3) makes none.
 */
export function advanceSummary(due: Filed, file: CaseFile, timings: Timings): Step[] {
  const at = due.nextAt!
  if (due.status === '2') {
    return [{ document: due, at, status: '3', info: '发送海关成功', nextAt: at + timings.examine }]
  }
  if (due.content.head['appType'] === '3') {
    return [{ document: due, at, status: '399', info: '海关审结，同意撤回汇总申请', withdrawn: true }]
  }
  if (due.status === '3') return examine(due, file, at, timings)
  const parts = file.ofOrder(due.orderKey)
  const complete =
    parts.length === Number(due.content.head.msgCount) && parts.every(({ status }) => status === '399')
  if (!complete) return [{ document: due, at }]
  const results = resultsOf(parts, file, at, due.takenIn)
  if (due.takenIn) return [{ document: due, at, results }]
  return [
    { document: due, at, takenIn: true, results, nextAt: at + timings.close },
    ...parts.filter((part) => part !== due).map((part) => ({ document: part, at, takenIn: true })),
  ]
}

function examine(due: Filed, file: CaseFile, at: number, timings: Timings): Step[] {
  const rejections = (due.content.lines ?? []).flatMap((line) => whyNot(line['invtNo'] ?? '', file))
  if (rejections.length > 0) {
    return [{ document: due, at, status: '100', info: rejectionInfo(rejections) }]
  }
  return [{ document: due, at, status: '399', info: '海关审结，同意汇总', nextAt: at + timings.release }]
}

function whyNot(invtNo: string, file: CaseFile): Rejection[] {
  const list = file.listByInvtNo(invtNo)
  if (!list || list.withdrawn || list.status !== '899') {
    return [{ code: 'Y501', desc: `清单${invtNo}不存在或未结关（演练规则）` }]
  }
  return list.content.head['statisticsFlag'] === 'B'
    ? []
    : [{ code: 'Y502', desc: `清单${invtNo}不是汇总申报（B）（演练规则）` }]
}

function resultsOf(parts: readonly Filed[], file: CaseFile, at: number, numbered: boolean): CebDocument[] {
  const { head } = parts[0]!.content
  const lists = parts
    .flatMap(({ content }) => content.lines ?? [])
    .flatMap(({ invtNo }) => file.listByInvtNo(invtNo) ?? [])
    .map(summaryList)
    .sort((a, b) => (a.invtNo < b.invtNo ? -1 : 1))
  const waybills = new Map(lists.map(({ invtNo, logisticsNo }) => [invtNo, logisticsNo]))
  const serial = parts.map(({ preNo = '' }) => preNo).sort()[0]!
  return groupEntries(lists, grouping(head)).map((entry) => ({
    head: {
      ...resultHead(head, serial, entry, numbered),
      opDate: returnTime(at),
      grossWeight: entry.grossWeight,
      netWeight: entry.netWeight,
      msgCount: '1',
      msgSeqNo: '1',
    },
    lines: resultLines(entry, waybills),
  }))
}

const grouping = ({ summaryFlag, itemNameFlag }: CebDocument['head']): Grouping => ({
  summaryFlag: summaryFlag === '2' ? '2' : '1',
  itemNameFlag: itemNameFlag === '1' ? '1' : '0',
})

const summaryList = ({ content, invtNo = '', businessKey }: Filed): SummaryList => ({
  id: businessKey,
  copNo: content.head['copNo'] ?? '',
  invtNo,
  logisticsNo: content.head['logisticsNo'] ?? '',
  inventory: content,
  closedAt: '',
})

/** Numbers of 18 characters, made from the preNo of the application (`B`, day, nine digits) and the 报关单's place in it. */
function resultHead(
  head: CebDocument['head'],
  preNo: string,
  { no }: Entry,
  numbered: boolean,
): CebDocument['head'] {
  const digits = preNo.slice(1)
  const place = String(no).padStart(3, '0')
  const copied = [
    'customsCode',
    'agentCode',
    'agentName',
    'ebcCode',
    'ebcName',
    'declAgentCode',
    'declAgentName',
  ]
  return {
    ...Object.fromEntries(copied.map((element) => [element, head[element] ?? ''])),
    sumNo: `S${digits}`,
    declSeqNo: `D${digits.slice(3)}${place}`,
    decState: numbered ? NUMBERED : MADE,
    ...(numbered && {
      decPreNo: `P${digits.slice(3)}${place}`,
      entryId: `${head['customsCode'] ?? '0000'}${digits.slice(0, 4)}${digits.slice(-7)}${place}`,
    }),
  }
}

const resultLines = ({ items }: Entry, waybills: ReadonlyMap<string, string>) =>
  items.flatMap((item) =>
    item.lines.map(({ invtNo, gnum }) => ({
      invtNo,
      logisticsNo: waybills.get(invtNo) ?? '',
      gseqno: String(item.no),
      gnum,
      gcode: item.gcode,
    })),
  )
