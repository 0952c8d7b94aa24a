import { from2026, head, read, unsure, until2025 } from '../cite'
import { warehouseRules } from '../warehouse'
import { exempt, type Decision, type LineFacts, type TreatmentRule } from './rule'

const notYet = (zh: string, en: string): Decision => ({ treatment: 'notYet', note: { zh, en } })

const b01 = head(
  'B01',
  'blocking',
  [
    '退税须同时满足：销售给境外单位或个人、报关并实际离境、按销售入账、按规定收汇',
    'A refund needs all: sold abroad, declared and left, booked as sale, foreign exchange collected',
  ],
  ['条件补齐后再申报', 'Claim when the condition is met'],
  [read('39号', '一', until2025), read('11号', '一（一）1', from2026)],
)

const a01 = head(
  'A01',
  'blocking',
  [
    '首次申报前未办理出口退（免）税备案：不能申报退税，免税和征税不受影响',
    'Without filing for refunds no claim can be made; exemption and tax stay open',
  ],
  ['先办理出口退（免）税备案', 'File for export refunds first'],
  [unsure('24号', '三', until2025), read('5号', '四至六', from2026)],
)

/** Without 备案 on the day of the check there is no claim yet. */
function unfiled({ enterprise: { rebateFiled, rebateFiledOn }, asOf }: LineFacts): Decision | undefined {
  const filed = rebateFiled ?? rebateFiledOn !== undefined
  return filed && (rebateFiledOn === undefined || rebateFiledOn <= asOf)
    ? undefined
    : notYet('尚未办理备案', 'Not filed yet')
}

/** Goods of 9810 that wait abroad for their sale, claimed since the announcement took effect. */
const isPreRefund = ({ line, asOf }: LineFacts): boolean =>
  line.declaration.supervisionMode === '9810' &&
  !line.bookedAsSale &&
  line.notBookedReason === 'unsoldOverseasWarehouse' &&
  asOf >= (warehouseRules.g01.from ?? '')

/** What every refund has to meet beside its own rule, in the order it is asked; the first that says something decides. */
export const conditions: readonly TreatmentRule[] = [
  {
    ...head(
      'B02',
      'info',
      [
        '进入综合保税区、保税港区、珠澳跨境工业区、保税物流中心（B型）销售：视同出口',
        'Goods sold into a bonded zone of the listed kinds count as exported',
      ],
      ['凭入区报关单申报', 'Claim with the declaration of the entry'],
      [unsure('39号', '一', until2025), read('11号', '一（一）2（1）', from2026)],
    ),
    decide: ({ line }) => (line.zoneEntry ? { mark: true } : undefined),
  },
  {
    ...b01,
    decide: ({ line }) =>
      line.departed || line.zoneEntry ? undefined : notYet('尚未离境', 'The goods have not left'),
  },
  // A pre-refund is a claim too: it asks nothing of sale and receipt, but it wants the filing.
  { ...a01, decide: (facts) => (isPreRefund(facts) ? unfiled(facts) : undefined) },
  {
    ...warehouseRules.g01,
    decide: (facts) =>
      isPreRefund(facts) ? { treatment: 'refund', businessType: 'HWC-YT', also: ['RB-G02'] } : undefined,
  },
  {
    ...b01,
    decide: ({ line }) =>
      line.bookedAsSale ? undefined : notYet('尚未按销售入账', 'Not booked as sale yet'),
  },
  {
    ...head(
      'B21',
      'blocking',
      [
        '确实无法收汇且不符合视同收汇：免税',
        'Foreign exchange that cannot be collected and does not count as collected: exempt',
      ],
      ['申报免税；符合视同收汇的补充材料', 'Declare exempt, or bring what makes it count as collected'],
      [unsure('2022#9', '八', until2025), unsure('11号', '六（一）1（16）', from2026)],
    ),
    decide: ({ line }) => (line.fxStatus === 'cannotCollect' ? exempt : undefined),
  },
  {
    ...b01,
    decide: ({ line }) =>
      line.fxStatus === 'overdue'
        ? notYet('收汇逾期，收汇后再申报', 'The receipt is overdue; claim after it came')
        : undefined,
  },
  { ...a01, decide: unfiled },
]

/** What follows from a treatment for goods under consumption tax. */
export const consumptionTaxRule = head(
  'B27',
  'info',
  [
    '应税消费品：外贸企业退税的同时退前一环节消费税；免税的只免不退',
    'Goods under consumption tax: refunded with the refund of a trading company, else exempt without refund',
  ],
  ['附消费税专用缴款书或分割单', 'Attach the payment book of the consumption tax'],
  [read('39号', '八', until2025), unsure('11号', '八', from2026)],
)
