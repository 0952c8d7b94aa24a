import type { CebDocument } from '#shared/model/list'
import type { Rejection } from './rejection'

/**
 * 演练规则: checks of this practice window only. They are plausible, not official; their codes start with Y so that
 * nobody takes them for customs' own. The client does not run them: it learns of them as an officer does, by receipt.
 */
export type PracticeRule = {
  code: string
  /** Field of the 清单 line it looks at. */
  field: 'gname' | 'gcode' | 'gmodel'
  /** What the officer is told; the subject is put in front. */
  says: string
  breaks(value: string): boolean
}

/** Names that say nothing about the goods. Compared after trimming, width folding and lower-casing. */
const vagueNames = new Set(
  // prettier-ignore
  [
    '礼品', '礼物', '赠品', '样品', '商品', '货物', '物品', '产品', '日用品', '用品', '配件', '杂货', '其他', '其它', '百货',
    'gift', 'gifts', 'present', 'sample', 'samples', 'goods', 'item', 'items', 'product', 'products', 'parts',
    'accessory', 'accessories', 'others', 'misc',
  ],
)

/** Entries that fill the field and describe nothing. */
const emptyModels = new Set(['无', '/', '-', '--', '默认', '详见清单', 'none', 'n/a', 'default'])

/** Chapters of the tariff that are reserved and hold no goods. */
const missingChapters = new Set(['00', '77', '99'])

const folded = (text: string) => text.normalize('NFKC').trim().toLowerCase()

export const practiceRules: readonly PracticeRule[] = [
  {
    code: 'Y101',
    field: 'gname',
    says: '申报品名过于笼统，请填写能确定归类的具体品名',
    breaks: (value) => vagueNames.has(folded(value)),
  },
  {
    code: 'Y102',
    field: 'gcode',
    says: '商品编码的章在税则中不存在，请核对商品编码',
    breaks: (value) => missingChapters.has(value.slice(0, 2)),
  },
  {
    code: 'Y103',
    field: 'gmodel',
    says: '规格型号未填写有效内容，请填写品牌、规格、材质等申报要素',
    breaks: (value) => emptyModels.has(folded(value)),
  },
]

/** Every practice rule that a 清单 breaks, once per rule and SKU. */
export function practiceRejections(list: CebDocument): Rejection[] {
  const found = new Map<string, Rejection>()
  for (const line of list.lines ?? []) {
    for (const { code, field, says, breaks } of practiceRules) {
      const value = line[field] ?? ''
      if (!breaks(value)) continue
      const desc = `货号${line.itemNo ?? ''} ${field}“${value}”：${says}（演练规则）`
      found.set(`${code} ${line.itemNo}`, { code, desc })
    }
  }
  return [...found.values()]
}
