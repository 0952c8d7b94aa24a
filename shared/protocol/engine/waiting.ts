import type { Text } from '../../model/text'
import { current, waitCause, type Outside } from './lane'
import type { Reason, SubmissionHead } from './records'

const words = {
  ghost: {
    text: {
      zh: '数据恢复前可能已发送，正在查询结果',
      en: 'Perhaps sent before the data was restored; being asked about',
    },
    fix: { zh: '请等待查询结果，勿另行申报', en: 'Wait for the result; do not declare it elsewhere' },
  },
  batch: {
    text: {
      zh: '上一次申报所在的批次还没有全部结果，可能要再发一次',
      en: 'The batch of the former submission has not all its results and may have to go again',
    },
    fix: {
      zh: '有结果后自动发送；长时间没有结果的，到发送队列对该批次点 查询结果',
      en: 'It leaves by itself after that; where none comes, ask for the result of that batch in the outbox',
    },
  },
  untaken: {
    text: {
      zh: '单一窗口不接收此报文或此版本',
      en: 'The single window does not take this message or version',
    },
    fix: {
      zh: '请更新客户端或联系单一窗口；经导入客户端的核对业务代码（EXPCEB 只收出口，IMPCEB 只收进口）；对方支持后自动发送',
      en: 'Update the client or ask the single window; through the import client check the business (EXPCEB takes exports, IMPCEB imports); it leaves by itself once it is taken',
    },
  },
  unsigned: {
    text: {
      zh: '待签名：企业设为报文要签名，签名证书未解锁、已到期或没有导入',
      en: 'To be signed: messages are set to be signed, and the key is locked, expired or not there',
    },
    fix: {
      zh: '解锁签名证书后自动签名并发送',
      en: 'Unlock the certificate; they are signed and leave by themselves',
    },
  },
  filing: {
    text: { zh: '等待备案通过', en: 'Waits for a filing to be approved' },
    fix: { zh: '备案审核通过后自动发送', en: 'It leaves by itself once the filing is approved' },
  },
  refused: {
    text: {
      zh: '所等的单证被退回或需要处理',
      en: 'The document it waits for was sent back or needs attention',
    },
    fix: { zh: '请先更正并重新申报那份单证', en: 'Correct and declare that document first' },
  },
  taken: {
    text: { zh: '所等的单证已撤回', en: 'The document it waits for was taken back' },
    fix: { zh: '请重新申报那份单证', en: 'Declare that document again' },
  },
  document: {
    text: {
      zh: '等待同一订单的其它单证先入库',
      en: 'Waits for another document of the order to be taken in',
    },
    fix: { zh: '受理后自动发送', en: 'It leaves by itself after that' },
  },
} satisfies Record<string, { text: Text; fix: Text }>

/** Why a submission waits, in words; `message` is what it waits for, where it is a document or a filing. */
export type WaitReason = Reason & { code: keyof typeof words; message?: string }

/** What keeps a submission of a dossier back; undefined when it may go. */
export function waitReason(
  one: SubmissionHead,
  dossier: readonly SubmissionHead[],
  outside: Outside,
): WaitReason | undefined {
  const found = waitCause(one, dossier, outside)
  if (!found) return undefined
  if (!('wait' in found)) return { code: found.cause, ...words[found.cause] }
  const { cause, wait } = found
  const other = cause === 'document' ? current(dossier, wait) : undefined
  const isRefused = other?.stage === 'rejected' || other?.stage === 'attention'
  const code = cause === 'filing' ? cause : isRefused ? 'refused' : other ? 'document' : 'taken'
  return { code, message: wait.message, ...words[code] }
}
