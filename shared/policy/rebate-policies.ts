import { documents as d } from '../rebate/cite'
import { policy, survives, type Policy } from './policy'

/** What stands beside the two law layers: zones, special goods, classes, rates, forms. */
export const rebatePolicies: readonly Policy[] = [
  policy(
    d['2025#3'],
    'tax',
    'part',
    ['2025年第3号公告：海外仓出口“离境即退税、销售再核算”', 'Announcement 3 of 2025: overseas warehouses'],
    [
      [
        '9810 货物离境即可申报：已售部分正常申报，未售部分预退税（业务类型 HWC-YT），单独的申报序号或关联号。',
        '9810 goods may be claimed once they left: sold ones as usual, unsold ones as pre-refund (HWC-YT) under a number of their own.',
      ],
      [
        '预退税办结次月 1 日至次年 4 月 30 日核算；无差异的确认无需调整，有差异的全额冲减后重报，逾期未核算的追回。',
        'Settled from the month after to 30 April: confirmed, or reversed in full and claimed again; recovered when not settled.',
      ],
    ],
    {
      from: '2025-01-27',
      open: [
        '是否并入 2026年第5号公告未见；毁损、弃置如何处理未见',
        'Whether it was folded into announcement 5 of 2026, and how losses are treated, was not seen',
      ],
    },
  ),
  policy(
    d['2019#36'],
    'tax',
    'part',
    ['2019年第36号公告：综试区零售出口企业所得税核定征收', 'Announcement 36 of 2019: assessed income tax'],
    [
      [
        '在综试区登记、经综试区电商申报、无票免税的企业，应税所得率统一 4%，可享受小型微利等优惠。',
        'Companies registered in a zone, declared there and exempt without invoice: 4 % of revenue is income; small-profit relief holds.',
      ],
    ],
    { from: '2020-01-01' },
  ),
  policy(
    d['2019#38'],
    'tax',
    'part',
    ['2019年第38号公告：异常增值税扣税凭证', 'Announcement 38 of 2019: abnormal vouchers'],
    [
      [
        '异常凭证：尚未退税的暂不办理，已退税的补缴；A 级纳税人可在 10 个工作日内申请核实。',
        'An abnormal voucher holds the refund; what was paid is repaid; class A may ask for a check within 10 working days.',
      ],
    ],
    { from: '2020-02-01' },
  ),
  policy(
    d['2019#39'],
    'tax',
    'part',
    ['2019年第39号公告：深化增值税改革', 'Announcement 39 of 2019: rates of 13 and 9 %'],
    [
      [
        '2019-04-01 起税率 13%、9%；2019-06-30 前出口有过渡：免退税看购进发票的征税率，免抵退沿用原退税率。',
        'Rates of 13 and 9 % from 2019-04-01; until 2019-06-30 a transition by purchase invoice, or the old rebate rate.',
      ],
    ],
    { from: '2019-04-01' },
  ),
  policy(
    d['2018#103'],
    'tax',
    'part',
    ['综试区零售出口货物税收政策（无票免税）', 'Exemption of retail exports without invoice'],
    [
      [
        '综试区企业零售出口未取得有效进货凭证的，在平台登记、经综试区申报、不在取消退税之列的，免征增值税和消费税。',
        'Retail exports of zone companies without voucher are exempt when registered on the platform, declared at the zone and not on the cancelled list.',
      ],
    ],
    {
      from: '2018-10-01',
      open: [
        '与 2026年第11号公告第七条的关系待确认；起始日系记忆',
        'How it stands beside article 7 of announcement 11 of 2026 is open; the first day is from memory',
      ],
    },
  ),
  policy(
    d['2013#96'],
    'tax',
    'part',
    ['跨境电子商务零售出口税收政策', 'Tax on retail exports of e-commerce'],
    [
      [
        '一般纳税人已备案、报关单与电子信息相符、期内收汇、专票相符的退税；否则有合法进货凭证的免税。',
        'Refund for general taxpayers with filing, matching declaration, receipt in time and voucher; else exempt with a proper voucher.',
      ],
    ],
    { from: '2014-01-01', open: survives },
  ),
  policy(
    d['2014#98'],
    'tax',
    'part',
    ['以贵金属和宝石为主要原材料的货物', 'Goods of precious metals and stones'],
    [
      [
        '成本 80% 以上为所列原材料的货物，按该原材料的退税政策；2015-01-01 起。',
        'Goods with 80 % of their cost in listed material follow the policy of the material, from 2015-01-01.',
      ],
    ],
    { from: '2015-01-01', to: '2025-12-31' },
  ),
  policy(
    d['2015#89'],
    'tax',
    'part',
    ['2015年第89号公告：市场采购贸易', 'Announcement 89 of 2015: market procurement'],
    [
      [
        '市场采购（1039）出口免税，不退税。',
        'Exports by market procurement (1039) are exempt, not refunded.',
      ],
    ],
    { open: survives },
  ),
  policy(
    d['2016#46'],
    'tax',
    'told',
    ['2016年第46号公告：出口退税企业分类管理', 'Announcement 46 of 2016: classes of enterprises'],
    [
      [
        '企业分四类；受理后办结时限一类 5、二类 10、三类 15、四类 20 个工作日；四类不能无纸化。',
        'Four classes; 5, 10, 15 and 20 working days; class 4 cannot file without paper.',
      ],
    ],
    { open: survives },
  ),
  policy(
    d['2021#28'],
    'tax',
    'not-seen',
    ['2021年第28号公告', 'Announcement 28 of 2021'],
    [
      [
        '免抵税额计入城市维护建设税和附加的计税依据。',
        'The credited amount counts in the base of the city maintenance tax and surcharges.',
      ],
    ],
  ),
  policy(
    d['2023#12'],
    'tax',
    'not-seen',
    ['2023年第12号公告', 'Announcement 12 of 2023'],
    [['小型微利企业所得税优惠，2023 至 2027年。', 'Income tax relief of small companies, 2023 to 2027.']],
    { to: '2027-12-31' },
  ),
  policy(
    d['2025#17'],
    'tax',
    'told',
    ['2025年第17号公告', 'Announcement 17 of 2025'],
    [
      [
        '2025-10-01 起企业所得税预缴分列自营、委托、代理出口；代理方报送受托出口汇总表，写明真实货主，否则视同自营。',
        'From 2025-10-01 prepayments show own, entrusted and agency exports; an agent names the owner, else it is its own export.',
      ],
    ],
    { from: '2025-10-01' },
  ),
  policy(
    d['2026#2'],
    'tax',
    'part',
    ['2026年第2号公告：光伏等产品出口退税', 'Announcement 2 of 2026: photovoltaic and batteries'],
    [
      [
        '2026-04-01 起光伏等取消退税，电池 9% 降为 6%，2027-01-01 起取消；均以报关单出口日期为准。',
        'From 2026-04-01 photovoltaics lose the refund and batteries go from 9 to 6 %, to nothing from 2027-01-01; the export date counts.',
      ],
    ],
    { from: '2026-04-01' },
  ),
  policy(
    d['2026#10'],
    'tax',
    'told',
    ['2026年第10号公告', 'Announcement 10 of 2026'],
    [
      [
        '小规模纳税人减按 1% 征收，2026-01-01 至 2027-12-31。',
        'Small-scale taxpayers pay 1 %, 2026-01-01 to 2027-12-31.',
      ],
    ],
    { from: '2026-01-01', to: '2027-12-31' },
  ),
  policy(
    d.library,
    'form',
    'part',
    ['出口退税率文库', 'Library of rebate rates'],
    [
      [
        '税务机关按版本发布：商品代码、征税率、退税率、特殊商品标识、起止日期。退税率为 0 时，标识 1 征税，标识 2 免税。',
        'Published in versions: code, levy and rebate rate, mark, days. At rate 0 mark 1 is taxed and mark 2 exempt.',
      ],
    ],
  ),
  policy(
    d.form,
    'form',
    'part',
    ['申报表及填报说明', 'Forms and how they are filled'],
    [
      [
        '出口明细、进货明细以关联号对应；报关单号 18 位加项号 3 位；金额两位小数。',
        'Exports and purchases meet by their link number; 18 digits of the declaration and 3 of the item; two decimals.',
      ],
    ],
  ),
  policy(
    d.ceb,
    'customs',
    'part',
    ['跨境电商 CEB 报文规范（2022-05）', 'CEB message specification (May 2022)'],
    [
      [
        '9610 清单：统计标志 A 简化申报（4 位商品编码，不涉及退税），B 汇总申报（形成报关单）。',
        '9610 lists: A simplified (4-digit code, no refund), B summarised into declarations.',
      ],
    ],
  ),
  policy(
    d.practice,
    'practice',
    'not-seen',
    ['实务做法和本软件的参数', 'Practice, and parameters of this product'],
    [
      [
        '不是法规：税务、银行的通常做法，或企业自己定的口径（如换汇成本区间、容差）。都可以改。',
        'Not law: what offices and banks usually do, or what the enterprise sets for itself. All of it can be changed.',
      ],
    ],
  ),
]
