import { tableOf } from '#shared/ceb/tables'
import type { BuildFault } from '#shared/declaration/build-fault'
import { slots, type DossierMessage } from '#shared/declaration/dossier-messages'
import type { ListWarning } from '#shared/model/list'
import type { Text } from '#shared/model/text'
import { strengthLabel } from '#shared/rules/rule'
import type { FindingView } from '../../../components/FindingList'

const records: Readonly<Record<BuildFault['source']['record'], Text>> = {
  order: { zh: '订单', en: 'Order' },
  goods: { zh: '商品', en: 'Goods' },
  template: { zh: '申报参数模板', en: 'Template' },
  waybill: { zh: '运单', en: 'Waybill' },
  payment: { zh: '收款单', en: 'Payment' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  zone: { zh: '综试区参数', en: 'Zone data' },
}

/** The element of the message a path ends in, in words; the path itself where no table knows it. */
function elementName({ document, path }: Pick<BuildFault, 'document' | 'path'>): Text {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (!(document in slots)) return { zh: name, en: name }
  const table = tableOf(document as DossierMessage)
  const field = table.head.byName.get(name) ?? table.lines?.byName.get(name)
  return field ? { zh: `${field.label.zh} ${name}`, en: `${field.label.en} ${name}` } : { zh: name, en: name }
}

type Placed = Pick<BuildFault, 'document' | 'path' | 'value'> & { source?: BuildFault['source'] | undefined }

/** `商品 MUG-01，字段 单位 unit，当前值 007`; without the record where nothing tells it. */
function whereOf({ source, value, ...at }: Placed): Text {
  const element = elementName(at)
  const found: Text = value === '' ? { zh: '（空）', en: '(empty)' } : { zh: value, en: value }
  const record = source && records[source.record]
  const here: Text = {
    zh: `字段 ${element.zh}，当前值 ${found.zh}`,
    en: `field ${element.en}, value ${found.en}`,
  }
  if (!record) return here
  return { zh: `${record.zh} ${source.key}，${here.zh}`, en: `${record.en} ${source.key}, ${here.en}` }
}

const groundOf = (document: string): Text =>
  document
    ? { zh: `${document} 报文规则`, en: `Rules of message ${document}` }
    : { zh: '生成规则', en: 'Rules of building' }

/** Faults of one order as findings; the id is the place in the list. */
export const findingsOf = (faults: readonly BuildFault[]): FindingView[] =>
  faults.map((fault, at) => ({
    id: String(at),
    effect: fault.severity === 'refuse' ? 'block' : 'hint',
    rule: fault.rule,
    what: fault.message,
    where: whereOf(fault),
    why: groundOf(fault.document),
    fix: fault.fix,
  }))

/** What was remarked on one 清单 as findings; how sure a rule is stands beside what it says. */
export const remarksOf = (warnings: readonly ListWarning[]): FindingView[] =>
  warnings.map((warning, at) => {
    const { rule, message, fix, why, strength = 'primary', document } = warning
    const { zh, en } = why ?? groundOf(document)
    const mark = strengthLabel[strength]
    return {
      id: String(at),
      effect: 'hint',
      rule,
      what: message,
      where: whereOf(warning),
      why: mark.zh === '' ? { zh, en } : { zh: `${zh}（${mark.zh}）`, en: `${en} (${mark.en})` },
      fix,
    }
  })
