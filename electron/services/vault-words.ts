import type { Text } from '#shared/model/text'
import { Refusal } from '../shell/refusal'

const texts = {
  unknownBook: {
    zh: '没有这个账套。请返回账套列表重新选择。',
    en: 'No such book. Go back to the list of books and choose again.',
  },
  wrongPassword: {
    zh: '口令不正确。请检查大小写和输入法后重试。',
    en: 'Wrong password. Check capitals and the input method, then try again.',
  },
  keyStore: {
    zh: '本机的密钥库打不开这个账套的钥匙（换过系统账户、重装过系统或换了电脑）。数据没有改动。请用恢复密钥打开，或从备份恢复。',
    en: "This machine's key store cannot open the key of this book (another account, a new system, another computer). No data was changed. Use the recovery key, or restore a backup.",
  },
  recoveryKey: {
    zh: '恢复密钥抄写有误：应为 7 组、每组 4 位，请对照纸上逐位核对后重输。',
    en: 'The recovery key has a slip: seven groups of four. Compare it with the paper, digit by digit.',
  },
  wrongRecovery: {
    zh: '这把恢复密钥不是这个账套的，或者已被后来生成的恢复密钥取代。',
    en: 'This recovery key is not of this book, or a later one took its place.',
  },
  noRecovery: {
    zh: '这个账套没有生成过恢复密钥。请从备份恢复。',
    en: 'No recovery key was ever made for this book. Restore a backup.',
  },
  newer: {
    zh: '密钥文件由更新版本的驿关写成，本版本不能读取，未作任何改动。请安装新版本。',
    en: 'The key file was written by a newer version; this one cannot read it and changed nothing. Install the newer version.',
  },
  unknownOfficer: {
    zh: '这个账套里没有这位操作员。请返回解锁页重新选择。',
    en: 'This book has no such officer. Go back to the unlock page and choose again.',
  },
  disabled: {
    zh: '这位操作员已停用，不能再登录。数据没有改动；请主管在「操作员」里重新启用。',
    en: 'This officer was disabled and cannot sign in. No data was changed; a chief can enable the officer again under Officers.',
  },
  initial: {
    zh: '这是主管给的首次口令，请先换成自己的口令再登录。',
    en: 'This is the first password that a chief gave. Choose an own one before signing in.',
  },
  altered: {
    zh: '操作员的角色记录被绕过程序改动，不能登录。数据没有改动；请用恢复密钥打开，再由主管重设角色。',
    en: 'The roles of this officer were changed outside the program. No data was changed; open with the recovery key and have a chief set the roles again.',
  },
  keysAltered: {
    zh: '密钥文件被绕过程序改动：写明的加密算法与恢复密钥封存时的不符。数据没有改动；请从备份恢复账套。',
    en: 'The key file was changed outside the program: the cipher it names is not the one the recovery key was made for. No data was changed; restore the book from a backup.',
  },
  keysOutdated: {
    zh: '数据密钥已更换，这个窗口用的还是旧密钥。数据没有改动；请锁定后重新解锁，再做一次。',
    en: 'The data keys were renewed and this window still has the ones before. No data was changed; lock, unlock again, and repeat this.',
  },
  nameTaken: {
    zh: '已有同名的操作员（包括已停用的）。操作记录按姓名认人，请换一个能区分的姓名。',
    en: 'There is an officer of this name, perhaps disabled. The journal knows people by name: choose one that can be told apart.',
  },
  lastChief: {
    zh: '这是最后一位主管，停用或改掉后就没有人能管理操作员。请先让另一位操作员担任主管。',
    en: 'This is the last chief; without one nobody can manage officers. Make another officer a chief first.',
  },
  samePassword: {
    zh: '新口令与现在的相同。首次口令别人也知道，请换一个。',
    en: 'The new password is the present one. Somebody else knows a first password: choose another.',
  },
  renewing: {
    zh: '上一次更换数据密钥还没有做完，旧数据仍在转换。请解锁账套并等它做完再换，进度见「数据安全」。',
    en: 'The last renewal of the data keys is not at its end yet. Unlock the book and let it finish; Data safety shows how far it is.',
  },
  notChief: {
    zh: '只有主管可以管理操作员和恢复密钥。',
    en: 'Only a chief manages officers and the recovery key.',
  },
} satisfies Record<string, Text>

const codes: Readonly<Record<keyof typeof texts, string>> = {
  unknownBook: 'unknown-book',
  wrongPassword: 'wrong-password',
  keyStore: 'key-store',
  recoveryKey: 'recovery-key-slip',
  wrongRecovery: 'wrong-recovery-key',
  noRecovery: 'no-recovery-key',
  newer: 'newer-vault',
  unknownOfficer: 'unknown-officer',
  disabled: 'officer-disabled',
  initial: 'initial-password',
  altered: 'officer-altered',
  keysAltered: 'keys-altered',
  keysOutdated: 'keys-outdated',
  nameTaken: 'officer-name-taken',
  lastChief: 'last-chief',
  samePassword: 'same-password',
  renewing: 'keys-renewing',
  notChief: 'not-your-role',
}

/** A refusal of the vault in its own words. */
export const refuse = (why: keyof typeof texts): Refusal => new Refusal(codes[why], texts[why])

export const tooEarly = (seconds: number): Refusal =>
  new Refusal('too-many-attempts', {
    zh: `口令连续输错，请等待 ${seconds} 秒后再试。`,
    en: `Too many wrong passwords. Wait ${seconds} seconds and try again.`,
  })
