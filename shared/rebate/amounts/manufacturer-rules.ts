import { from2026, head, house, read, unsure, until2025 } from '../cite'

const both = (article: string, primary = true) => [
  read('39号', article, until2025),
  (primary ? read : unsure)('11号', '五（一）1', from2026),
]
const rule = (id: string, zh: string, en: string, basis: Parameters<typeof head>[4]) =>
  head(
    id,
    'blocking',
    [zh, en],
    ['按申报汇总表逐项核对', 'Check it item by item with the summary form'],
    basis,
  )

/** What the figures of a manufacturer rest on. */
export const manufacturerRules = {
  c08: rule(
    'C08',
    '生产企业计税依据为实际离岸价，进料加工扣除保税料件和国内免税料',
    'The base of a manufacturer is the actual FOB less bonded and exempt material',
    [read('39号', '四（一）至（三）', until2025), unsure('11号', '四', from2026)],
  ),
  d04: rule(
    'D04',
    '不得免征和抵扣税额抵减额 = 免税购进原材料 ×（征税率 − 退税率）',
    'Offset of the non-creditable tax = exempt material x (levy - rebate)',
    both('五（一）'),
  ),
  d05: rule(
    'D05',
    '不得免征和抵扣税额 = 离岸价 × 汇率 ×（征税率 − 退税率）− 抵减额，作进项转出',
    'Non-creditable tax = FOB x rate x (levy - rebate) - offset, turned out of input',
    both('五（一）'),
  ),
  d06: rule(
    'D06',
    '当期应纳税额 = 销项 −（进项 − 不得免征和抵扣税额）− 上期留抵',
    'Tax payable = output - (input - non-creditable) - credit brought in',
    both('五（一）', false),
  ),
  d07: rule(
    'D07',
    '免抵退税额 = 离岸价 × 汇率 × 退税率 − 免税购进原材料 × 退税率',
    'ECR tax = FOB x rate x rebate rate - exempt material x rebate rate',
    both('五（一）', false),
  ),
  d08: rule(
    'D08',
    '应纳税额非负时应退为 0；留抵不大于免抵退税额的退留抵，其余为免抵；大于的退免抵退税额，其余结转',
    'Refund is the smaller of end credit and ECR tax; the rest is exempt-credit or carried out',
    both('五（一）', false),
  ),
  d09: rule(
    'D09',
    '期末留抵取同期增值税纳税申报表的数，先申报增值税再申报免抵退税',
    'The end credit is that of the VAT return of the same period, filed before',
    [read('5号', '十五', from2026), house('form')],
  ),
  d10: rule(
    'D10',
    '免税购进原材料 = 国内免税料 + 保税料件；保税料件 = 出口离岸价 × 计划分配率（计划进口 ÷ 计划出口）',
    'Exempt material = domestic + bonded; bonded = FOB x planned ratio',
    [unsure('39号', '五（一）3'), unsure('2013#12')],
  ),
  d11: rule(
    'D11',
    '抵减额大于当期数的，以当期数为限，超出部分结转下期',
    'Offsets are capped by the period; the excess is carried forward',
    [unsure('11号', '五（一）1', from2026), house('form')],
  ),
  d12: head(
    'D12',
    'info',
    [
      '免抵税额计入城建税及附加计税依据：7%/5%/1%、3%、2%，下期申报',
      'Exempt-credit counts for surtaxes: 7, 5 or 1 %, 3 %, 2 %, in the next filing period',
    ],
    ['下期一并申报附加税费', 'Report the surtaxes in the next period'],
    [unsure('2021#28')],
  ),
} as const
