import { cmp } from '../../money/decimal'
import { raise } from '../../rules/rule'
import { from2026, head, read, unsure, until2025 } from '../cite'
import { addMonths } from '../../rules/days'
import {
  confirm,
  exempt,
  hasRefundVoucher,
  isRefundedTrader,
  taxed,
  type Decision,
  type LineFacts,
  type Mark,
  type TreatmentRule,
} from './rule'

const WAIVER_MONTHS = 36
const MARKET_LIMIT_USD = '150000'

const a04 = head(
  'A04',
  'blocking',
  [
    '出口日期为小规模纳税人：适用免税，不能退税，进项不得抵扣',
    'A small-scale taxpayer on the export date is exempt and gets no refund',
  ],
  ['申报免税，进项计入成本', 'Declare exempt; input goes to cost'],
  [read('39号', '六（一）1（1）', until2025), read('11号', '六（一）1（1）', from2026)],
)

const b24 = head(
  'B24',
  'warning',
  [
    '声明放弃退（免）税或放弃免税后，36个月内不得变更',
    'Who gave up the refund or the exemption cannot take it back for 36 months',
  ],
  ['按声明的方式申报；满36个月后再恢复', 'Report as declared; resume after 36 months'],
  [read('regulation', '四十九', from2026), read('law', '二十七', from2026), unsure('5号', '第七章')],
)

/** Own goods of a manufacturer, those that count as own, and any of a listed one. */
const isRefundedMaker = ({ line: { goodsSource }, enterprise }: LineFacts): boolean =>
  enterprise.type === 'manufacturer' &&
  goodsSource !== 'usedEquipment' &&
  (goodsSource !== 'purchased' || enterprise.listedManufacturer === true)

/** Who the enterprise is, and under which mode the goods left. */
export const statusRules: readonly TreatmentRule[] = [
  {
    ...a04,
    decide: ({ taxpayer, line, layer }) => {
      if (taxpayer !== 'small') return undefined
      const bare = line.goodsSource === 'purchased' && line.vouchers.length === 0
      if (bare && !layer.settled) {
        return {
          ...confirm(
            '小规模纳税人外购货物无任何凭证，2026年起适用免税还是征税待确认',
            'A small-scale taxpayer without any voucher: exempt or taxed from 2026 is open',
          ),
          also: ['RB-B12'],
        }
      }
      return exempt
    },
  },
  {
    ...b24,
    decide: (facts) => {
      const { waiver } = facts.enterprise
      const { exportDate } = facts.line.declaration
      if (!waiver || exportDate < waiver.from) return undefined
      const valid =
        waiver.resumedOn !== undefined && waiver.resumedOn >= addMonths(waiver.from, WAIVER_MONTHS)
      if (valid && exportDate >= waiver.resumedOn!) return undefined
      return waiver.choice === 'exempt' ? exempt : taxed(facts)
    },
  },
  {
    ...head(
      'B17',
      'blocking',
      [
        '市场采购贸易（1039）：备案商户、每票不超过 15 万美元的适用免税，不退税；限额为海关规定，2026年起是否沿用待确认',
        'Market procurement (1039): filed traders up to USD 150,000 a declaration are exempt, without refund; whether it lasts from 2026 is open',
      ],
      ['核对商户备案和单票金额', 'Check the filing of the trader and the value of the declaration'],
      [read('2015#89', '二、三', until2025), unsure('2015#89', '二、三', from2026)],
    ),
    decide: ({ line, enterprise, declarationUsd }) => {
      if (line.declaration.supervisionMode !== '1039') return undefined
      const within = declarationUsd !== undefined && cmp(declarationUsd, MARKET_LIMIT_USD) <= 0
      if (within && enterprise.marketProcurementFiled) return exempt
      return confirm(
        '未备案、超过 15 万美元或金额不以美元计，处理方式由人判断',
        'Not filed, above USD 150,000, or not in USD: a person decides',
      )
    },
  },
  {
    ...head(
      'B18',
      'warning',
      [
        '1210/1239 出区给境外买家：退税在入区环节，出区不再退；出区按免税还是不申报待确认',
        'Mode 1210/1239 out of the zone: refund belongs to the entry into the zone, not to the exit; how the exit is reported is open',
      ],
      ['核对入区环节的报关单', 'Look at the declaration of the entry'],
      [unsure('11号', '一（一）2（1）')],
    ),
    decide: ({ line }) =>
      line.zoneExit && ['1210', '1239'].includes(line.declaration.supervisionMode)
        ? confirm('出区环节不在此退税', 'No refund at the exit')
        : undefined,
  },
  {
    ...head(
      'B20',
      'info',
      ['样品、展品出口未按销售入账：免税', 'Samples and exhibits that are not booked as sale are exempt'],
      ['申报免税', 'Declare exempt'],
      [unsure('11号', '六（一）1（15）')],
      from2026,
    ),
    decide: ({ line, layer }) =>
      layer.unsoldSamplesExempt &&
      !line.bookedAsSale &&
      (line.notBookedReason === 'sample' || line.notBookedReason === 'exhibit')
        ? exempt
        : undefined,
  },
  {
    ...head(
      'B22',
      'warning',
      [
        '已使用过的设备：无专票和缴款书而其他单证齐全的免税；进项未抵扣且有凭证的按净值比例退税',
        'Used equipment: exempt without special invoice but with the other papers; with uncredited input refunded on net value',
      ],
      ['备齐固定资产卡片和折旧资料', 'Bring the asset card and the depreciation'],
      [
        read('39号', '六（一）1（6）', until2025),
        read('11号', '六（一）1（6）', from2026),
        unsure('11号', '四（一）11', from2026),
      ],
    ),
    decide: ({ line }) => {
      if (line.goodsSource !== 'usedEquipment') return undefined
      if (!hasRefundVoucher(line)) {
        return line.otherPapersComplete
          ? exempt
          : confirm('无专票且其他单证不全', 'No special invoice and the other papers are incomplete')
      }
      return line.inputUncredited
        ? { treatment: 'refund', candidate: true, method: 'exempt-refund', inputVat: 'refund' }
        : confirm('进项已抵扣，不能再退', 'The input was credited already')
    },
  },
  {
    ...head(
      'B15',
      'blocking',
      [
        '9610 清单为简化申报（A，4位商品编码）：不产生报关单，不能退税；汇总申报（B）才能退税',
        'A 9610 list declared in simplified form (A) makes no declaration and allows no refund; B does',
      ],
      ['以后对退税货物按 B 汇总申报', 'Declare goods meant for refund as B'],
      [unsure('ceb', '清单 statisticsFlag'), unsure('practice', '海关总署公告2018年第194号')],
    ),
    decide: (facts) => {
      const { line, layer } = facts
      const simplified =
        line.ecommerceList?.statisticsFlag === 'A' && line.declaration.supervisionMode === '9610'
      if (!simplified || !(isRefundedMaker(facts) || isRefundedTrader(facts))) return undefined
      return layer.simplifiedListExempt
        ? exempt
        : confirm(
            '简化申报不能退税，2026年起免税还是征税待确认',
            'No refund; exempt or taxed from 2026 is open',
          )
    },
  },
  {
    ...head(
      'A05',
      'blocking',
      [
        '生产企业出口自产或视同自产货物适用免抵退；非列名生产企业外购且不符合视同自产的免税',
        'A manufacturer exporting own or deemed-own goods credits and refunds; other bought goods are exempt',
      ],
      ['核对货物来源与视同自产条件', 'Check the source of the goods and the conditions'],
      [
        read('39号', '六（一）1（8）', until2025),
        read('11号', '六（一）1（7）', from2026),
        unsure('11号', '二（一）', from2026),
      ],
    ),
    decide: (facts) => {
      const { line, enterprise } = facts
      if (enterprise.type !== 'manufacturer' || line.goodsSource === 'usedEquipment') return undefined
      return isRefundedMaker(facts)
        ? { treatment: 'refund', candidate: true, method: 'exempt-credit-refund', inputVat: 'refund' }
        : exempt
    },
  },
]

/** A resumption before the 36 months are over is void, and said so beside whatever decides. */
export const voidResumption: TreatmentRule = {
  ...b24,
  decide: ({ enterprise: { waiver }, line }): Decision | Mark | undefined => {
    const { resumedOn, from } = waiver ?? {}
    if (!from || !resumedOn || line.declaration.exportDate < from) return undefined
    const earliest = addMonths(from, WAIVER_MONTHS)
    if (resumedOn >= earliest) return undefined
    const message = {
      zh: '自 {from} 放弃，{resumedOn} 恢复不满36个月，恢复无效，最早 {earliest}',
      en: 'Given up on {from}; resuming on {resumedOn} is before {earliest} and void',
    }
    const params = { from, resumedOn, earliest }
    return {
      mark: true,
      findings: [raise(b24, { target: `line:${line.line}`, field: 'waiver', message, params })],
    }
  },
}
