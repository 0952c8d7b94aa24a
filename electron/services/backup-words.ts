import { fillText } from '#shared/model/text'
import { Refusal } from '../shell/refusal'

const texts = {
  'backup-foreign': {
    zh: '“{file}”不是驿关的备份文件。请选择以 .ygbackup 结尾、由驿关写出的备份。',
    en: '“{file}” is no backup of Yiguan. Choose a file ending in .ygbackup that Yiguan wrote.',
  },
  'backup-newer': {
    zh: '备份“{file}”由更新版本的驿关写成（格式 {found}，本版本支持到 {known}），没有读入任何内容。请安装新版本后再恢复。',
    en: 'Backup “{file}” was written by a newer Yiguan (form {found}, this one knows {known}); nothing was read. Install the newer version, then restore.',
  },
  'backup-damaged': {
    zh: '备份“{file}”第 {part} 部分（约第 {at} 字节）的内容与写入时的校验值不符，文件被改动或损坏，不能用于恢复。请换用另一份备份。',
    en: 'Part {part} of backup “{file}” (near byte {at}) does not match the checksum it was written with: the file was altered or damaged and cannot be restored from. Use another backup.',
  },
  'backup-cut': {
    zh: '备份“{file}”在第 {part} 部分之后就断了，没有结尾，可能没有复制完整。请重新复制原文件，或换用另一份备份。',
    en: 'Backup “{file}” breaks off after part {part} and has no end; it was probably not copied completely. Copy the original again or use another backup.',
  },
  'backup-passphrase': {
    zh: '备份口令不正确，文件没有解开。请输入写这份备份时所用的备份口令（不是登录口令），注意大小写和输入法。',
    en: 'Wrong backup passphrase; the file stays closed. Give the passphrase that was set when this backup was written (not the unlock password); mind capitals and the input method.',
  },
  'backup-unset': {
    zh: '还没有设置备份口令。请到「数据安全」设置，备份才能在别的电脑上打开。',
    en: 'No backup passphrase is set. Set one under Data safety, so that a backup can be opened on another computer.',
  },
  'backup-locked': {
    zh: '账套已锁定，不能备份。请先解锁。',
    en: 'The book is locked and cannot be backed up. Unlock it first.',
  },
  'backup-running': {
    zh: '这个账套正在备份。请等它完成。',
    en: 'A backup of this book is being written. Wait for it to end.',
  },
  'backup-not-moved': {
    zh: '没有写迁移文件：本机还没有标记“已迁出”。迁移文件带着签名密钥，两台电脑不能同时使用；请从「迁到新电脑」向导开始。',
    en: 'No moving file was written: this computer is not marked as moved out. The file carries the signing key and two computers must not use it at once; start from the wizard Move to a new computer.',
  },
  'backup-shrunk': {
    zh: '没有备份：现在的数据比上一份备份（{at}）少：{detail}。如果数据丢失了，请从上一份备份恢复；确认无误再选“仍然备份”，以前的备份不会被替换。',
    en: 'Not backed up: there is less than in the last backup ({at}): {detail}. If data was lost, restore the last backup; choose Back up anyway only when this is right. Earlier backups stay.',
  },
  'backup-disk': {
    zh: '备份位置的磁盘只剩 {free} MB，写这份备份约需 {need} MB，没有开始写。请清理磁盘，或在「数据安全」换一个位置。',
    en: 'The disk of the backups has {free} MB left and this one needs about {need} MB; nothing was written. Free some space or choose another place under Data safety.',
  },
  'backup-write': {
    zh: '备份没有写成（{detail}），以前的备份没有改动。请检查备份位置是否还在、能否写入，再重试。',
    en: 'The backup was not written ({detail}); earlier ones are unchanged. Check that the place is still there and can be written, then try again.',
  },
  'restore-write': {
    zh: '没有恢复：本机资料目录写不进去（{detail}），没有建立账套，备份文件没有改动。请清理磁盘或检查权限，再重新恢复。',
    en: 'Not restored: the profile of this computer cannot be written ({detail}). No book was made and the backup is unchanged. Free some space or check the permissions, then restore again.',
  },
  'backup-reread': {
    zh: '备份写完后重新读出的内容与写入的不同，这一份已删除，以前的备份没有改动。磁盘可能有故障，请换一个位置再备份。',
    en: 'Read back after writing, the backup was not what was written; it was removed, earlier ones are unchanged. The disk may be failing: choose another place and try again.',
  },
  'backup-gone': {
    zh: '这份备份已不在原处（{file}）。请接上存放它的磁盘，或换用另一份备份。',
    en: 'This backup is not at its place any more ({file}). Connect the disk it lies on or use another backup.',
  },
  'backup-other-book': {
    zh: '这份备份不是当前账套的，不能用来演练。恢复别的账套请在解锁页选“从备份恢复”。',
    en: 'This backup is of another book and cannot be drilled here. To restore another book choose Restore from a backup on the unlock page.',
  },
  'backup-handle': {
    zh: '这份备份已经关上。请重新选择文件。',
    en: 'This backup was closed. Choose the file again.',
  },
} as const

export type BackupCode = keyof typeof texts

/** A refusal of the backup service in words. */
export const refuse = (code: BackupCode, params: Record<string, string | number> = {}): Refusal =>
  new Refusal(code, fillText(texts[code], params))
