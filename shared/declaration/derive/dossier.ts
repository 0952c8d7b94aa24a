import type { Member } from '../../ceb/dossier-rules'
import type { Enterprise } from '../../model/enterprise'
import type { Goods } from '../../model/goods'
import type { Payment } from '../../model/payment'
import type { Template } from '../../model/template'
import type { Waybill } from '../../model/waybill'
import type { DeclaredOrder } from '../declared-order'
import type { DeclaredLine } from '../lines'
import type { ModeRule } from '../modes/modes'

/** 1 new, 2 change of what customs has taken in. */
export type AppType = '1' | '2'

export type DossierLine = DeclaredLine & {
  gnum: number
  goods: Goods
  quantity1: string
  quantity2?: string
  price: string
}

/** Everything the four documents of one 清单 are derived from, with codes looked up and weights summed. */
export type Dossier = {
  order: DeclaredOrder
  lines: readonly DossierLine[]
  template: Template
  /** What the 监管方式 of the template demands. */
  mode: ModeRule
  waybill: Waybill
  payment?: Payment
  enterprise: Enterprise
  copNo: string
  /** Document → its guid: 36 characters, one per document and submission. */
  guid: Readonly<Record<Member, string>>
  appType: Readonly<Record<Member, AppType>>
  /** yyyyMMddHHmmss, Asia/Shanghai. */
  appTime: string
  /** Customs numeric codes. */
  codes: { currency: string; country: string; port: string; payment?: string; freight?: string }
  goodsValue: string
  grossWeight: string
  netWeight: string
  /** Of an export. */
  statisticsFlag: 'A' | 'B'
  /** 许可证号 of its goods. */
  licenseNo?: string
  preNo?: string
  invtNo?: string
}
