import type { Text } from '../model/text'

/**
 * Something that can be done, or not. `file`: 备案 and 变更. `declare`: build and queue lists of the goods, mode or principal.
 * `send`: anything to leave this book. `claim`: a tax refund. `settle`: present receipts. `tell`: messages as payment
 * institution or carrier.
 */
export const acts = ['file', 'declare', 'send', 'claim', 'settle', 'tell'] as const
export type Act = (typeof acts)[number]

/** Whom or what a paper is about. */
export type Subject = 'enterprise' | 'goods' | 'mode' | 'principal'

/** A kind of paper. `blocks`: what cannot be done when one that is there has run out, and only for its own subject. */
export type EvidenceRule = { name: Text; subject: Subject; blocks: readonly Act[]; warns?: true }

const kind = (
  zh: string,
  en: string,
  subject: Subject,
  blocks: readonly Act[],
  more: { warns?: true } = {},
): EvidenceRule => ({ name: { zh, en }, subject, blocks, ...more })

/** What hangs on which paper; put together from practice (企业内部口径). `warns`: it is said, and does not stop. */
export const evidenceKinds = {
  'business-licence': kind('营业执照', 'Business licence', 'enterprise', ['file']),
  'legal-person-id': kind('法定代表人身份证件', 'Identity card of the legal representative', 'enterprise', [
    'file',
  ]),
  'signing-certificate': kind('签名证书（卡、UKey）', 'Signing certificate', 'enterprise', ['send']),
  'payment-licence': kind('支付业务许可证', 'Payment licence', 'enterprise', ['tell']),
  'courier-licence': kind('快递业务经营许可证', 'Courier licence', 'enterprise', ['tell']),
  'site-registration': kind('监管场所注册', 'Registration of the site', 'enterprise', ['tell']),
  'refund-filing': kind('退（免）税备案', 'Filing for refunds', 'enterprise', ['claim']),
  'name-list': kind('贸易外汇收支企业名录', 'Name list of foreign exchange', 'enterprise', ['settle']),
  'warehouse-lease': kind('海外仓租赁合同', 'Lease of the warehouse abroad', 'mode', ['declare']),
  'platform-contract': kind('平台入驻协议', 'Contract with the platform', 'mode', ['declare'], {
    warns: true,
  }),
  'agency-agreement': kind('代理委托授权', 'Authorisation by the principal', 'principal', [
    'file',
    'declare',
    'send',
    'claim',
    'settle',
  ]),
  'export-licence': kind('出口许可证', 'Export licence', 'goods', ['declare']),
  'dual-use-licence': kind('两用物项许可证', 'Licence of dual-use items', 'goods', ['declare']),
  'import-licence': kind('进口许可证', 'Import licence', 'goods', ['declare']),
  'species-permit': kind('濒危物种证明书', 'Permit of endangered species', 'goods', ['declare']),
  'drug-permit': kind('药品准许证', 'Permit of drugs', 'goods', ['declare']),
  'inspection-record': kind('检验检疫证单', 'Record of inspection', 'goods', ['declare']),
  'test-report': kind('第三方检验报告', 'Test report', 'goods', ['declare'], { warns: true }),
  'brand-leave': kind('品牌授权书', 'Leave to use a brand', 'goods', ['declare'], { warns: true }),
  'temperature-record': kind('冷链温度记录', 'Temperature record', 'goods', ['declare']),
  // Goods that need it are followed piece by piece (`control/pieces.ts`); a paper stands for no piece.
  'station-record': kind('特殊商品环节记录', 'Record of stations', 'goods', []),
} as const satisfies Record<string, EvidenceRule>

export type EvidenceKind = keyof typeof evidenceKinds
export const evidenceKindIds = Object.keys(evidenceKinds) as [EvidenceKind, ...EvidenceKind[]]
export const evidenceRule = (id: EvidenceKind): EvidenceRule => evidenceKinds[id]
