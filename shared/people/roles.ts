import { z } from 'zod'
import type { Text } from '../model/text'

/** 录入, 复核, 申报, 主管, 审计. An officer may hold several. */
export const Role = z.enum(['entry', 'check', 'declare', 'chief', 'audit'])
export type Role = z.infer<typeof Role>
export const roles = Role.options

/** At least one; 审计 stands alone, because whoever audits must not have done what is audited. */
export const Roles = z
  .array(Role)
  .min(1)
  .refine((held) => new Set(held).size === held.length, 'a role twice')
  .refine((held) => held.length === 1 || !held.includes('audit'), '审计 together with another role')
export type Roles = readonly Role[]

export const roleNames: Readonly<Record<Role, Text>> = {
  entry: { zh: '录入', en: 'Entry' },
  check: { zh: '复核', en: 'Checking' },
  declare: { zh: '申报', en: 'Declaring' },
  chief: { zh: '主管', en: 'Chief' },
  audit: { zh: '审计', en: 'Audit' },
}

/** What somebody may do with a book. Each call and each channel needs exactly one of them. */
export const rights = [
  'look',
  'reveal',
  'enter',
  'check',
  'declare',
  'certificate',
  'export',
  'backup',
  'manage',
] as const
export type Right = (typeof rights)[number]

export const rightNames: Readonly<Record<Right, Text>> = {
  look: { zh: '查看', en: 'Look' },
  reveal: { zh: '查看完整个人信息（记原因）', en: 'See personal data in full (reason kept)' },
  enter: { zh: '导入、录入、修改', en: 'Import, enter, change' },
  check: { zh: '复核', en: 'Check' },
  declare: { zh: '申报、更正、撤销、发送', en: 'Declare, correct, withdraw, send' },
  certificate: { zh: '使用签名证书', en: 'Use the signing certificate' },
  export: { zh: '导出、打印', en: 'Export, print' },
  backup: { zh: '写备份', en: 'Write backups' },
  manage: { zh: '管理操作员、口令、网络、恢复', en: 'Manage officers, keys, network, restoring' },
}

/**
 * The one table of who may do what (企业内部口径: no rule of the authorities). The window's worker asks it before each call,
 * main before each channel, the screen before it offers anything.
 */
export const rightsOf: Readonly<Record<Role, readonly Right[]>> = {
  entry: ['look', 'reveal', 'enter', 'export', 'backup'],
  check: ['look', 'reveal', 'check', 'export', 'backup'],
  declare: ['look', 'reveal', 'declare', 'certificate', 'export', 'backup'],
  chief: [...rights],
  audit: ['look', 'reveal'],
}

/** Rights that leave every record as it is. */
export const looking: ReadonlySet<Right> = new Set<Right>(['look', 'reveal'])

export const may = (held: Roles, right: Right): boolean => held.some((role) => rightsOf[role].includes(right))

/** Why somebody may not, and who may. @param needed any one of them is enough */
export function whyNot(...needed: readonly Right[]): Text {
  const holders = roles.filter((role) => needed.some((right) => rightsOf[role].includes(right)))
  const list = (names: readonly Text[], language: 'zh' | 'en') =>
    names.map((name) => name[language]).join(language === 'zh' ? '或' : ' or ')
  const acts = needed.map((right) => rightNames[right])
  const who = holders.map((role) => roleNames[role])
  return {
    zh: `您的角色不能「${list(acts, 'zh')}」。请由${list(who, 'zh')}来做，或请主管在「操作员」里调整角色。`,
    en: `Your role does not allow: ${list(acts, 'en')}. It takes ${list(who, 'en')}; a chief can change roles under Officers.`,
  }
}
