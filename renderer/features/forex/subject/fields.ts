import { forexClaimNames, forexClaims, registerStates } from '#shared/model/forex/common'
import type { Text } from '#shared/model/text'
import type { Spec, SpecSection } from '../forms/spec'

const field = (path: string, label: Text, kind: Spec['kind'], more: Partial<Spec> = {}): Spec => ({
  path,
  label,
  kind,
  ...more,
})
const option = (value: string, label: Text) => ({ value, label })

const stateNames: Readonly<Record<(typeof registerStates)[number], Text>> = {
  A: { zh: 'A', en: 'A' },
  B: { zh: 'B', en: 'B' },
  C: { zh: 'C', en: 'C' },
  unlisted: { zh: '注销', en: 'removed' },
}

/** What is stated of the enterprise; its name and code are those of the book. */
export const subjectSections: readonly SpecSection[] = [
  {
    key: 'subject',
    title: { zh: '主体与名录', en: 'Subject and register' },
    fields: [
      field('type', { zh: '主体类型', en: 'Type' }, 'choice', {
        required: true,
        options: [
          option('enterprise', { zh: '企业', en: 'Enterprise' }),
          option('soleTrader', { zh: '个体工商户', en: 'Sole trader' }),
          option('serviceEnterprise', { zh: '外综服企业', en: 'Integrated service enterprise' }),
          option('individual', { zh: '个人', en: 'Individual' }),
        ],
      }),
      field('certificate', { zh: '办理凭证', en: 'Certificate' }, 'choice', {
        options: [
          option('licence', { zh: '营业执照', en: 'Licence' }),
          option('idCard', { zh: '身份证', en: 'Identity card' }),
        ],
      }),
      field('listed', { zh: '在外汇名录', en: 'On the register' }, 'yesNo'),
      field('listedOn', { zh: '列入名录日期', en: 'Listed on' }, 'day'),
      field('class', { zh: '分类管理', en: 'Class' }, 'choice', {
        options: ['A', 'B', 'C'].map((one) => option(one, { zh: `${one} 类`, en: `Class ${one}` })),
      }),
      field('registerHistory', { zh: '名录与分类变更', en: 'Changes of register and class' }, 'dated', {
        wide: true,
        options: registerStates.map((value) => option(value, stateNames[value])),
        note: {
          zh: '如 2026-06-01 B，2026-10-01 注销：每笔按当日的名录与分类判断；第一次变更之前按上面两项',
          en: 'Like 2026-06-01 B, 2026-10-01 removed: each event is judged as of its day; before the first change by the fields above',
        },
      }),
      field('route', { zh: '办理方式', en: 'Way' }, 'choice', {
        options: [
          option('transactionInfo', { zh: '凭交易电子信息', en: 'By transaction information' }),
          option('ordinary', { zh: '一般方式（逐笔单证）', en: 'By documents, each receipt' }),
        ],
      }),
      field('premium', { zh: '优质企业', en: 'Premium enterprise' }, 'yesNo'),
      field('claims', { zh: '主张的便利', en: 'Facilities claimed' }, 'choices', {
        wide: true,
        options: forexClaims.map((value) => option(value, forexClaimNames[value])),
      }),
      field(
        'filedLocally',
        { zh: '已按地方方案备案为卖家', en: 'Filed as a seller under a local plan' },
        'yesNo',
      ),
      field('inSpecialZone', { zh: '在特殊监管区域内', en: 'In a special supervision zone' }, 'yesNo'),
      field('rebateCategory', { zh: '出口退税管理类别', en: 'Rebate class' }, 'choice', {
        options: ['1', '2', '3', '4'].map((one) => option(one, { zh: `${one} 类`, en: one })),
      }),
      field('negativeList', { zh: '负面清单', en: 'Negative list' }, 'list', {
        wide: true,
        note: { zh: '不与之交易的名称，用逗号隔开', en: 'Names not traded with, a comma apart' },
      }),
    ],
  },
  {
    key: 'sums',
    title: { zh: '年度累计与额度（美元）', en: 'Sums of the year and quotas (USD)' },
    fields: [
      field('ytdYear', { zh: '累计年度', en: 'Year' }, 'whole'),
      field(
        'ytdReceiptsUsd',
        { zh: '本账套之外的年度收汇', en: 'Receipts of the year outside this book' },
        'decimal',
      ),
      field(
        'ytdPaymentsUsd',
        { zh: '本账套之外的年度付汇', en: 'Payments of the year outside this book' },
        'decimal',
      ),
      field('receiptQuotaUsd', { zh: 'B 类可收汇额度', en: 'Class B quota' }, 'decimal'),
      field('receiptQuotaUsedUsd', { zh: 'B 类已用额度', en: 'Class B quota used' }, 'decimal'),
      field(
        'quotaUsedUsd',
        { zh: '个人年度便利化额度已用', en: 'Annual quota of the individual, used' },
        'decimal',
      ),
      field('firstTradeOn', { zh: '首次贸易收付日期', en: 'First trade' }, 'day'),
      field('lastTradeOn', { zh: '最近一次贸易收付日期', en: 'Last trade' }, 'day'),
    ],
  },
]

/** Places of the form for payment institutions. */
export const shownInstitutions = 3

/** How this enterprise checks: none of it is law. Printed as 企业内部口径. */
export const ruleSections: readonly SpecSection[] = [
  {
    key: 'house',
    title: { zh: '企业内部口径（不是法规）', en: 'House tolerances (no law)' },
    fields: [
      field('settings.lineToleranceAbs', { zh: '单笔差异容忍额', en: 'Tolerance of a line' }, 'decimal'),
      field(
        'settings.lineToleranceRate',
        { zh: '单笔差异容忍率', en: 'Tolerance rate of a line' },
        'decimal',
      ),
      field(
        'settings.receiptToleranceRate',
        { zh: '整笔差异容忍率', en: 'Tolerance rate of a receipt' },
        'decimal',
      ),
      field(
        'settings.declaredRatioMin',
        { zh: '申报比值下限', en: 'Lowest ratio to declared value' },
        'decimal',
      ),
      field(
        'settings.declaredRatioMax',
        { zh: '申报比值上限', en: 'Highest ratio to declared value' },
        'decimal',
      ),
      field('settings.quoteValidityMinutes', { zh: '报价有效分钟数', en: 'Minutes a quote holds' }, 'whole'),
      field('warnDays', { zh: '申报前几个工作日提醒', en: 'Working days warned ahead' }, 'whole', {
        required: true,
      }),
    ],
  },
  {
    key: 'pilot',
    title: { zh: '试点', en: 'Pilots' },
    fields: [
      field('settings.pilotNetting', { zh: '参加轧差净额结算试点', en: 'In the netting pilot' }, 'yesNo'),
      field(
        'settings.pilotSelfSettlement',
        { zh: '参加自行收结汇试点', en: 'In the self-settlement pilot' },
        'yesNo',
      ),
    ],
  },
  {
    key: 'names',
    title: { zh: '名称', en: 'Names' },
    fields: [
      field('ownNames', { zh: '本企业账户名', en: 'Names of own accounts' }, 'list', {
        wide: true,
        note: { zh: '用逗号隔开', en: 'A comma apart' },
      }),
      ...Array.from({ length: shownInstitutions }, (_, at) => at).flatMap((at) => [
        field(
          `institutions.${at}.name`,
          { zh: `支付机构 ${at + 1}`, en: `Payment institution ${at + 1}` },
          'text',
        ),
        field(
          `institutions.${at}.fxRegistered`,
          { zh: '已办外汇业务登记', en: 'Registered with SAFE' },
          'yesNo',
        ),
      ]),
    ],
  },
]
