import type { Binding } from './binding'
import { unitInHeader } from '../table/clean/weight'
import type { ImportOptions, Profile, Question, QuestionId } from './profile'
import type { RowReader } from './read-row'
import type { Verdict } from './survey'

/** How each is asked. */
export const questionTexts: Readonly<Record<QuestionId, Omit<Question, 'id'>>> = {
  sheet: {
    text: {
      zh: '工作簿里有几张这样的表，每次读一张：要读哪一张？不选则读第一张',
      en: 'The workbook holds several such tables and one is read at a time: which? The first unless you say',
    },
    suggestions: [],
  },
  currency: {
    text: {
      zh: '文件没有写明币制，金额以哪种货币计？',
      en: 'The file does not state a currency: which one are its amounts in?',
    },
    suggestions: ['USD', 'EUR', 'GBP', 'JPY', 'CNY'],
  },
  timezone: {
    text: {
      zh: '文件中的时间没有时区，是哪个时区的时间？',
      en: 'The times in the file carry no zone: which zone are they in?',
    },
    suggestions: [
      'Asia/Shanghai',
      'UTC',
      'America/Los_Angeles',
      'America/New_York',
      'Europe/London',
      'Europe/Berlin',
    ],
  },
  platform: {
    text: { zh: '这是哪个平台的文件？', en: 'Which platform does the file come from?' },
    suggestions: ['amazon', 'shopify', 'aliexpress', 'ebay', 'temu', 'tiktok'],
  },
  shop: { text: { zh: '这是哪个店铺的文件？', en: 'Which shop does the file belong to?' }, suggestions: [] },
  dateOrder: {
    text: {
      zh: '日期是日在前（dmy）还是月在前（mdy）？整个文件中没有可以判断的日期',
      en: 'Day first (dmy) or month first (mdy)? No date in the file decides it',
    },
    suggestions: ['dmy', 'mdy'],
  },
  decimal: {
    text: {
      zh: '小数点用“.”（point）还是“,”（comma）？整个文件中没有可以判断的数字',
      en: 'Are decimals written with a point or with a comma? No number in the file decides it',
    },
    suggestions: ['point', 'comma'],
  },
  weightUnit: {
    text: {
      zh: '重量的单位是什么？未说明时按千克计',
      en: 'Which unit are the weights in? Kilograms unless you say',
    },
    suggestions: ['kg', 'g', 'lb'],
  },
  account: {
    text: { zh: '这是哪个账户的流水？', en: 'Which account is the ledger of?' },
    suggestions: [],
  },
  month: {
    text: {
      zh: '这张折算率表是哪个月的（如 2026-10）？',
      en: 'Of which month is the table, such as 2026-10?',
    },
    suggestions: [],
  },
  bank: { text: { zh: '这是哪家银行的牌价？', en: 'Whose prices are these?' }, suggestions: [] },
  unit: {
    text: {
      zh: '牌价按多少单位外币报？多数银行按 100，也有按 1 的',
      en: 'For how many units are the prices? Most banks quote for 100, some for 1',
    },
    suggestions: ['100', '1'],
  },
}

export type Unknowns = {
  profile: Profile
  binding: Binding
  options: ImportOptions
  verdict: Verdict
  /** Sheets that could be read, when there are several. */
  sheets: readonly string[]
  reader: Pick<RowReader, 'zoneOpen' | 'marked'>
}

/** What the file does not say and `options` do not answer. */
export function openQuestions({ profile, binding, options, verdict, sheets, reader }: Unknowns): Question[] {
  const money = profile.kind === 'orders' || profile.kind === 'payments'
  const weight = binding.fields.find((bound) => bound.field === 'grossWeight' && profile.kind === 'waybills')
  const open: Partial<Record<QuestionId, boolean>> = {
    sheet: sheets.length > 1 && !options.sheet,
    currency: money && !binding.index.has('currency') && !options.currency && !reader.marked.currency.all,
    timezone: reader.zoneOpen && !options.timezone,
    dateOrder: verdict.dateOrderOpen && !options.dateOrder,
    decimal: verdict.decimalOpen && !options.decimal,
    platform: money && !binding.index.has('platform') && !profile.platform && !options.platform,
    shop: money && !binding.index.has('shop') && !options.shop,
    weightUnit:
      weight !== undefined &&
      unitInHeader(weight.header) === undefined &&
      !reader.marked.weight.all &&
      !options.weightUnit,
  }
  return (Object.keys(open) as QuestionId[])
    .filter((id) => open[id])
    .map((id) => ({ id, ...questionTexts[id], ...(id === 'sheet' && { suggestions: [...sheets] }) }))
}
