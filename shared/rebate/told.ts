import { from2026, head, house, read, unsure, until2025 } from './cite'

/**
 * Rules that decide nothing by themselves: they say what another rule rests on, what an office does, or what is open. They
 * stand in the catalogue and are named as reasons.
 */
export const toldRules = [
  head(
    'A06',
    'info',
    [
      '外贸企业适用免退税：出口免税、退还进项',
      'A trading company is exempt on output and gets its input back',
    ],
    ['按免退税办法申报', 'Claim by this method'],
    [read('regulation', '四十七 第二款', from2026), unsure('11号', '二（二）', from2026)],
  ),
  head(
    'B16',
    'info',
    [
      '电商零售出口有凭证的：一般纳税人、已备案、报关单相符、期内收汇、专票相符的退税；否则有合法进货凭证的免税',
      'Retail exports with vouchers: refund when filed, matched and collected in time; else exempt with a proper voucher',
    ],
    ['按凭证判断；2026年是否沿用待确认', 'Decide by the vouchers; whether it stands from 2026 is open'],
    [read('2013#96', '一、二', until2025), unsure('2013#96', '', from2026)],
    { from: '2014-01-01' },
  ),
  head(
    'B26',
    'info',
    [
      '2025年底前出口的货物沿用原政策，不适用36个月视同内销，也不提示',
      'Exports until 2025 keep the older policy: no 36 months, and no warning of them',
    ],
    ['按原政策，逾期仍可在单证齐全后申报', 'The older rule on late claims holds'],
    [read('11号', '九（一）4（7）第二款')],
    until2025,
  ),
  head(
    'C17',
    'info',
    [
      '2026年第2号公告所列货物的消费税政策不变',
      'For the goods of announcement 2 of 2026 the consumption tax does not change',
    ],
    ['消费税照原规定', 'Consumption tax as before'],
    [unsure('2026#2', '三')],
    { from: '2026-04-01' },
  ),
  head(
    'D15',
    'info',
    ['免税：进项转入成本，不退不抵', 'Exempt: input goes to cost, neither refunded nor credited'],
    ['进项转出', 'Turn the input out'],
    [read('39号', '六', until2025), unsure('11号', '六（二）1', from2026)],
  ),
  head(
    'F14',
    'blocking',
    ['不该享受而享受的退税、免税须缴回', 'Refund or exemption enjoyed without right is paid back'],
    ['主动缴回', 'Repay it'],
    [read('11号', '九（二）3')],
    from2026,
  ),
  head(
    'G06',
    'warning',
    [
      '9810 备案单证：可用订仓单或海外仓租赁、自有证明代替合同，并保存销售凭证和台账',
      'Papers of 9810: a booking note or proof of the warehouse stands for the contract; keep vouchers and ledger of sales',
    ],
    ['归入备案单证', 'File them with the papers'],
    [unsure('2025#3')],
  ),
  head(
    'G07',
    'warning',
    [
      '9810 平台销售的收汇按货号和期间与报关单对应，不按单笔金额一一对应',
      'Receipts of 9810 sales are matched to declarations by SKU and period, not one to one',
    ],
    ['按货号、期间对账', 'Match by SKU and period'],
    [unsure('practice')],
  ),
  head(
    'H05',
    'warning',
    [
      '2026年部分地区对核定征收收紧，以主管税务机关意见为准',
      'Some places tightened assessment in 2026: ask the tax office',
    ],
    ['咨询主管税务机关', 'Ask the tax office'],
    [unsure('practice')],
    from2026,
  ),
  head(
    'H06',
    'blocking',
    [
      '2025-10-01 起预缴申报区分自营、委托、代理出口；代理方须报送受托出口汇总表，否则视同自营',
      'From 2025-10 prepayments show own, entrusted and agency exports; an agent names the owner or is taken as own',
    ],
    ['代理出口的报送汇总表', 'An agent files the summary'],
    [unsure('2025#17')],
    { from: '2025-10-01' },
  ),
  head(
    'I02',
    'info',
    [
      '一类生产企业：产能匹配、三年无骗税、上年净资产大于退税额 60%、纳税信用 A/B、有风控体系',
      'Class 1 manufacturer: capacity, no fraud in 3 years, net assets above 60 % of refunds, credit A or B, risk system',
    ],
    ['年度评定时准备材料', 'Prepare for the yearly rating'],
    [unsure('2016#46')],
  ),
  head(
    'I03',
    'info',
    [
      '一类外贸企业另须经营满 5 年、海关认证、外汇 A 类；综服企业净资产大于退税额 30%',
      'Class 1 trading company also: 5 years, customs certification, forex class A; service firms 30 % of refunds',
    ],
    ['年度评定时准备材料', 'Prepare for the yearly rating'],
    [unsure('2016#46')],
  ),
  head(
    'I04',
    'info',
    [
      '三类：首次申报不满 12 个月等；四类：信用 D、拒绝提供资料、骗税虚开、外汇 C 类等',
      'Class 3: less than 12 months since the first claim and others; class 4: credit D, fraud, forex class C and others',
    ],
    ['核对分类结果', 'Check the class'],
    [unsure('2016#46')],
  ),
  head(
    'I06',
    'info',
    ['分类在纳税信用评价结果公布后 1 个月内评定', 'The yearly rating is within a month of the credit result'],
    ['关注评定结果', 'Look for the result'],
    [unsure('2016#46')],
  ),
  head(
    'I08',
    'info',
    [
      '2016年第46号分类办法在2026年第5号公告后是否有效，待确认',
      'Whether the class rules of 2016 survive announcement 5 of 2026 is open',
    ],
    ['咨询主管税务机关', 'Ask the tax office'],
    [unsure('2016#46'), house('practice')],
  ),
] as const
