import { z } from 'zod'
import { day } from '../model/field'
import type { Goods } from '../model/goods'
import { fillText, type Text } from '../model/text'
import { within } from '../rules/rule'
import { hasWord } from './word-match'

/** A brand with the ways it is written; what the officer, or a list of marks filed with customs, gives. */
export type Brand = { name: string; words: readonly string[]; own?: boolean }

/** Leave to sell a brand. `countries`: customs numbers of countries it is limited to; `skus`: goods it is limited to. */
export type BrandLeave = {
  brand: string
  from: string
  to?: string
  countries?: readonly string[]
  skus?: readonly string[]
}

/** Key of the brands among the settings of a book. */
export const brandsKey = 'brands'
const named = z.array(z.string().min(1))
export const BrandSetting = z.strictObject({
  brands: z.array(z.strictObject({ name: z.string().min(1), words: named, own: z.boolean().optional() })),
  leaves: z.array(
    z.strictObject({
      brand: z.string().min(1),
      from: day,
      to: day.optional(),
      countries: named.optional(),
      skus: named.optional(),
    }),
  ),
})

export type BrandFinding = { sku: string; brand: string; word: string; says: Text; fix: Text }

type BrandGoods = Pick<Goods, 'sku' | 'name' | 'gname' | 'gmodel'>

/** Goods in whose names a brand stands that nobody here may sell there and then. A warning, never an accusation. */
export function brandFindings(
  goods: readonly BrandGoods[],
  brands: readonly Brand[],
  leaves: readonly BrandLeave[],
  { on, country }: { on: string; country?: string },
): BrandFinding[] {
  return goods.flatMap(({ sku, ...texts }) =>
    brands.flatMap(({ name, words: spellings, own }): BrandFinding[] => {
      const word = [name, ...spellings].find((one) =>
        [texts.name, texts.gname, texts.gmodel].some((text) => hasWord(text, one)),
      )
      if (own || word === undefined) return []
      const of = leaves.filter(
        (leave) => leave.brand === name && (leave.skus === undefined || leave.skus.includes(sku)),
      )
      const current = of.filter(({ from, to }) => within(on, { from, ...(to !== undefined && { to }) }))
      const reaches = ({ countries }: BrandLeave) =>
        countries === undefined || (country !== undefined && countries.includes(country))
      if (current.some(reaches)) return []
      const says = current.length > 0 ? words.elsewhere : of.length > 0 ? words.ended : words.none
      return [{ sku, brand: name, word, says: fillText(says, { word, brand: name }), fix: words.fix }]
    }),
  )
}

const words = {
  none: {
    zh: '品名中有“{word}”，没有“{brand}”的授权',
    en: '"{word}" stands in the name; no leave for {brand}',
  },
  ended: {
    zh: '“{brand}”的授权在这一天无效',
    en: 'The leave for {brand} does not hold on this day',
  },
  elsewhere: {
    zh: '“{brand}”的授权不含这个国家',
    en: 'The leave for {brand} does not reach this country',
  },
  fix: { zh: '补上授权书；品名误带品牌词的改品名', en: 'Attach the leave, or correct the name' },
} satisfies Record<string, Text>
