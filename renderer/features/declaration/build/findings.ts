import { tableOf } from '#shared/ceb/tables'
import type { BuildFault } from '#shared/declaration/build-fault'
import { slots, type DossierMessage } from '#shared/declaration/dossier-messages'
import type { Text } from '#shared/model/text'
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
function elementName({ document, path }: BuildFault): Text {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (!(document in slots)) return { zh: name, en: name }
  const table = tableOf(document as DossierMessage)
  const field = table.head.byName.get(name) ?? table.lines?.byName.get(name)
  return field ? { zh: `${field.label.zh} ${name}`, en: `${field.label.en} ${name}` } : { zh: name, en: name }
}

/** Faults of one order as findings; the id is the place in the list. */
export function findingsOf(faults: readonly BuildFault[]): FindingView[] {
  return faults.map((fault, at) => {
    const { source, document, value, message, rule, severity, fix } = fault
    const record = records[source.record]
    const element = elementName(fault)
    const found: Text = value === '' ? { zh: '（空）', en: '(empty)' } : { zh: value, en: value }
    return {
      id: String(at),
      effect: severity === 'refuse' ? 'block' : 'hint',
      rule,
      what: message,
      where: {
        zh: `${record.zh} ${source.key}，字段 ${element.zh}，当前值 ${found.zh}`,
        en: `${record.en} ${source.key}, field ${element.en}, value ${found.en}`,
      },
      why: document
        ? { zh: `${document} 报文规则`, en: `Rules of message ${document}` }
        : { zh: '生成规则', en: 'Rules of building' },
      fix,
    }
  })
}
