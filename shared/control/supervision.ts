import type { Constraint } from '../model/goods'
import type { Direction } from '../model/mode'
import type { Text } from '../model/text'
import type { EvidenceKind } from '../evidence/kinds'

/**
 * One letter of 监管条件: what customs asks for, in which direction. `needs`: the paper that answers it; without one the
 * goods cannot go at all. `constraint`: what it means for the simpler ways to declare.
 */
export type SupervisionMark = {
  name: Text
  directions: readonly Direction[]
  constraint: Constraint | 'forbidden'
  needs?: EvidenceKind
}

const out: readonly Direction[] = ['export']
const in_: readonly Direction[] = ['import']
const twoWay: readonly Direction[] = ['export', 'import']
const mark = (
  zh: string,
  en: string,
  directions: readonly Direction[],
  constraint: SupervisionMark['constraint'] = 'licence',
  needs: EvidenceKind | undefined = constraint === 'forbidden' ? undefined : 'export-licence',
): SupervisionMark => ({ name: { zh, en }, directions, constraint, ...(needs && { needs }) })

/** Letters in use, second-hand (口径待确认). A letter that is not here is shown as it stands and has to be looked up. */
export const supervisionMarks: Readonly<Record<string, SupervisionMark>> = {
  3: mark('两用物项和技术出口许可证', 'Export licence of dual-use items', out, 'licence', 'dual-use-licence'),
  4: mark('出口许可证', 'Export licence', out),
  8: mark('禁止出口商品', 'May not be exported', out, 'forbidden'),
  B: mark('出境检验检疫', 'Inspection of exports', out, 'inspection', 'inspection-record'),
  E: mark('濒危物种允许出口证明书', 'Export permit of endangered species', out, 'licence', 'species-permit'),
  G: mark(
    '两用物项和技术出口许可证（定向）',
    'Dual-use licence for certain countries',
    out,
    'licence',
    'dual-use-licence',
  ),
  x: mark('出口许可证（加工贸易）', 'Export licence of processing trade', out),
  y: mark('出口许可证（边境小额贸易）', 'Export licence of border trade', out),
  I: mark(
    '麻醉精神药品进出口准许证',
    'Permit of narcotic and psychotropic drugs',
    twoWay,
    'licence',
    'drug-permit',
  ),
  J: mark('黄金及黄金制品进出口准许证', 'Permit of gold and articles of it', twoWay),
  L: mark('药品进出口准许证', 'Permit of drugs', twoWay, 'licence', 'drug-permit'),
  S: mark('农药进出口登记管理放行通知单', 'Release note of pesticides', twoWay),
  X: mark('有毒化学品环境管理放行通知单', 'Release note of toxic chemicals', twoWay),
  k: mark('民用爆炸物品进出口审批单', 'Approval of explosives for civil use', twoWay),
  1: mark('进口许可证', 'Import licence', in_, 'licence', 'import-licence'),
  2: mark('两用物项和技术进口许可证', 'Import licence of dual-use items', in_, 'licence', 'import-licence'),
  6: mark('旧机电产品禁止进口', 'Used machinery may not be imported', in_, 'forbidden'),
  7: mark('自动进口许可证', 'Automatic import licence', in_, 'licence', 'import-licence'),
  9: mark('禁止进口商品', 'May not be imported', in_, 'forbidden'),
  A: mark('进境检验检疫', 'Inspection of imports', in_, 'inspection', 'inspection-record'),
  F: mark('濒危物种允许进口证明书', 'Import permit of endangered species', in_, 'licence', 'species-permit'),
  O: mark(
    '自动进口许可证（机电产品）',
    'Automatic import licence of machinery',
    in_,
    'licence',
    'import-licence',
  ),
  Q: mark('进口药品通关单', 'Clearance note of drugs', in_, 'licence', 'drug-permit'),
}
