import { isZero } from '../../money/decimal'
import { house, head, read } from '../cite'
import { confirm, exempt, isExcepted, taxed, type Decision, type LineFacts, type TreatmentRule } from './rule'

/** The mark of a code whose rate is 0; undefined where it has a rate, or where a listed exception lifts it. */
function zeroMark(facts: LineFacts): '' | '1' | '2' | undefined {
  const { rate } = facts
  if (rate.kind !== 'found' || isExcepted(facts)) return undefined
  return isZero(rate.entry.rebateRate) ? rate.entry.specialFlag : undefined
}

/** The mark itself says that the input is creditable, whatever voucher there is yet. */
const taxedByMark = (facts: LineFacts): Decision =>
  facts.taxpayer === 'small' ? taxed(facts) : { treatment: 'taxed', inputVat: 'creditable' }

/** Codes with rate 0 in the library. */
export const zeroRates: readonly TreatmentRule[] = [
  {
    ...head(
      'B05',
      'blocking',
      [
        '文库退税率为 0 且特殊商品标识为 1：征税（视同内销，进项可抵扣）',
        'Rate 0 with mark 1: taxed as a sale at home, input creditable',
      ],
      ['按视同内销申报销项', 'Account for output VAT'],
      [house('library'), read('11号', '七（一）1', { from: '2026-01-01' })],
    ),
    decide: (facts) => (zeroMark(facts) === '1' ? taxedByMark(facts) : undefined),
  },
  {
    ...head(
      'B06',
      'blocking',
      [
        '文库退税率为 0 且特殊商品标识为 2：免税（进项转入成本）',
        'Rate 0 with mark 2: exempt, input to cost',
      ],
      ['申报免税，进项转出', 'Declare exempt and turn the input out'],
      [house('library'), read('11号', '六', { from: '2026-01-01' })],
    ),
    decide: (facts) => (zeroMark(facts) === '2' ? exempt : undefined),
  },
  {
    ...head(
      'B07',
      'blocking',
      [
        '文库退税率为 0 而无特殊商品标识：征税还是免税无法判断',
        'Rate 0 without a mark: taxed or exempt cannot be told',
      ],
      ['向主管税务机关确认后填写处理方式', 'Ask the tax office and enter the treatment'],
      [house('library')],
    ),
    decide: (facts) =>
      zeroMark(facts) === '' ? confirm('退税率 0 且无标识', 'Rate 0 without a mark') : undefined,
  },
]
