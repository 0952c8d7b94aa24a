import { documents as d } from '../forex/cite'
import { policy, type Policy } from './policy'

/** Law and notices on receipts and settlement. */
export const forexPolicies: readonly Policy[] = [
  policy(
    d.regulation,
    'law',
    'part',
    ['外汇管理条例', 'Regulation on foreign exchange'],
    [
      [
        '经常项目收支须有真实、合法的交易基础，银行审核单证真实性及与收支的一致性（第十二条）。',
        'Current receipts and payments need a real, lawful transaction, which the bank reviews (12).',
      ],
      [
        '可以保留外汇（第十三条）；私下买卖、非法结汇、未申报的罚则（第四十一、四十五、四十八条）。',
        'Foreign exchange may be kept (13); penalties for private dealing, illegal settlement, missing declaration (41, 45, 48).',
      ],
    ],
    { from: '2008-08-05' },
  ),
  policy(
    d['2007#1'],
    'forex',
    'part',
    ['个人外汇管理办法实施细则', 'Rules on foreign exchange of individuals'],
    [
      [
        '个人结汇年度便利化额度等值 5 万美元（第二条）。',
        'The yearly quota of an individual is USD 50,000 (2).',
      ],
    ],
    { from: '2007-02-01' },
  ),
  policy(
    d.guideline,
    'forex',
    'part',
    ['货物贸易外汇管理指引实施细则', 'Rules of the goods trade guideline'],
    [
      [
        '定义总量差额、总量差额率、资金货物比、贸易信贷报告余额比率；阈值由外汇局掌握，不公开。',
        'Defines the four indicators; their thresholds are kept by SAFE and not published.',
      ],
    ],
  ),
  policy(
    d['2013#40'],
    'tax',
    'part',
    ['服务贸易等项目对外支付税务备案', 'Tax filing of outward payments'],
    [
      [
        '单笔等值 5 万美元以上（不含）的对外支付先做税务备案。',
        'An outward payment above USD 50,000 is filed with the tax office first.',
      ],
    ],
  ),
  policy(
    d['2015#7'],
    'forex',
    'part',
    ['支付机构跨境外汇支付业务试点', 'Pilot of cross-border payment by institutions'],
    [
      [
        '经支付机构的单笔限额等值 5 万美元，交易证据留存 5 年。',
        'At most USD 50,000 a transaction through an institution; evidence is kept 5 years.',
      ],
    ],
    { from: '2015-01-29' },
  ),
  policy(
    d['2019#13'],
    'forex',
    'part',
    ['支付机构外汇业务管理办法', 'Rules for payment institutions'],
    [
      [
        '支付机构须登记，采集交易电子信息并审核真实性、一致性（第十二条）；银行可凭其信息办理。',
        'Institutions register, collect transaction information and review it (12); banks may settle on it.',
      ],
    ],
    { dated: '2019-04-29', from: '2019-04-29' },
  ),
  policy(
    d['2019#25'],
    'forex',
    'told',
    ['支付机构的还原申报', 'Restored declaration by payment institutions'],
    [
      [
        '经支付机构集中收付的，由支付机构或银行为每个客户还原申报，企业不重复申报。',
        'What an institution collected is declared for each client by it or the bank; the enterprise does not declare again.',
      ],
    ],
    { from: '2019-10-01' },
  ),
  policy(
    d['2019#28'],
    'forex',
    'part',
    ['进一步促进跨境贸易投资便利化', 'Facilitation of trade and investment'],
    [
      [
        '小微跨境电商年累计货物收汇或付汇低于等值 20 万美元，可免办名录登记。',
        'Small sellers with less than USD 200,000 of receipts or payments a year need no registration.',
      ],
      ['优质企业试点可减少材料。', 'Good enterprises in the pilot bring fewer papers.'],
    ],
    { dated: '2019-10-23', from: '2019-10-23' },
  ),
  policy(
    d['2020#8'],
    'forex',
    'told',
    ['优化外汇管理 支持涉外业务发展', 'Improved management of foreign exchange'],
    [
      [
        'A 类企业特殊退汇单笔等值 5 万美元以下由银行直接办理。',
        'Special refunds of class A up to USD 50,000 are handled by the bank.',
      ],
    ],
    { from: '2020-04-10' },
  ),
  policy(
    d['2020#11'],
    'forex',
    'part',
    ['支持贸易新业态发展', 'Support of new kinds of trade'],
    [
      [
        '凭交易电子信息办理（第一条）；境外仓储、物流、税收等费用可与出口货款轧差，9810 销售款与申报货值可以不等，实际与还原数据都申报（第二条）。',
        'Settlement on transaction information (1); overseas storage, logistics and tax may be netted, 9810 proceeds may differ from the declared value, both figures are declared (2).',
      ],
      [
        '境内物流、平台企业可代垫境外费用，原则上不超过 12 个月（第三条）；市场采购、个人、综服各有便利。',
        'Domestic logistics and platforms may advance costs abroad, 12 months in principle (3); market procurement, individuals and service firms each have theirs.',
      ],
    ],
    {
      dated: '2020-05-20',
      from: '2020-05-20',
      open: [
        '有转述称已被汇发〔2025〕47号替代，未见废止原文，仍按有效处理',
        'One adviser calls it replaced by notice 47 of 2025; a repeal was not seen, so it is taken to stand',
      ],
    },
  ),
  policy(
    d['2020#14'],
    'forex',
    'part',
    ['经常项目外汇业务指引（2020年版）', 'Guide to current account business, 2020'],
    [
      [
        '名录登记（第一至五条）、单证审核与单证只用一次（第十一条）、贸易信贷报告期限（第二十条）、分类管理、退汇。',
        'Registration (1 to 5), review of papers that serve once (11), report terms (20), classes, refunds.',
      ],
      [
        'A 类预收超过 30 天、延期收款超过 90 天须报告；B、C 类更严。',
        'Class A reports advances over 30 days and deferrals over 90; B and C report more.',
      ],
    ],
    { from: '2020-08-31' },
  ),
  policy(
    d['2022#22'],
    'forex',
    'told',
    ['通过银行进行国际收支统计申报业务实施细则', 'Statistical declaration through banks'],
    [
      [
        '机构收到境外款项，解付后 5 个工作日内申报；有误的及时修改。',
        'Receipts are declared within 5 working days; mistakes are amended.',
      ],
    ],
    {
      dated: '2022-07-26',
      open: [
        '原文未见；个人小额免申报限额按转述',
        'The text was not seen; the limit for individuals is second-hand',
      ],
    },
  ),
  policy(
    d['2022#139'],
    'forex',
    'told',
    ['支持外贸新业态跨境人民币结算', 'Cross-border RMB for new trade'],
    [
      [
        '人民币收款没有结汇环节，仍审核真实性；支付机构须有互联网支付许可。',
        'RMB receipts need no conversion but a review; institutions need an internet payment licence.',
      ],
    ],
    { from: '2022-07-21', open: ['文号系记忆', 'The number is from memory'] },
  ),
  policy(
    d['2023#28'],
    'forex',
    'told',
    ['进一步深化改革 促进跨境贸易投资便利化', 'Further facilitation, 2023'],
    [
      [
        '市场采购、进料对口轧差、委托代理、经营性租赁的便利；代理人确不能收汇时银行可为委托人办理。',
        'Eases market procurement, netting of processing, agency and leases; a bank may settle for the principal.',
      ],
    ],
    { from: '2023-12-04', open: ['文号和日期系记忆', 'Number and day are from memory'] },
  ),
  policy(
    d['2023#30'],
    'forex',
    'part',
    ['扩大优质企业试点', 'Wider pilot of good enterprises'],
    [
      [
        '试点优质企业可减少材料，并可与同一境外对手轧差（第一、三条）。',
        'Good enterprises bring fewer papers and may net with one foreign party (1, 3).',
      ],
    ],
    { from: '2023-12' },
  ),
  policy(
    d.diligence,
    'forex',
    'told',
    ['银行外汇展业管理办法（试行）', 'Diligence of banks'],
    [
      [
        '银行按客户风险尽职审查；第三方付款、异常模式须说明（第二十八条）。',
        'Banks review by the risk of the client; payments by others and unusual patterns are explained (28).',
      ],
    ],
    { from: '2024-01-01' },
  ),
  policy(
    d['2024#11'],
    'forex',
    'part',
    ['进一步优化贸易外汇业务管理', 'Improved management of trade'],
    [
      [
        '名录登记改由银行办理，变更 30 天内申请；特殊退汇 A 类单笔提高到等值 20 万美元。',
        'Banks register enterprises, changes within 30 days; special refunds of class A up to USD 200,000.',
      ],
    ],
    { from: '2024-06-01' },
  ),
  policy(
    d['2025#47'],
    'forex',
    'told',
    ['贸易便利化九项措施', 'Nine measures of 2025'],
    [
      [
        '扩大轧差的费用种类，综服企业提供电子信息即可办理，服务贸易代垫直接到银行。',
        'More costs may be netted, service firms settle on electronic information, advances for services go to the bank.',
      ],
    ],
    { from: '2025-10-29', open: ['文号见于一家咨询页面', 'The number was seen on one adviser page'] },
  ),
]
