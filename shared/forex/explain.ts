import type { Explained } from '../rules/explain'
import { given } from '../rules/explain'
import type { ReceiptVerdict } from './receipt-verdict'

/** How the amounts of a receipt were made, for the report and the print. */
export function explainReceipt(receipt: Omit<ReceiptVerdict, 'figures'>): Explained[] {
  const { credited, matchedGross, supportedGross, foreignCharges, eligible, held } = receipt
  const inputs = {
    credited: given('入账金额', 'credited', credited),
    matched: given('关联金额', 'matched', matchedGross),
    supported: given('单证齐全的金额', 'supported', supportedGross),
    charges: given('国外扣费', 'charged abroad', foreignCharges),
  }
  const eligibleFigure: Explained = {
    figure: 'eligible',
    label: { zh: '可提交金额', en: 'Can be presented' },
    value: eligible,
    rule: 'C6',
    formula: {
      zh: '入账金额与（单证齐全的金额 − 按比例分摊的国外扣费）取小；扣额度与暂扣另列',
      en: 'the lesser of credited and supported less its share of charges; quotas and holds are listed apart',
    },
    inputs: [inputs.credited, inputs.supported, inputs.charges, inputs.matched],
  }
  return [
    eligibleFigure,
    {
      figure: 'held',
      label: { zh: '暂不可提交', en: 'Held' },
      value: held,
      rule: 'C8',
      formula: { zh: '入账金额 − 可提交金额', en: 'credited − can be presented' },
      inputs: [inputs.credited, { name: eligibleFigure.label, value: eligible, of: eligibleFigure }],
    },
  ]
}
