import { z } from 'zod'
import { currency, day, decimalText, field } from '../field'

/** A rate as a fraction: 0.13 is 13 %. */
export const rate = z.string().regex(/^\d+(\.\d+)?$/)
export const quantity = z.string().regex(/^\d+(\.\d+)?$/)
export { currency, day, decimalText }

export const tradeTerms = z.enum(['FOB', 'CIF', 'C&F', 'C&I', 'EXW'])
export type TradeTerms = z.infer<typeof tradeTerms>

/** 运费, 保费, 杂费 as a 报关单 states them: mark 1 率, 2 单价, 3 总价. */
export const FeeItem = z.object({
  mark: z.enum(['1', '2', '3']),
  value: decimalText,
  currency,
  /** What the whole 报关单 states, where `value` is the share of one of its items by their totals. */
  whole: decimalText.optional(),
})
export type FeeItem = z.infer<typeof FeeItem>

/** What a 文库 says of a code from one day to another (`to` is the last day in force, null = open). */
export const RateEntry = z.object({
  code: field(z.string().regex(/^\d{4,14}$/), 'public', '商品代码', 'Goods code'),
  name: field(z.string().optional(), 'public', '商品名称', 'Name'),
  unit: field(z.string().optional(), 'public', '计量单位', 'Unit'),
  levyRate: field(rate.optional(), 'public', '征税率', 'Levy rate'),
  rebateRate: field(rate, 'public', '退税率', 'Rebate rate'),
  /** 1: taxed, 2: exempt; only for codes with rate 0. */
  specialFlag: field(z.enum(['', '1', '2']), 'public', '特殊商品标识', 'Special goods mark'),
  from: field(day, 'public', '生效日期', 'In force from'),
  to: field(day.nullable(), 'public', '失效日期', 'In force to'),
})
export type RateEntry = z.infer<typeof RateEntry>

/** Which 文库 was read, and when it was published. */
export const RateLibrary = z.object({
  version: z.string(),
  published: day.optional(),
  entries: z.array(RateEntry),
})
export type RateLibrary = z.infer<typeof RateLibrary>

/** One code that lost its refund from an export date on; `code` is a prefix. */
export const CancelledRefund = z.object({ code: z.string(), from: day, document: z.string().optional() })
export type CancelledRefund = z.infer<typeof CancelledRefund>
