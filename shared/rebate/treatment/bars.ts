import { from2026, head, read, unsure, until2025 } from '../cite'
import { rateRules } from '../rate-lookup'
import { addMonths } from '../../rules/days'
import { confirm, exempt, isExcepted, taxed, type TreatmentRule } from './rule'

/** What takes a refund, and mostly the exemption too, away before anything else is looked at. In the order they are asked. */
export const bars: readonly TreatmentRule[] = [
  {
    ...head(
      'B23',
      'blocking',
      [
        '提供虚假备案单证、伪造凭证、假自营真代理，或停止退税期间出口：征税并进入处罚程序',
        'False filing papers, forged vouchers, agency dressed as own trade, or exports while the right is suspended: taxed',
      ],
      ['停止申报退（免）税，转税务负责人处理', 'Do not claim; hand it to the person responsible for tax'],
      [
        read('39号', '七（一）3、4、5、7', until2025),
        unsure('11号', '七', from2026),
        read('5号', '五十八至六十', from2026),
      ],
    ),
    decide: ({ line }) => ((line.riskAnswers?.length ?? 0) > 0 ? { treatment: 'taxed' } : undefined),
  },
  {
    ...head(
      'B28',
      'blocking',
      [
        '委托出口未按规定办理代理手续：由报关单上的发货人申报缴纳增值税（买单风险）',
        'Entrusted export without agency formalities: the consignor on the declaration reports and pays VAT',
      ],
      [
        '补签委托协议、开具代理出口货物证明；不能补的由发货人申报纳税',
        'Bring the agreement and the certificate; else the consignor pays',
      ],
      [read('regulation', '四十八 第二款', from2026)],
      from2026,
    ),
    decide: (facts) => {
      const { line, layer } = facts
      return layer.consignorTaxed && line.entrusted && !line.agencyFormalities ? taxed(facts) : undefined
    },
  },
  {
    ...head(
      'B29',
      'blocking',
      [
        '凭证或货物属于2013年第12号公告列举的14种情形：征税；2026年起是否沿用待确认',
        'Vouchers or goods of the 14 cases listed in 2013: taxed; whether it lasts from 2026 is open',
      ],
      ['换取合规凭证或转征税处理', 'Get proper vouchers, or treat the goods as taxed'],
      [read('2013#12', '五（九）', until2025), unsure('2013#12', '五（九）', from2026)],
    ),
    decide: (facts) => {
      if ((facts.line.paperFaults?.length ?? 0) === 0) return undefined
      return facts.layer.faultyPapersTaxed
        ? taxed(facts)
        : confirm(
            '2026年起是否仍按14种情形征税，口径待确认',
            'Whether the 14 cases still tax from 2026 is open',
          )
    },
  },
  {
    ...head(
      'B25',
      'blocking',
      [
        '2026年起出口的货物，自出口之日起满36个月未申报退税也未申报免税：视同内销征税',
        'Exports from 2026 neither claimed nor declared exempt within 36 months: taxed as sold at home',
      ],
      [
        '按视同内销计提销项，取得转内销证明后抵扣进项',
        'Account for output VAT and get the certificate to credit input',
      ],
      [read('regulation', '四十八 第一款'), read('11号', '九（一）4（5）至（7）')],
      from2026,
    ),
    decide: (facts) => {
      const { line, layer, asOf } = facts
      if (layer.deemedSaleMonths === undefined || line.zoneExit) return undefined
      const limit = addMonths(line.declaration.exportDate, layer.deemedSaleMonths)
      const intime = [line.claimedOn, line.exemptDeclaredOn].some((day) => day !== undefined && day <= limit)
      return asOf > limit && !intime ? taxed(facts) : undefined
    },
  },
  {
    ...head(
      'B03',
      'blocking',
      [
        '生活消费用品、交通运输工具销售到特殊区域：征税',
        'Daily consumer goods or vehicles sold into a special zone: taxed',
      ],
      ['按内销开票申报', 'Invoice and report as a sale at home'],
      [read('39号', '七（一）2', until2025), unsure('11号', '七（一）2', from2026)],
    ),
    decide: (facts) => {
      const { zoneEntry, goodsClass } = facts.line
      return zoneEntry && (goodsClass === 'dailyConsumer' || goodsClass === 'transportVehicle')
        ? taxed(facts)
        : undefined
    },
  },
  {
    ...head(
      'B19',
      'blocking',
      [
        '来料加工复出口（0214）：免税，须办来料加工免税证明',
        'Processing with supplied material: exempt, with its certificate',
      ],
      ['办理来料加工免税证明', 'Apply for the exemption certificate'],
      [read('39号', '六（一）1（12）', until2025), read('11号', '六（一）1（11）', from2026)],
    ),
    decide: ({ line }) => (line.declaration.supervisionMode === '0214' ? exempt : undefined),
  },
  {
    ...head(
      'B04',
      'blocking',
      ['货物列入取消出口退（免）税清单：征税', 'The goods are on the list of cancelled refunds: taxed'],
      [
        '按视同内销申报；属于列举例外的补充说明',
        'Report as a sale at home; state the exception if one of the listed applies',
      ],
      [read('39号', '七（一）1', until2025), read('11号', '七（一）1', from2026)],
    ),
    decide: (facts) => (facts.cancelled && !isExcepted(facts) ? taxed(facts) : undefined),
  },
  {
    ...head(
      'B09',
      'warning',
      [
        '成本主要为列名贵重材料的货物，适用主要原材料的退税率和政策：2025年底前占比 80% 以上，2026年起 50% 以上',
        'Goods mostly of listed precious material follow the policy of that material: 80 % until 2025, 50 % from 2026',
      ],
      ['保存材料成本占比的计算资料', 'Keep the calculation of the share of cost'],
      [
        read('2014#98', '一', { from: '2015-01-01', to: '2025-12-31' }),
        unsure('11号', '九（二）4', from2026),
      ],
    ),
    decide: ({ followsMaterial }) => (followsMaterial ? { mark: true } : undefined),
  },
  {
    ...rateRules.b08,
    decide: ({ rate }) =>
      rate.kind === 'ambiguous'
        ? confirm(
            `可选税率 ${rate.candidates.join('、')}，须选定扩展码`,
            `Rates to choose from: ${rate.candidates.join(', ')}`,
          )
        : undefined,
  },
  {
    ...rateRules.a14,
    decide: ({ rate }) =>
      rate.kind === 'missing' ? confirm('查不到退税率', 'No rebate rate is found') : undefined,
  },
]
