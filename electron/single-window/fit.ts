import type { BookKind } from '#shared/model/enterprise'
import type { Failure } from '#shared/protocol/errors'

/** 演练 books talk to practice services only, 正式 books to real ones only. */
export const mayConnect = (book: BookKind, service: { practice: boolean }): boolean =>
  service.practice === (book === 'practice')

/** Nothing was sent because this side forbids it; the queue is kept until a person has put it right. */
const held = (code: string, message: Failure['message'], fix: Failure['fix']): Failure => ({
  kind: 'auth',
  code,
  reached: false,
  line: false,
  unsent: true,
  message,
  fix,
})

export const bookMismatch = (): Failure =>
  held(
    'book-mismatch',
    {
      zh: '演练账套只能连接演练单一窗口，正式账套只能连接正式单一窗口；未发送任何内容',
      en: 'A practice book connects to a practice window only, a real book to a real one only; nothing was sent',
    },
    { zh: '请更正服务地址，或改用对应的账套', en: 'Correct the service address, or use the matching book' },
  )

export const noTransport = (): Failure =>
  held(
    'no-transport',
    { zh: '本账套尚未配置申报通道', en: 'This book has no transport yet' },
    {
      zh: '可先准备、预检和导出；配置正式通道后再申报',
      en: 'Prepare, check and export meanwhile; set up a real transport to declare',
    },
  )

export const accountChanged = (): Failure =>
  held(
    'account-changed',
    {
      zh: '企业或服务已更换，本次请求未发出',
      en: 'Enterprise or service changed; this request was not made',
    },
    { zh: '请重新打开账套后再试', en: 'Open the book again, then retry' },
  )

export const signInMissing = (): Failure =>
  held(
    'sign-in-missing',
    {
      zh: '该单一窗口没有可用的登录方式；未发送任何内容',
      en: 'This single window offers no way to sign in; nothing was sent',
    },
    { zh: '请核对服务地址，或联系单一窗口', en: 'Check the service address, or contact the single window' },
  )

/** The service does not let this key in: no request is of use before a person has seen to it. */
export const signInRefused = (failure: Failure): Failure => ({
  ...failure,
  kind: 'auth',
  line: false,
  unsent: true,
})

/** 已迁出: whatever database lies here now, this installation sends nothing any more. */
export const movedOut = (): Failure =>
  held(
    'moved-out',
    { zh: '本机已迁出，未发送任何内容', en: 'This installation has moved out; nothing was sent' },
    { zh: '请在迁入的电脑上继续', en: 'Go on at the computer it moved to' },
  )

/** The send journal cannot be written: without it nothing may leave, or a lost database could send twice. */
export const journalFailed = (): Failure => ({
  kind: 'retry',
  code: 'journal-failed',
  reached: false,
  line: true,
  unsent: true,
  message: {
    zh: '发送日志无法写入，为防重复申报未发送',
    en: 'The send journal cannot be written; nothing was sent, to prevent sending twice',
  },
  fix: {
    zh: '请检查磁盘空间和数据目录的写入权限',
    en: 'Check free disk space and that the data folder can be written',
  },
})
