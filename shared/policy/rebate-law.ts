import { documents as d } from '../rebate/cite'
import { policy, survives, type Policy } from './policy'

/** The two law layers of the rebate and what they are carried out by. */
export const rebateLaw: readonly Policy[] = [
  policy(
    d.law,
    'law',
    'whole',
    ['增值税法', 'VAT law'],
    [
      ['2026年起的增值税基本法，共 38 条。', 'The basic law of VAT from 2026, 38 articles.'],
      ['税率 13%、9%、6%，征收率 3%。', 'Rates 13, 9 and 6 %, levy rate 3 %.'],
      [
        '放弃免税的纳税人 36 个月内不得再享受。',
        'Who gives up an exemption does not get it back for 36 months.',
      ],
    ],
    { dated: '2024-12-25', from: '2026-01-01' },
  ),
  policy(
    d.regulation,
    'law',
    'whole',
    ['增值税法实施条例', 'Implementing regulation of the VAT law'],
    [
      [
        '说明免退税与免抵退税是什么（第四十七条），出口日早于一般纳税义务时点的，按出口日（第四十一条）。',
        'Says what the two refund methods are (47); an export earlier than the ordinary tax point is the tax point (41).',
      ],
      [
        '外币折算：销售当天或当月 1 日的中间价，事先选定，一年内不变（第十七条）。',
        'Conversion: the middle rate of the day of sale or of the first of the month, chosen ahead and kept a year (17).',
      ],
      [
        '规定期限内未申报退税、免税的视同内销；委托出口未办代理手续的由报关单上的发货人纳税（第四十八条）。',
        'Neither claimed nor declared exempt in time: taxed as a sale at home; without agency formalities the consignor pays (48).',
      ],
      [
        '放弃退税或免税后 36 个月内不得变更（第四十九条）；退货、折让、中止的补缴已退税款（第五十条）。',
        'A waiver holds 36 months (49); returns, discounts and cancelled sales are repaid (50).',
      ],
    ],
    { dated: '2025-12-25', from: '2026-01-01' },
  ),
  policy(
    d['11号'],
    'tax',
    'part',
    ['2026年第11号公告：出口退（免）税政策', 'Announcement 11 of 2026: export VAT policy'],
    [
      [
        '2026年起出口业务的政策文件：退税的四个条件、征退免各自的范围、计算公式。',
        'The policy for exports from 2026: four conditions of a refund, what is refunded, exempt and taxed, the formulas.',
      ],
      [
        '第六条列免税货物，第七条列征税货物，第五条列免抵退公式。',
        'Article 6 lists exempt goods, 7 taxed goods, 5 the formulas.',
      ],
      [
        '出口满 36 个月既未申报退税也未申报免税的，次日起视同内销；2025年底前出口的不适用（第九条）。',
        'After 36 months without claim or exempt declaration taxed from the next day; not for exports until 2025 (9).',
      ],
      [
        '以贵金属、钻石等为主要成本的货物，成本占比 50% 起按原材料政策（转述）。',
        'Goods whose cost is 50 % or more precious material follow the policy of the material (second-hand).',
      ],
    ],
    {
      dated: '2026-01-30',
      from: '2026-01-01',
      open: [
        '第二至四条、第六（一）1（15）（16）、第七（一）2 和 11、第八条、第九（二）4 未见原文，条号系转述',
        'Articles 2 to 4, 6(1)1(15)(16), 7(1)2 and 11, 8 and 9(2)4 were not read; their numbers are second-hand',
      ],
    },
  ),
  policy(
    d['5号'],
    'tax',
    'part',
    ['2026年第5号公告：出口业务退（免）税管理办法', 'Announcement 5 of 2026: procedure of refunds'],
    [
      [
        '2026年起的办理程序：备案与变更（变更后 30 日内）、申报资料、备案单证、收汇、证明、处罚。',
        'The procedure from 2026: filing and changes within 30 days, papers, filing documents, receipts, certificates, penalties.',
      ],
      [
        '生产企业先完成当期增值税纳税申报再申报免抵退税。',
        'A manufacturer claims after the VAT return of the period.',
      ],
      [
        '备案单证在申报后 15 日内备齐，保存 10 年（第四十四、四十五条）；次年 4 月 30 日前收汇，合同更晚的不超过 36 个月（第四十八条）。',
        'Filing papers within 15 days, kept 10 years (44, 45); receipts by 30 April, at most 36 months by contract (48).',
      ],
    ],
    {
      dated: '2026-01-30',
      from: '2026-01-01',
      open: [
        '第十八（一）3、二十（二）、五十、五十三条未见原文；废止文件目录未见',
        'Articles 18(1)3, 20(2), 50 and 53 and the list of repealed documents were not read',
      ],
    },
  ),
  policy(
    d['39号'],
    'tax',
    'part',
    ['出口货物劳务增值税和消费税政策的通知', 'Circular 39 of 2012: VAT and consumption tax on exports'],
    [
      [
        '2025年底前出口适用的政策文件：退税、免税（第六条）、征税（第七条）的范围与公式。',
        'The policy for exports until 2025: refund, exemption (6), taxation (7) and the formulas.',
      ],
      [
        '外贸企业以专票金额或缴款书计税价格计退税；小规模纳税人开具的专票按票面与文库孰低（第三、四条）。',
        'Trading companies refund on the net of the voucher; special invoices of small-scale suppliers at the lower rate (3, 4).',
      ],
      [
        '不同退税率的货物分开申报核算，未分开的从低（第三条）。',
        'Goods of different rates are kept apart, else the lowest applies (3).',
      ],
    ],
    { from: '2012-07-01', to: '2025-12-31' },
  ),
  policy(
    d['24号'],
    'tax',
    'part',
    ['2012年第24号公告：出口货物劳务管理办法', 'Announcement 24 of 2012: procedure until 2025'],
    [
      [
        '申报期从出口次月 1 日到次年 4 月 30 日前最后一个纳税申报期；以报关单出口日期为准。',
        'Claims from the first of the next month to the last filing period before 30 April; the export date of the declaration counts.',
      ],
      [
        '代理出口货物证明由受托方在次年 4 月 15 日前申请。',
        'The agent applies for the agency certificate by 15 April.',
      ],
    ],
    { to: '2025-12-31' },
  ),
  policy(
    d['2013#12'],
    'tax',
    'part',
    ['2013年第12号公告', 'Announcement 12 of 2013'],
    [
      [
        '补充 2012年第24号公告；第五条第（九）项列 14 种凭证或货物不实的情形，改为征税。',
        'Adds to announcement 24; article 5(9) lists 14 cases of faulty papers or goods that are taxed.',
      ],
    ],
    { to: '2025-12-31', open: survives },
  ),
  policy(
    d['2022#9'],
    'tax',
    'part',
    ['2022年第9号公告', 'Announcement 9 of 2022'],
    [
      [
        '2022-05-01 起备案单证在申报后 15 日内备齐，保存 5 年；收汇材料一般留存备查。',
        'From 2022-05-01 filing papers are complete within 15 days and kept 5 years; receipts are kept for inspection.',
      ],
    ],
    { from: '2022-05-01', to: '2025-12-31' },
  ),
  policy(
    d['2020#2'],
    'tax',
    'part',
    ['2020年第2号公告', 'Announcement 2 of 2020'],
    [
      [
        '逾期未申报的出口，2020-01-20 起单证和信息齐全后仍可申报；代理证明同此。',
        'Late exports may still be claimed from 2020-01-20 once papers and data are complete; agency certificates too.',
      ],
    ],
    { from: '2020-01-20' },
  ),
]
