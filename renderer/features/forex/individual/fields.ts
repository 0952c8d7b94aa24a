import type { Text } from '#shared/model/text'
import type { Spec, SpecSection } from '../forms/spec'

const field = (path: string, label: Text, kind: Spec['kind'], more: Partial<Spec> = {}): Spec => ({
  path,
  label,
  kind,
  ...more,
})
const option = (value: string, label: Text) => ({ value, label })
const must = { required: true }

/** One receipt of one person, with what proves it and what the year has used. */
export const individualSections: readonly SpecSection[] = [
  {
    key: 'person',
    title: { zh: '收款人', en: 'The person' },
    fields: [
      field('subject.certificate', { zh: '办理凭证', en: 'Certificate' }, 'choice', {
        ...must,
        options: [
          option('idCard', { zh: '身份证', en: 'Identity card' }),
          option('licence', { zh: '营业执照', en: 'Licence' }),
        ],
      }),
      field('subject.name', { zh: '姓名', en: 'Name' }, 'text'),
      field(
        'subject.quotaUsedUsd',
        { zh: '本年度已用额度（美元）', en: 'Quota of the year used (USD)' },
        'decimal',
      ),
    ],
  },
  {
    key: 'receipt',
    title: { zh: '收款', en: 'The receipt' },
    fields: [
      field('credit.id', { zh: '收款流水号', en: 'Receipt number' }, 'text', must),
      field('credit.channel', { zh: '渠道', en: 'Channel' }, 'choice', {
        ...must,
        options: [
          option('bank', { zh: '银行', en: 'Bank' }),
          option('paymentInstitution', { zh: '支付机构', en: 'Payment institution' }),
        ],
      }),
      field('credit.currency', { zh: '币种', en: 'Currency' }, 'currency', must),
      field('credit.amount', { zh: '金额', en: 'Amount' }, 'decimal', must),
      field('credit.valueDate', { zh: '收款日期', en: 'Received on' }, 'day', must),
    ],
  },
  {
    key: 'evidence',
    title: { zh: '交易证据', en: 'Evidence' },
    fields: [
      field('evidence.id', { zh: '证据编号', en: 'Paper number' }, 'text'),
      field('evidence.amount', { zh: '证据金额', en: 'Amount proven' }, 'decimal'),
      field('evidence.kind', { zh: '证据种类', en: 'Kind of evidence' }, 'choice', {
        options: [
          option('transactionInfo', { zh: '交易电子信息', en: 'Transaction information' }),
          option('documents', { zh: '单证', en: 'Documents' }),
        ],
      }),
    ],
  },
]
