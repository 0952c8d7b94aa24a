import { cmp, div, isZero, mul, round, sub, sum } from '../../money/decimal'
import { raise, type Finding } from '../../rules/rule'
import { ceilingRule } from '../amounts/rates-on'
import { head, house, read, unsure } from '../cite'
import type { DeclarationItem } from '../../model/rebate/export-line'
import { itemsFor, type ClaimIndex, type Link } from './index'
import type { LinkQuantity } from './link-quantity'
import type { MatchRule } from './rule'
import { compareNames, inDealUnit, pairsOf } from './units'

const e01 = head(
  'E01',
  'blocking',
  ['每个关联号必须同时有出口明细和进货明细', 'A link number holds export lines and purchase lines both'],
  ['补配进货或出口，或撤销该关联号', 'Add the missing side, or dissolve the link'],
  [house('form')],
)
const e02 = head(
  'E02',
  'blocking',
  [
    '同一关联号同一商品代码下，进货数量不少于出口数量；多出的部分留待以后',
    'Within a link and goods code the purchased quantity covers the exported; what is left stays for later',
  ],
  ['补配进货发票或减少出口数量', 'Add purchase lines or claim less'],
  [house('form'), unsure('practice')],
)
const e03 = head(
  'E03',
  'blocking',
  [
    '发票计量单位必须是报关单该项申报、法定第一、法定第二单位之一；只按报关单自己的数量换算',
    'The unit of the invoice is one of the three of the declared item; converted by its own quantities only',
  ],
  ['请供应商按报关单位开票，或更正报关单', 'Have the invoice made out in a declared unit'],
  [unsure('2013#12'), house('practice')],
)
const e04 = head(
  'E04',
  'blocking',
  [
    '发票品名（去掉 *税收分类简称*）应与报关单品名一致；互相包含的提示核对',
    'The name on the invoice, without its tax category, equals the declared one; one within the other is a warning',
  ],
  ['按报关单品名重开发票，或更正报关单', 'Have the invoice made out with the declared name'],
  [house('practice')],
)
const e05 = head(
  'E05',
  'warning',
  [
    '税收分类编码指向的章与申报商品代码相距较远',
    'The tax category of the invoice points to other chapters than the declared code',
  ],
  ['核对税收分类编码与商品代码', 'Check the tax category and the goods code'],
  [unsure('practice')],
)
const c14 = head(
  'C14',
  'warning',
  [
    '不同退税率的货物应分开核算和申报，不能分开的从低适用',
    'Goods with different rates are accounted and claimed apart, else the lowest rate applies',
  ],
  ['一个关联号只放一个商品代码', 'Keep one goods code in a link'],
  [read('39号', '三（三）'), unsure('11号')],
)

const PLACES = 6
const CENT = 2

/** Per goods code of a link; codes whose unit cannot be converted are left out, E03 speaks of them. */
export function linkQuantities(index: ClaimIndex, link: Link): LinkQuantity[] {
  const known = index.quantities.get(link)
  if (known) return known
  const counted = countQuantities(index, link)
  index.quantities.set(link, counted)
  return counted
}

function countQuantities(index: ClaimIndex, link: Link): LinkQuantity[] {
  const items = index.itemsOfLink(link)
  const codes: string[] = []
  for (const { hsCode } of items) if (!codes.includes(hsCode)) codes.push(hsCode)
  for (const { hsCode } of link.purchases) if (!codes.includes(hsCode)) codes.push(hsCode)
  const counted: LinkQuantity[] = []
  for (const hsCode of codes) {
    const one = countQuantity(link, items, hsCode)
    if (one) counted.push(one)
  }
  return counted
}

function countQuantity(
  link: Link,
  items: readonly DeclarationItem[],
  hsCode: string,
): LinkQuantity | undefined {
  const exported: string[] = []
  link.exports.forEach(({ qty }, at) => {
    if (link.items[at]?.hsCode === hsCode) exported.push(qty)
  })
  const own = itemsFor(items, hsCode)
  const bought: string[] = []
  const nets: string[] = []
  for (const [at, row] of link.purchases.entries()) {
    if (row.hsCode !== hsCode) continue
    const quantity = inUnitOf(own, row.qty, link.lines[at]?.line.unit)
    if (quantity === undefined) return undefined
    bought.push(quantity)
    nets.push(row.net)
  }
  const exportQty = sum(exported)
  const purchaseQty = round(sum(bought), PLACES)
  const net = sum(nets)
  const all = isZero(purchaseQty) || cmp(purchaseQty, exportQty) <= 0
  return {
    linkNo: link.linkNo,
    hsCode,
    exportQty,
    purchaseQty,
    claimableNet: all ? net : round(div(mul(net, exportQty), purchaseQty, CENT + 8), CENT),
    keptQty: all ? '0' : sub(purchaseQty, exportQty),
  }
}

/** A quantity bought in a unit, in the deal unit of the first item that knows it; as it is where the unit is not at hand. */
function inUnitOf(
  items: readonly DeclarationItem[],
  qty: string,
  unit: string | undefined,
): string | undefined {
  if (unit === undefined) return qty
  for (const item of items) {
    const converted = inDealUnit(qty, unit, item)
    if (converted !== undefined) return converted
  }
  return undefined
}

const quantityFinding = (
  found: LinkQuantity,
  severity: 'blocking' | 'warning',
  zh: string,
  en: string,
): Finding =>
  raise(e02, {
    target: `link:${found.linkNo}/${found.hsCode}`,
    field: 'qty',
    severity,
    message: { zh, en },
    params: { exportQty: found.exportQty, purchaseQty: found.purchaseQty, keptQty: found.keptQty },
  })

/** E01: a row whose 报关单 or invoice is not at hand is no side to compare with. */
function strayRows({ exports, items, purchases, lines }: Link, target: string): Finding[] {
  const found: Finding[] = []
  exports.forEach(({ declarationNo: no, item }, at) => {
    if (items[at]) return
    const message = {
      zh: '出口明细的报关单 {no} 第 {item} 项不在所给单证中',
      en: 'Item {item} of declaration {no} is not among the papers',
    }
    found.push(raise(e01, { target, field: 'declarationNo', message, params: { no, item } }))
  })
  purchases.forEach(({ invoiceNumber: no, line }, at) => {
    if (lines[at]) return
    const message = {
      zh: '进货明细的发票 {no} 第 {line} 行不在所给单证中',
      en: 'Line {line} of invoice {no} is not among the papers',
    }
    found.push(raise(e01, { target, field: 'invoiceNumber', message, params: { no, line } }))
  })
  return found
}

/** Whether the two sides of a link belong together. */
export const pairingRules: readonly MatchRule[] = [
  {
    ...e01,
    scope: 'link',
    check: (index, linkNo) => {
      const link = index.links.get(linkNo)!
      const { exports, purchases } = link
      const target = `link:${linkNo}`
      if (exports.length === 0 || purchases.length === 0) {
        const zh = exports.length === 0 ? '没有出口明细' : '没有进货明细'
        const en = exports.length === 0 ? 'No export lines' : 'No purchase lines'
        return [raise(e01, { target, field: 'linkNo', message: { zh, en } })]
      }
      return strayRows(link, target)
    },
  },
  {
    ...e02,
    scope: 'link',
    check: (index, linkNo) => {
      const link = index.links.get(linkNo)!
      if (link.exports.length === 0 || link.purchases.length === 0) return []
      return linkQuantities(index, link).flatMap((found) => {
        const side = cmp(found.exportQty, found.purchaseQty)
        if (side > 0) {
          return [
            quantityFinding(
              found,
              'blocking',
              '出口 {exportQty} 大于进货 {purchaseQty}',
              'Exported {exportQty}, bought {purchaseQty}',
            ),
          ]
        }
        if (side === 0) return []
        return [
          quantityFinding(
            found,
            'warning',
            '进货 {purchaseQty} 多于出口 {exportQty}，本次只申报出口部分，余 {keptQty} 留存',
            'Bought {purchaseQty}, exported {exportQty}: the exported share is claimed, {keptQty} stay',
          ),
        ]
      })
    },
  },
  {
    ...e03,
    scope: 'purchase',
    check: (index, key) => {
      const line = index.invoiceLines.get(key)?.line
      const items = index.itemsOfLine(key)
      if (!line || items.length === 0) return []
      if (items.some((item) => inDealUnit('1', line.unit, item) !== undefined)) return []
      const units = [...new Set(items.flatMap((item) => pairsOf(item).map(({ unit }) => unit)))].join('、')
      const message = {
        zh: '发票单位「{unit}」不在报关单单位（{units}）之中',
        en: 'The invoice is in {unit}, the declaration knows {units}',
      }
      return [
        raise(e03, { target: `invoice:${key}`, field: 'unit', message, params: { unit: line.unit, units } }),
      ]
    },
  },
  {
    ...e04,
    scope: 'purchase',
    check: (index, key) => {
      const line = index.invoiceLines.get(key)?.line
      const items = index.itemsOfLine(key)
      if (!line || items.length === 0) return []
      const verdicts = items.map((item) => compareNames(line.name, item.name))
      if (verdicts.includes('equal')) return []
      const severity = verdicts.includes('contains') ? 'warning' : 'blocking'
      const message = {
        zh: '发票品名「{invoice}」，报关单品名「{declared}」',
        en: 'The invoice says {invoice}, the declaration {declared}',
      }
      const params = { invoice: line.name, declared: [...new Set(items.map(({ name }) => name))].join('、') }
      return [raise(e04, { target: `invoice:${key}`, field: 'name', severity, message, params })]
    },
  },
  {
    ...e05,
    scope: 'purchase',
    check: (index, key) => {
      const code = index.invoiceLines.get(key)?.line.taxCategoryCode
      const items = index.itemsOfLine(key)
      if (!code || items.length === 0) return []
      const [longest] = index.settings.taxCategoryChapters
        .filter(({ prefix }) => code.startsWith(prefix))
        .sort((a, b) => b.prefix.length - a.prefix.length)
      if (!longest) return []
      if (items.some(({ hsCode }) => longest.chapters.includes(hsCode.slice(0, 2)))) return []
      const message = {
        zh: '税收分类编码 {code} 指向第 {chapters} 章，申报商品代码为 {hsCode}',
        en: 'Tax category {code} points to chapters {chapters}, declared is {hsCode}',
      }
      const params = { code, chapters: longest.chapters.join('、'), hsCode: items[0]!.hsCode }
      return [raise(e05, { target: `invoice:${key}`, field: 'taxCategoryCode', message, params })]
    },
  },
  {
    ...ceilingRule,
    scope: 'purchase',
    check: (index, key) => {
      const credit = index.claim.enterprise.method === 'exempt-credit-refund'
      const excepted =
        credit &&
        index
          .itemsOfLine(key)
          .every(({ exportDate }) => exportDate >= '2019-04-01' && exportDate <= '2019-06-30')
      const wrong = (index.purchasesOf.get(key) ?? []).find(
        ({ levyRate, rebateRate }) =>
          levyRate !== undefined && rebateRate !== undefined && cmp(rebateRate, levyRate) > 0,
      )
      return wrong && !excepted ? [raise(ceilingRule, { target: `invoice:${key}`, field: 'rebateRate' })] : []
    },
  },
  {
    ...c14,
    scope: 'link',
    check: ({ links }, linkNo) => {
      const rates = new Map<string, string>()
      for (const { hsCode, rebateRate } of links.get(linkNo)!.purchases) {
        if (rebateRate !== undefined) rates.set(hsCode, rebateRate)
      }
      return rates.size > 1 && new Set(rates.values()).size > 1
        ? [raise(c14, { target: `link:${linkNo}`, field: 'rebateRate' })]
        : []
    },
  },
]
