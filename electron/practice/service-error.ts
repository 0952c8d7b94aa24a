import { fillText, type Text } from '#shared/model/text'
import type { ErrorBody } from '#shared/protocol/api'

type Words = { status: number; message: Text; fix: Text }

const rereadCapabilities: Text = {
  zh: '请重新读取能力声明（/v1/capabilities），按其限值重新组批',
  en: 'Read the capabilities again and build the batch within their limits',
}

const words = {
  unauthorised: {
    status: 401,
    message: { zh: '没有登录，本服务不受理', en: 'Not signed in: the request has no token' },
    fix: {
      zh: '如果这是另一台电脑的演练服务，请管理员按允许其他电脑接入的方式启动，并发一次性登记码；接口程序请先登录（/v1/session）取得令牌',
      en: 'If this is the practice service of another computer, have it started for other machines and ask for a one-time enrolment code; programs sign in first (/v1/session)',
    },
  },
  'token-unknown': {
    status: 401,
    message: { zh: '本服务不认识这个令牌', en: 'This service does not know the token' },
    fix: {
      zh: '演练服务每次启动换新令牌；请重新取得，或重新登录',
      en: 'The practice service has a new token at each start; fetch it, or sign in again',
    },
  },
  'token-expired': {
    status: 401,
    message: { zh: '令牌已过期', en: 'The token has expired' },
    fix: {
      zh: '请用刷新令牌换新，或重新登录；队列不受影响',
      en: 'Renew it with the refresh token, or sign in again; the queue is not touched',
    },
  },
  'challenge-unknown': {
    status: 401,
    message: { zh: '登录质询不存在、已用过或已过期', en: 'The challenge is unknown, used or out of time' },
    fix: { zh: '请重新申请质询并签名', en: 'Ask for a new challenge and sign it' },
  },
  'challenge-signature': {
    status: 401,
    message: { zh: '质询签名与公钥不符', en: 'The signature is not that of the key over this challenge' },
    fix: { zh: '请用该账套的签名密钥重新签名', en: 'Sign with the signing key of the book' },
  },
  'account-unknown': {
    status: 403,
    message: {
      zh: '企业 {code} 在本服务没有账户，或密钥未登记',
      en: 'Enterprise {code} has no account here with this key',
    },
    fix: {
      zh: '请管理员登记公钥，或发一次性登记码后再登录',
      en: 'Have the operator register the public key, or give a one-time enrolment code',
    },
  },
  'operator-only': {
    status: 403,
    message: { zh: '只有启动本服务的人可以操作', en: 'Only whoever started this service may do this' },
    fix: { zh: '请使用启动时给出的令牌', en: 'Use the token of the start' },
  },
  'session-differs': {
    status: 403,
    message: {
      zh: '会话属于企业 {owner}，请求以企业 {caller} 发出',
      en: 'The session belongs to enterprise {owner}, the request was made as {caller}',
    },
    fix: { zh: '请以该企业重新登录', en: 'Sign in as that enterprise' },
  },
  'enterprise-missing': {
    status: 400,
    message: { zh: '请求没有写明企业（x-enterprise）', en: 'The request names no enterprise (x-enterprise)' },
    fix: { zh: '请在请求头写明企业代码', en: 'Name the enterprise code in the header' },
  },
  'enterprise-differs': {
    status: 403,
    message: {
      zh: '批次属于企业 {owner}，请求以企业 {caller} 发出',
      en: 'The batch belongs to enterprise {owner}, the request was made as {caller}',
    },
    fix: {
      zh: '请切换到批次所属企业的账套再发送',
      en: 'Send it from the book of the enterprise it belongs to',
    },
  },
  'real-book': {
    status: 403,
    message: {
      zh: '演练单一窗口不接收正式账套的批次',
      en: 'The practice single window takes no batch of a real book',
    },
    fix: {
      zh: '请在演练账套中操作，或为正式账套配置正式通道',
      en: 'Work in a practice book, or give the real book a real transport',
    },
  },
  'signer-differs': {
    status: 403,
    message: {
      zh: '批次签名的密钥与该企业首次登记的不同',
      en: 'The signing key is not the one first seen for this enterprise',
    },
    fix: {
      zh: '请用原账套发送；演练数据可清空后重新登记',
      en: 'Send from the original book, or empty the practice data and start again',
    },
  },
  'bad-request': {
    status: 400,
    message: { zh: '请求不合规范：{detail}', en: 'The request is malformed: {detail}' },
    fix: {
      zh: '请按接口说明（openapi.json）修正请求',
      en: 'Correct the request by the interface description (openapi.json)',
    },
  },
  'method-not-allowed': {
    status: 405,
    message: { zh: '该地址只接受 {methods}', en: 'This resource takes {methods} only' },
    fix: { zh: '请核对请求方法', en: 'Check the method of the request' },
  },
  'body-too-large': {
    status: 413,
    message: { zh: '内容超过本接口的字节上限', en: 'The body is above the limit of this resource' },
    fix: rereadCapabilities,
  },
  'media-type': {
    status: 415,
    message: { zh: '内容类型须为 {wanted}', en: 'The body must be {wanted}' },
    fix: { zh: '请按接口说明设置 content-type', en: 'Set content-type as the interface description says' },
  },
  'not-found': {
    status: 404,
    message: { zh: '没有这个接口', en: 'No such resource' },
    fix: { zh: '请核对地址与协议版本', en: 'Check the address and the protocol version' },
  },
  'unknown-batch': {
    status: 404,
    message: { zh: '没有收到过批次 {id}', en: 'No batch {id} was ever received' },
    fix: { zh: '可原样重发该批次', en: 'The batch may be sent again, byte for byte' },
  },
  'unknown-document': {
    status: 404,
    message: { zh: '没有单证 {key}', en: 'There is no document {key}' },
    fix: { zh: '请刷新列表后再选', en: 'Refresh the list and choose again' },
  },
  'past-deciding': {
    status: 409,
    message: {
      zh: '清单状态为 {status}，已不能这样处理',
      en: 'The list stands at {status}, where this cannot be decided',
    },
    fix: {
      zh: '只有尚未放行、未退单的清单可以处理',
      en: 'Only lists that are neither released nor rejected can be decided',
    },
  },
  'unknown-snapshot': {
    status: 404,
    message: { zh: '没有第 {number} 号快照', en: 'There is no snapshot {number}' },
    fix: { zh: '请先建立快照，或退回到 0（空）', en: 'Take a snapshot first, or go back to 0 (nothing)' },
  },
  'upload-offset-differs': {
    status: 409,
    message: {
      zh: '续传应从第 {due} 字节开始，收到的是第 {offset} 字节',
      en: 'The upload goes on at byte {due}, this chunk begins at {offset}',
    },
    fix: { zh: '请从 upload-offset 处继续上传', en: 'Go on at upload-offset' },
  },
  'unknown-table': {
    status: 404,
    message: { zh: '没有基础数据表 {table}', en: 'There is no reference table {table}' },
    fix: { zh: '请按目录（/v1/reference）核对表名', en: 'Check the name with the catalogue (/v1/reference)' },
  },
  'unknown-attachment': {
    status: 404,
    message: { zh: '没有收到过附件 {sha256}', en: 'Attachment {sha256} was never received' },
    fix: { zh: '请先上传附件', en: 'Send the attachment first' },
  },
  'attachment-kind': {
    status: 422,
    message: { zh: '附件内容不是所写的类型 {type}', en: 'The file is not what its type {type} says' },
    fix: {
      zh: '只收 PDF、JPEG、PNG 和 ZIP，内容须与类型相符',
      en: 'PDF, JPEG, PNG and ZIP are taken, as what they are',
    },
  },
  'filing-unknown': {
    status: 422,
    message: {
      zh: '备案 {key} 尚无任何版本，不能以版本 {base} 为基础',
      en: 'Filing {key} has no version yet, so it cannot be edited from {base}',
    },
    fix: { zh: '首次备案的基础版本填 0', en: 'The base of a first filing is 0' },
  },
  'version-differs': {
    status: 409,
    message: {
      zh: '备案 {key} 已有版本 {version}，本次以版本 {base} 为基础',
      en: 'Filing {key} is at version {version}, this one was edited from {base}',
    },
    fix: { zh: '请与最新版本合并后再报', en: 'Merge it with the newest version and file again' },
  },
  'batch-hash-differs': {
    status: 409,
    message: { zh: '批次 {id} 已收到过，内容不同', en: 'Batch {id} was received before with other content' },
    fix: { zh: '内容改过的单证须放入新的批次', en: 'Changed documents need a new batch' },
  },
  'batch-too-large': {
    status: 413,
    message: { zh: '批次超过限值：{detail}', en: 'The batch is above the limit: {detail}' },
    fix: rereadCapabilities,
  },
  'content-hash-differs': {
    status: 422,
    message: {
      zh: '收到的字节与 x-content-sha256 不符',
      en: 'The bytes received do not have the digest x-content-sha256',
    },
    fix: {
      zh: '传输中可能被改动，请原样重发',
      en: 'They may have been changed on the way; send the same bytes again',
    },
  },
  'batch-id-differs': {
    status: 422,
    message: {
      zh: '地址中的批次号与 manifest.json 不同',
      en: 'The batch id of the address is not that of manifest.json',
    },
    fix: { zh: '请用 manifest.json 中的批次号发送', en: 'Send it under the id in manifest.json' },
  },
  'protocol-version': {
    status: 422,
    message: { zh: '不支持协议版本 {version}', en: 'Protocol version {version} is not supported' },
    fix: rereadCapabilities,
  },
  'manifest-differs': {
    status: 422,
    message: {
      zh: '{file} 中的单证与 manifest.json 所列不同',
      en: 'The documents in {file} are not those listed in manifest.json',
    },
    fix: {
      zh: '请重新组批；仍出现请导出日志联系支持',
      en: 'Build the batch again; if it persists, export the log for support',
    },
  },
  'desk-unknown': {
    status: 403,
    message: { zh: '本服务还不认识这台电脑', en: 'This service does not know this desk yet' },
    fix: { zh: '请先登记工位（PUT /v1/desks/…）', en: 'Register the desk first (PUT /v1/desks/…)' },
  },
  'desk-moved': {
    status: 403,
    message: {
      zh: '工位 {code} 已迁出，不再受理它的请求',
      en: 'Desk {code} has moved out; its requests are no longer taken',
    },
    fix: {
      zh: '请在迁入的电脑上继续；这台电脑只能查看',
      en: 'Go on at the desk it moved to; this one is to be looked at only',
    },
  },
  'desk-code-taken': {
    status: 409,
    message: {
      zh: '工位代码 {code} 已被另一台电脑使用（或使用过）',
      en: 'Desk code {code} is, or was, that of another computer',
    },
    fix: {
      zh: '请改用别的代码，例如 {free}；已生成的编号不变',
      en: 'Choose another code, {free} for example; numbers given out stay',
    },
  },
  'rate-limited': {
    status: 429,
    message: { zh: '请求过于频繁', en: 'Too many requests' },
    fix: {
      zh: '请按 Retry-After 等待后自动重试',
      en: 'Wait as Retry-After says; it is tried again by itself',
    },
  },
  busy: {
    status: 503,
    message: { zh: '系统繁忙，暂不受理', en: 'The system is busy' },
    fix: {
      zh: '请按 Retry-After 等待后自动重试',
      en: 'Wait as Retry-After says; it is tried again by itself',
    },
  },
  'service-closed': {
    status: 503,
    message: { zh: '现在不在开放时间内', en: 'Outside the opening hours' },
    fix: {
      zh: '开放时间见能力声明；到时自动重发',
      en: 'The capabilities tell the hours; it is sent by itself when they begin',
    },
  },
  'practice-unheard-of': {
    status: 503,
    message: { zh: '演练：代码表没有的错误', en: 'Practice: an error no table knows' },
    fix: { zh: '由演练开关产生，稍后重试即可', en: 'Made by a practice switch; it passes' },
  },
  internal: {
    status: 500,
    message: { zh: '服务内部错误，本次请求未生效', en: 'Internal fault; this request had no effect' },
    fix: {
      zh: '请稍后原样重试；仍出现请导出服务日志',
      en: 'Try again unchanged later; if it persists, export the service log',
    },
  },
} satisfies Record<string, Words>

export type ServiceFault = keyof typeof words

/** What a refusal tells beside its words. */
export type Hints = {
  waitSeconds?: number
  /** More headers of the answer. */
  headers?: Readonly<Record<string, string>>
  /** More members of the body, where the interface says so. */
  body?: Readonly<Record<string, unknown>>
}

/** A refusal of a request. The code is part of the protocol; clients decide by it and by the status. */
export class ServiceError extends Error {
  readonly status: number

  constructor(
    readonly code: ServiceFault,
    readonly params: Readonly<Record<string, string | number>> = {},
    readonly hints: Hints = {},
  ) {
    super(fillText(words[code].message, params).en)
    this.name = 'ServiceError'
    this.status = words[code].status
  }

  headers(): Record<string, string> {
    const { waitSeconds, headers } = this.hints
    return { ...(waitSeconds === undefined ? {} : { 'retry-after': String(waitSeconds) }), ...headers }
  }

  body(): ErrorBody {
    const { message, fix } = words[this.code]
    return {
      ...errorBody(
        this.code,
        fillText(message, this.params),
        fillText(fix, this.params),
        this.hints.waitSeconds,
      ),
      ...this.hints.body,
    }
  }
}

export function errorBody(code: string, message: Text, fix: Text, retryAfterSeconds?: number): ErrorBody {
  return { error: { code, message, fix, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) } }
}
