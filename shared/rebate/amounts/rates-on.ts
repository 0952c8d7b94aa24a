import { within } from '../../rules/rule'
import { head, house, read, unsure } from '../cite'

/** Levy rates by date: standard and lower band, and the 征收率 of small-scale taxpayers. */
export const levyRates: readonly {
  from: string
  to?: string
  standard: string
  lower: string
  small: string
}[] = [
  { from: '2011-01-01', to: '2018-04-30', standard: '0.17', lower: '0.11', small: '0.03' },
  { from: '2018-05-01', to: '2019-03-31', standard: '0.16', lower: '0.10', small: '0.03' },
  { from: '2019-04-01', standard: '0.13', lower: '0.09', small: '0.03' },
]

export const levyRule = head(
  'C01',
  'blocking',
  [
    '征税率按日期：2018-05-01 前 17%，2019-04-01 前 16%，此后 13%（低档 11%、10%、9%）；征收率 3%',
    'Levy rate by date: 17 % until 2018-04, 16 % until 2019-03, then 13 % (lower band 11, 10, 9); small-scale 3 %',
  ],
  ['核对征税率与日期', 'Check the rate against the date'],
  [
    read('law', '十、十一', { from: '2026-01-01' }),
    read('2019#39', '一'),
    unsure('practice', '财税〔2018〕32号'),
  ],
)

/** The rates of a day; undefined before the first. */
export const levyRatesOn = (day: string) => levyRates.find((band) => within(day, band))

/** Days in which a printed rate of 1 % is a reduction of the 3 % (C05). */
export const reductionRule = head(
  'C05',
  'info',
  [
    '小规模纳税人开具的 1% 专票为减征期间（至 2027-12-31）税率，3% 专票仍按 3%',
    'A printed 1 % of a small-scale supplier is a reduction until 2027-12-31; a printed 3 % stays 3 %',
  ],
  ['按票面税率填列', 'Use the printed rate'],
  [
    unsure('2026#10', '', { from: '2026-01-01', to: '2027-12-31' }),
    unsure('practice', '2023年第19号', { to: '2025-12-31' }),
  ],
  { to: '2027-12-31' },
)
export const isReducedRate = (rate: string, invoiceDate: string): boolean =>
  Number(rate) === 0.01 && invoiceDate <= '2027-12-31'

export const ceilingRule = head(
  'C03',
  'blocking',
  [
    '退税率不得高于征税率；2019-04-01 至 2019-06-30 出口的免抵退货物差额按 0 计算',
    'The rebate rate does not exceed the levy rate, but for 免抵退 exports of 2019-04 to 2019-06',
  ],
  ['核对征税率、退税率', 'Check both rates'],
  [house('practice'), read('2019#39')],
)
