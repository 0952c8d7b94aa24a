import { cmp } from '../../money/decimal'
import { isNothing, numberOf } from './number'
import type { DocumentRule } from './rule'

const above: DocumentRule = {
  id: 'weight-zero',
  on: ['CEB505', 'CEB603', 'CEB607', 'CEB511', 'CEB621'],
  severity: 'refuse',
  source: '清单审核：重量、件数大于0',
  message: { zh: '重量和件数必须大于0', en: 'Weight and number of parcels must be above 0' },
  fix: { zh: '填称重结果(千克)和实际件数', en: 'Give the weighed kilograms and the real number of parcels' },
  check(head, _lines, report) {
    for (const field of ['grossWeight', 'netWeight', 'weight', 'packNo']) {
      const value = numberOf(head, field)
      if (value !== undefined && isNothing(value)) report({ field }, value)
    }
  },
}

const netWeight: DocumentRule = {
  id: 'net-weight',
  on: ['CEB603', 'CEB621'],
  severity: 'refuse',
  source: '报文规范：净重不大于毛重',
  message: { zh: '净重{net}大于毛重{gross}', en: 'Net weight {net} is above the gross weight {gross}' },
  fix: {
    zh: '核对商品资料里的单件净重和运单称重',
    en: 'Check the net weight per piece in the goods master and the weight on the waybill',
  },
  check(head, _lines, report) {
    const net = numberOf(head, 'netWeight')
    const gross = numberOf(head, 'grossWeight')
    if (net !== undefined && gross !== undefined && cmp(net, gross) > 0) {
      report({ field: 'netWeight' }, net, { net, gross })
    }
  },
}

/** Weights and parcels. */
export const weightRules = [above, netWeight]
