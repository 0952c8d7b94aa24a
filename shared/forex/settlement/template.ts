import type { RawRow } from '../../table/rows'
import type { RowError } from '../../model/import-report'
import type { Text } from '../../model/text'
import { settlementFields } from './fields'
import { ledgerTemplate, ownWords, platformTemplate, type Layout } from './layouts'
import { settlementProblem } from './problems'

/** Of the columns and words below; a file that was filled in from a newer one is not read half. */
export const TEMPLATE_VERSION = 1

/** A sheet of a blank template. `preamble` stands above the header; `choices`: drop-downs by column. */
export type TemplateSheet = {
  name: Text
  preamble: string[]
  titles: string[]
  choices: Readonly<Record<number, readonly string[]>>
  rows: string[][]
}

type Column = readonly [field: string, required: boolean, zh: string, en: string]

const platformColumns: readonly Column[] = [
  [
    'settlementId',
    true,
    '平台结算单的编号，同一张结算单各行相同',
    'Number of the settlement, the same in all its lines',
  ],
  ['shop', false, '店铺', 'Shop'],
  ['currency', true, 'ISO 字母代码，一张结算单一个币制', 'ISO letters; one currency in a settlement'],
  ['happenedAt', false, '2026-03-14 或 2026-03-14 09:10:00（北京时间）', '2026-03-14 or with a time (China)'],
  ['orderNo', false, '平台订单号', 'Order number of the platform'],
  ['type', true, '见“类型”表', 'See the sheet of types'],
  ['detail', false, '平台原文', 'In the words of the platform'],
  ['amount', true, '增加放款为正，减少为负', 'Positive where it adds to the payout, else negative'],
  [
    'total',
    false,
    '平台写明的放款金额，写一行即可',
    'What the platform says it paid out; one line is enough',
  ],
  ['paidOn', false, '放款日期', 'Day of the payout'],
]

const ledgerColumns: readonly Column[] = [
  ['account', true, '支付机构账户', 'Account at the institution'],
  ['lineNo', false, '机构流水号', 'Number of the institution'],
  ['happenedAt', true, '2026-03-14 或 2026-03-14 09:10:00（北京时间）', '2026-03-14 or with a time (China)'],
  ['currency', true, 'ISO 字母代码', 'ISO letters'],
  [
    'type',
    true,
    '见“类型”表；期初、期末余额各写一行',
    'See the sheet of types; opening and closing have a line each',
  ],
  ['amount', true, '入账为正，出账为负', 'Positive where it comes in, else negative'],
  ['fee', false, '从该笔扣的手续费，写正数', 'Fee taken from it, as a positive number'],
  ['balance', false, '该笔之后的余额', 'Balance after it'],
  ['refersTo', false, '兑换：两行写同一配对号', 'Conversion: the same number on both lines'],
  ['settlementId', false, '平台结算入账：对应的结算单号', 'Payout of a platform: its settlement'],
  ['orderNo', false, '订单号', 'Order number'],
  ['detail', false, '备注', 'Remark'],
]

/** Words for the type column with what they mean, in the order of the list. */
const wordsOf = (level: Layout['level']): [word: string, meaning: Text][] => {
  const shared: [string, Text][] = [
    ['销售', { zh: '货款', en: 'Sales' }],
    ['退款', { zh: '退给买家，负数', en: 'Returned to buyers, negative' }],
    ['佣金', { zh: '平台佣金', en: 'Commission of the platform' }],
    ['广告费', { zh: '广告推广', en: 'Advertising' }],
    ['配送费', { zh: '海外配送、物流', en: 'Delivery abroad' }],
    ['仓储费', { zh: '海外仓储', en: 'Storage abroad' }],
    ['手续费', { zh: '其他平台或机构费用', en: 'Other fees' }],
    ['税费', { zh: '境外代扣税费', en: 'Taxes abroad' }],
  ]
  const own: Readonly<Record<string, Text>> = {
    期初余额: { zh: '本期开始前的余额', en: 'Balance before' },
    期末余额: { zh: '本期结束时的余额', en: 'Balance after' },
    平台结算入账: { zh: '平台放款进账户', en: 'Payout of a platform' },
    保留金扣留: { zh: '暂扣，负数', en: 'Held back, negative' },
    保留金释放: { zh: '放回，正数', en: 'Released, positive' },
    前期欠款: { zh: '前几期结转', en: 'Brought from before' },
    兑换: { zh: '换成另一币制', en: 'Converted to another currency' },
    提现: { zh: '转到银行，负数', en: 'To the bank, negative' },
  }
  const ledgerOnly = ['期初余额', '期末余额', '平台结算入账', '兑换', '提现']
  const more = ownWords.flatMap(([, word]): [string, Text][] => {
    const meaning = own[word]
    const here = level === 'institution' ? word !== '前期欠款' : !ledgerOnly.includes(word)
    return meaning && here ? [[word, meaning]] : []
  })
  return [...shared, ...more]
}

const stampOf = ({ title }: Layout): string => `${title.zh} 版本${TEMPLATE_VERSION}`

/** The blank template: a sheet to fill in with its stamp, what each column wants, and the words of the type column. */
export function settlementTemplate(level: Layout['level']): TemplateSheet[] {
  const layout = level === 'platform' ? platformTemplate : ledgerTemplate
  const columns = level === 'platform' ? platformColumns : ledgerColumns
  const label = (field: string): Text => settlementFields[field]?.label ?? { zh: field, en: field }
  const words = wordsOf(level)
  const typeAt = columns.findIndex(([field]) => field === 'type')
  return [
    {
      name: { zh: '填写', en: 'Fill in' },
      preamble: [stampOf(layout)],
      titles: columns.map(([field, required]) => `${label(field).zh}${required ? '*' : ''}`),
      choices: { [typeAt]: words.map(([word]) => word) },
      rows: [],
    },
    {
      name: { zh: '说明', en: 'Notes' },
      preamble: [],
      titles: ['列名 Column', '必填 Required', '说明', 'Meaning'],
      choices: {},
      rows: columns.map(([field, required, zh, en]) => [label(field).zh, required ? '是 yes' : '', zh, en]),
    },
    {
      name: { zh: '类型', en: 'Types' },
      preamble: [],
      titles: ['写法', '说明', 'Meaning'],
      choices: {},
      rows: words.map(([word, { zh, en }]) => [word, zh, en]),
    },
  ]
}

/** The stamp of a template that this program is too old for. */
export function newerTemplate(rows: readonly RawRow[]): RowError | undefined {
  for (const { row, cells } of rows.slice(0, 10)) {
    for (const cell of cells) {
      const [, version] = /^驿关\S*模板 版本(\d+)/.exec(cell.trim()) ?? []
      if (version !== undefined && Number(version) > TEMPLATE_VERSION) {
        return settlementProblem('settlement.newer-template', row, '', version, {
          known: String(TEMPLATE_VERSION),
        })
      }
    }
  }
  return undefined
}
