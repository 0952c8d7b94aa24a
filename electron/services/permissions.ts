import type { ChannelName } from '#shared/ipc/contract'
import { channelRights } from '#shared/ipc/rights'
import { may, whyNot } from '#shared/people/roles'
import { Refusal } from '../shell/refusal'
import type { Sessions } from './sessions'

const signedOut = {
  zh: '这个窗口没有登录操作员（已锁定），请求已拒绝。请重新登录后再做。',
  en: 'Nobody is signed in in this window (it is locked); refused. Sign in and try again.',
}
const otherBook = {
  zh: '请求的不是这个窗口打开的账套，已拒绝，没有改动。请切换到那个账套再做。',
  en: 'The request is for another book than this window has open; refused, nothing was changed. Open that book first.',
}

/** Why a window may not make a call: nobody signed in, another enterprise's book, or not in the officer's roles. */
export const createPermissions =
  (sessions: Pick<Sessions, 'holderOf'>) =>
  (channel: ChannelName, window: number, [first]: readonly unknown[]): Refusal | undefined => {
    const asked = channelRights[channel]
    if (!asked) return undefined
    const holder = sessions.holderOf(window)
    if (!holder) return new Refusal('signed-out', signedOut)
    if (asked.book && first !== holder.bookId) return new Refusal('other-book', otherBook)
    return may(holder.roles, asked.right) ? undefined : new Refusal('not-your-role', whyNot(asked.right))
  }
