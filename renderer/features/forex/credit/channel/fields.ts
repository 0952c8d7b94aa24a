import type { Text } from '#shared/model/text'
import { modeOptions } from '../../forms/modes'
import type { Spec, SpecSection } from '../../forms/spec'

const field = (path: string, label: Text, kind: Spec['kind'], more: Partial<Spec> = {}): Spec => ({
  path,
  label,
  kind,
  ...more,
})
const option = (value: string, label: Text) => ({ value, label })
const two = [0, 1] as const

/** What an officer knows of a credit and no file tells: who paid, what was charged, what parts it has. */
export const channelSections = (institutions: readonly string[]): readonly SpecSection[] => [
  {
    key: 'payer',
    title: { zh: '渠道与付款人', en: 'Channel and payer' },
    fields: [
      field('institution', { zh: '经支付机构', en: 'Through a payment institution' }, 'choice', {
        options: institutions.map((name) => option(name, { zh: name, en: name })),
        note: {
          zh: '机构名称在「主体与规则」页填写；直接由银行入账的不选',
          en: 'Named on the page of the subject; none for money that came by bank',
        },
      }),
      field('payer.relation', { zh: '付款人是', en: 'The payer is' }, 'choice', {
        options: [
          option('buyer', { zh: '买家', en: 'The buyer' }),
          option('licensedWallet', { zh: '持牌钱包、支付机构', en: 'A licensed wallet' }),
          option('thirdParty', { zh: '第三方', en: 'A third party' }),
        ],
      }),
      field('payer.name', { zh: '付款人名称', en: 'Name of the payer' }, 'text'),
      field('payer.country', { zh: '付款人常驻国家', en: 'Residence of the payer' }, 'country'),
      field('payer.linkedReport', { zh: '已关联平台结算报告', en: 'Settlement report is linked' }, 'yesNo'),
      field('payer.payOnBehalfDoc', { zh: '代付协议号', en: 'Agreement of the third party' }, 'text', {
        emptyIsNone: true,
      }),
      field('isAdvance', { zh: '预收货款', en: 'An advance' }, 'yesNo'),
      field('declaredOn', { zh: '已申报日期', en: 'Declared on' }, 'day'),
    ],
  },
  {
    key: 'charges',
    title: { zh: '境外扣费', en: 'Charges abroad' },
    fields: [
      field('charges.bearer', { zh: '费用承担', en: 'Borne by' }, 'choice', {
        options: ['OUR', 'SHA', 'BEN'].map((one) => option(one, { zh: one, en: one })),
      }),
      field('charges.instructed', { zh: '汇出金额（33B）', en: 'Instructed (33B)' }, 'money'),
      field('charges.settled', { zh: '清算金额（32A）', en: 'Settled (32A)' }, 'money'),
      ...two.map((at) =>
        field(
          `charges.senderCharges.${at}`,
          { zh: `发报行扣费 ${at + 1}（71F）`, en: `Sender charges ${at + 1} (71F)` },
          'money',
        ),
      ),
      field('charges.receiverCharges.0', { zh: '收报行扣费（71G）', en: 'Receiver charges (71G)' }, 'money'),
    ],
  },
  {
    key: 'natures',
    title: {
      zh: '一笔款里的不同性质（都是货款则不填）',
      en: 'Parts of several kinds (empty where all is goods)',
    },
    fields: two.flatMap((at) => [
      field(`natures.${at}.kind`, { zh: `部分 ${at + 1} 性质`, en: `Kind of part ${at + 1}` }, 'choice', {
        options: [
          option('goods', { zh: '货款', en: 'Goods' }),
          option('compensation', { zh: '赔偿', en: 'Compensation' }),
          option('service', { zh: '服务', en: 'Service' }),
          option('other', { zh: '其他', en: 'Other' }),
        ],
      }),
      field(
        `natures.${at}.supervisionMode`,
        { zh: `部分 ${at + 1} 监管方式`, en: `Mode of part ${at + 1}` },
        'choice',
        { options: modeOptions },
      ),
      field(`natures.${at}.amount`, { zh: `部分 ${at + 1} 金额`, en: `Amount of part ${at + 1}` }, 'decimal'),
    ]),
  },
  {
    key: 'risk',
    title: { zh: '经办人知道的风险', en: 'What the officer knows' },
    fields: [
      field('riskAnswers', { zh: '涉及', en: 'It concerns' }, 'choices', {
        wide: true,
        options: [
          option('privateDealing', { zh: '私下买卖外汇', en: 'Private dealing in currency' }),
          option('illegalInflow', { zh: '违规流入', en: 'An inflow against the rules' }),
        ],
        note: { zh: '没有就不选', en: 'Empty where neither' },
      }),
    ],
  },
]

/** Keys of `CreditAnswers` that stand in this form; the others are answered in later steps. */
export const channelKeys = [
  'institution',
  'payer',
  'isAdvance',
  'declaredOn',
  'charges',
  'natures',
  'riskAnswers',
] as const
