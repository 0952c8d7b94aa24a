import type { CebDocument } from '#shared/model/list'
import { holds, isWithdrawal } from './filed'
import type { Filed } from './filed-document'
import { canWithdraw } from './withdrawal-desk'

/** One document of a message that can be read, as it comes in. */
export type Submission = {
  message: string
  businessKey: string
  guid: string
  digest: string
  content: CebDocument
  /** What the format check found, in words; empty when nothing refuses it. */
  formatFaults: readonly string[]
}

/**
 * `repeat`: this is here already, nothing happens. `take`: a new submission, `status` 1 parked or 2 declared.
 * `refuse`: a negative receipt; what was here before stands.
 */
export type Verdict =
  | { kind: 'repeat' }
  | { kind: 'take'; status: '1' | '2'; info: string }
  | { kind: 'refuse'; code: string; info: string }

type Codes = {
  format: string
  exists: string
  absent: string
  bound: string
  stale: string
  operation: string
}

const ofList: Codes = {
  format: '-621001',
  exists: '-621004',
  absent: '-621011',
  bound: '-621012',
  stale: '-621003',
  operation: '-621020',
}

const ofWithdrawal: Codes = {
  format: '-623001',
  exists: '-623009',
  absent: '-623004',
  bound: '-623005',
  stale: '-623001',
  operation: '-623013',
}

/** Of a return the tables name few; changing, a stale one and deleting share the code of its state (演练规则). */
const ofReturn: Codes = {
  format: '-625001',
  exists: '-625022',
  absent: '-625004',
  bound: '-625022',
  stale: '-625022',
  operation: '-625022',
}

const ofOrder: Codes = {
  format: '-301008',
  exists: '-301010',
  absent: '-301009',
  bound: '-301011',
  stale: '-301014',
  operation: '-301012',
}
const ofPayment: Codes = {
  format: '-401009',
  exists: '-401007',
  absent: '-401006',
  bound: '-401008',
  stale: '-401012',
  operation: '-401010',
}
const ofWaybill: Codes = {
  format: '-504011',
  exists: '-504015',
  absent: '-504014',
  bound: '-504016',
  stale: '-505016',
  operation: '-505014',
}

/**
 * Negative codes by message. Export documents share the codes of their import twins. The tables name no code for a
 * stale 清单 or 运单, nor for deleting a 清单: those borrow the general one (演练规则), and 507, 509, 607 and 701, which have
 * none of their own, those of the 清单.
 */
const codes: Readonly<Record<string, Codes>> = {
  CEB303: ofOrder,
  CEB311: ofOrder,
  CEB403: ofPayment,
  CEB411: ofPayment,
  CEB505: ofWaybill,
  CEB511: ofWaybill,
  CEB603: ofList,
  CEB621: ofList,
  ...Object.fromEntries(['CEB507', 'CEB509', 'CEB607', 'CEB701'].map((message) => [message, ofList])),
  ...Object.fromEntries(['CEB213', 'CEB625'].map((message) => [message, ofReturn])),
  ...Object.fromEntries(['CEB605', 'CEB623'].map((message) => [message, ofWithdrawal])),
}

/** Documents that customs decides on by themselves, in words; the others are used by a 清单. */
const declared: Readonly<Record<string, string>> = {
  CEB603: '清单',
  CEB621: '清单',
  CEB213: '退货申请',
  CEB625: '退货申请',
  CEB507: '运抵单',
  CEB509: '离境单',
  CEB607: '总分单',
  CEB701: '汇总申请',
}

/** Customs holds no live version: never taken in, refused at the format check, failed to be sent, rejected or voided. */
const isFree = (filed: Filed) =>
  filed.status === '1' ||
  filed.status === '4' ||
  filed.status === '100' ||
  filed.status.startsWith('-') ||
  filed.withdrawn

const appTypes: Readonly<Record<string, string>> = { '2': '变更', '3': '删除' }

const refuse = (code: string, info: string): Verdict => ({ kind: 'refuse', code, info })

function judgeChange(
  submission: Submission,
  filed: Filed | undefined,
  related: readonly Filed[],
): Verdict | undefined {
  const { absent, bound } = codes[submission.message]!
  if (!filed || filed.status.startsWith('-')) return refuse(absent, '没有可变更的已申报数据')
  if (isWithdrawal(submission.message)) return refuse('-623001', '撤销申请单只接受新增')
  if (declared[submission.message]) {
    return isFree(filed) ? undefined : refuse(bound, `${declared[submission.message]}当前状态不允许变更`)
  }
  const user = related.find((list) => holds(list))
  return user ? refuse(bound, `已被清单${user.content.head.copNo}申报使用，不允许变更`) : undefined
}

/** Only a granted 汇总申请 can be deleted, until its 报关单 have their numbers and nothing more is due of it (演练规则). */
function judgeDeletion({ message }: Submission, filed: Filed | undefined): Verdict | undefined {
  const { operation, absent } = codes[message]!
  if (message !== 'CEB701') return refuse(operation, '演练单一窗口只受理汇总申请的删除（演练规则）')
  if (!filed || isFree(filed) || filed.status !== '399')
    return refuse(absent, '没有已审结的汇总申请可以撤回（演练规则）')
  return filed.takenIn && filed.nextAt === undefined
    ? refuse(operation, '报关单已生成，不能撤回汇总申请（演练规则）')
    : undefined
}

function judgeWithdrawal(submission: Submission, list: Filed | undefined): Verdict | undefined {
  const { invtNo = '', reason = '' } = submission.content.head
  if (reason.trim() === '') return refuse('-623012', '未填写撤销原因')
  if (!list) return refuse('-623003', `没有清单编号为${invtNo}的清单`)
  return canWithdraw(list) ? undefined : refuse('-623005', '清单当前状态不允许撤销')
}

/**
 * What E-port does with a document that arrives.
 * @param filed what is here under the same key
 * @param related 清单 that use the same order or waybill; for a 撤销申请单 the 清单 it names
 */
export function judge(submission: Submission, filed: Filed | undefined, related: readonly Filed[]): Verdict {
  const { message, content, businessKey } = submission
  const code = codes[message]!
  const { appType, appTime = '', appStatus } = content.head
  const isLive = filed !== undefined && !isFree(filed)

  if (filed && filed.guid === submission.guid && filed.status !== '4') return { kind: 'repeat' }
  if (isLive && filed.digest === submission.digest) return { kind: 'repeat' }
  if (submission.formatFaults.length > 0)
    return refuse(code.format, submission.formatFaults.join('；').slice(0, 1000))
  if (filed && appTime < filed.appTime) return refuse(code.stale, '报送时间早于已收到的数据，不予处理')

  if (appType === '3') {
    const refused = judgeDeletion(submission, filed)
    if (refused) return refused
  }
  if (appType === '1' && isLive) return refuse(code.exists, `重复申报，${businessKey}已存在`)
  if (appType === '2') {
    const refused = judgeChange(submission, filed, related)
    if (refused) return refused
  }
  if (isWithdrawal(message)) {
    const refused = judgeWithdrawal(submission, related[0])
    if (refused) return refused
  }
  if (appStatus === '1') return { kind: 'take', status: '1', info: `暂存成功[${businessKey}]` }
  return { kind: 'take', status: '2', info: `${appTypes[appType ?? '1'] ?? '新增'}申报成功[${businessKey}]` }
}
