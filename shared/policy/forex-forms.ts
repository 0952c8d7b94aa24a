import { documents as d } from '../forex/cite'
import { policy, type Policy } from './policy'

/** Answers, forms, customs and tax documents the rules of receipts rest on. */
export const forexForms: readonly Policy[] = [
  policy(
    d.answers,
    'forex',
    'part',
    ['货物贸易外汇业务政策问答', 'Answers on goods trade'],
    [['20 万美元门槛的计算和超过后的登记。', 'How the 200,000 are counted, and registration beyond.']],
  ),
  policy(
    d.answers37,
    'forex',
    'part',
    ['政策问答37：个人跨境电商', 'Answer 37: individuals in e-commerce'],
    [
      [
        '主体由办理证件决定；凭交易证明办理的金额不占个人年度额度。',
        'The certificate decides the subject; amounts with evidence do not use up the quota.',
      ],
    ],
    { dated: '2021-04-23' },
  ),
  policy(
    d.codes,
    'form',
    'part',
    ['涉外收支交易分类与代码', 'Codes of cross-border transactions'],
    [
      [
        '121010 一般贸易、122030 网络购物、999998/999999 轧差等代码。',
        'Codes as 121010 for general trade, 122030 for online shopping, 999998 and 999999 for netting.',
      ],
    ],
    { from: '2014-05-01' },
  ),
  policy(
    d.form,
    'form',
    'part',
    ['涉外收入申报单', 'Declaration form of a receipt'],
    [
      [
        '收入款、结汇、现汇的勾稽，最多两个交易编码，付款人填常驻国家（地区）。',
        'Sums of receipt, conversion and account, at most two codes, the payer’s country of residence.',
      ],
    ],
  ),
  policy(
    d.rmbForm,
    'form',
    'told',
    ['跨境业务人民币结算收款说明', 'Statement of a RMB receipt'],
    [
      [
        '已报关、预收、无货物报关三部分之和等于收款。',
        'Declared, advance and undeclared parts add up to it.',
      ],
    ],
  ),
  policy(
    d.swift,
    'form',
    'told',
    ['SWIFT MT103', 'SWIFT MT103'],
    [
      [
        '费用承担方式决定国外扣费怎样算：33B、32A、71F、71G。',
        'Who bears the charges decides how they are computed: 33B, 32A, 71F, 71G.',
      ],
    ],
  ),
  policy(
    d['customs-modes'],
    'customs',
    'part',
    ['海关监管方式公告', 'Announcements on customs modes'],
    [['9610、1210、9710、9810 各自的通关单证。', 'The customs papers of 9610, 1210, 9710 and 9810.']],
  ),
  policy(
    d['customs2020#44'],
    'customs',
    'part',
    ['2020年第44号公告：跨境电商出口退货', 'Announcement 44 of 2020: returns'],
    [['出口退货自放行之日起一年内退运进境。', 'Goods may come back within a year of their release.']],
  ),
  policy(
    d['customs2026#24'],
    'customs',
    'part',
    ['2026年第24号公告：跨关区退货', 'Announcement 24 of 2026: returns to another district'],
    [['2026-04-01 起 9610 退货可退至其他关区。', 'From 2026-04-01 9610 goods may return elsewhere.']],
    { from: '2026-04-01' },
  ),
  policy(
    d['tax2026#16'],
    'tax',
    'part',
    ['2026年第16号公告：退运免税', 'Announcement 16 of 2026: free returns'],
    [
      [
        '出口六个月内因滞销、退货原状退回的（食品除外）免进口税。',
        'Unsold or returned goods, no food, back within six months of export are free of import taxes.',
      ],
    ],
    { from: '2026-01-01' },
  ),
  policy(
    d['tax2021#19'],
    'tax',
    'part',
    ['2021年第19号公告', 'Announcement 19 of 2021'],
    [
      [
        '同一合同多次对外支付的，只在首次付汇前备案。',
        'Several payments of one contract are filed once, before the first.',
      ],
    ],
  ),
  policy(
    d.order810,
    'law',
    'part',
    ['互联网平台企业涉税信息报送规定', 'Reports of platforms to the tax office'],
    [
      [
        '平台按季在季后次月向税务机关报送卖家身份和收入。',
        'Platforms report sellers and their income in the month after each quarter.',
      ],
    ],
    { from: '2025-06-20' },
  ),
  policy(
    d.plan,
    'practice',
    'part',
    ['十一个综试区的实施方案', 'Plans of the eleven zones'],
    [
      [
        '各地方案写明的“三单合一”、数字化比对和个人账户等探索条款；是地方措施，不是全国规定。',
        'Local clauses on matching of three documents and accounts of individuals; no national rule.',
      ],
    ],
  ),
  policy(
    d.training,
    'practice',
    'told',
    ['银行与外汇局培训材料', 'Training material of banks and SAFE'],
    [
      [
        '日期较早的培训讲义：登记表有效期、转口贸易比例、退汇材料。以银行当时口径为准。',
        'Older handouts on forms, ratios and papers; what the bank says now counts.',
      ],
    ],
  ),
]
