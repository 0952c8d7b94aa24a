import { cmp, div, isZero, mul, round, sub, sum } from '../../money/decimal'
import { raise, type Finding } from '../../rules/rule'
import { ceilingRule } from '../amounts/rates-on'
import { head, house, read, unsure } from '../cite'
import { itemsFor, lineKey, type ClaimIndex, type Link } from './index'
import type { ClaimExport, ClaimPurchase } from '../../model/rebate/claim'
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
  const codes = new Set([...items.map(({ hsCode }) => hsCode), ...link.purchases.map(({ hsCode }) => hsCode)])
  return [...codes].flatMap((hsCode) => {
    const exported = link.exports.filter((row) => index.itemOf(row)?.hsCode === hsCode)
    const bought = link.purchases.filter((row) => row.hsCode === hsCode)
    const quantities = bought.map((row) => {
      const unit = index.invoiceLines.get(lineKey(row.invoiceNumber, row.line))?.line.unit
      if (unit === undefined) return row.qty
      for (const item of itemsFor(items, hsCode)) {
        const converted = inDealUnit(row.qty, unit, item)
        if (converted !== undefined) return converted
      }
      return undefined
    })
    if (quantities.some((quantity) => quantity === undefined)) return []
    const exportQty = sum(exported.map(({ qty }) => qty))
    const purchaseQty = round(sum(quantities as string[]), PLACES)
    const net = sum(bought.map((row) => row.net))
    const all = isZero(purchaseQty) || cmp(purchaseQty, exportQty) <= 0
    return [
      {
        linkNo: link.linkNo,
        hsCode,
        exportQty,
        purchaseQty,
        claimableNet: all ? net : round(div(mul(net, exportQty), purchaseQty, CENT + 8), CENT),
        keptQty: all ? '0' : sub(purchaseQty, exportQty),
      },
    ]
  })
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
const strayExports = (index: ClaimIndex, rows: readonly ClaimExport[], target: string): Finding[] =>
  rows
    .filter((row) => index.itemOf(row) === undefined)
    .map(({ declarationNo: no, item }) =>
      raise(e01, {
        target,
        field: 'declarationNo',
        message: {
          zh: '出口明细的报关单 {no} 第 {item} 项不在所给单证中',
          en: 'Item {item} of declaration {no} is not among the papers',
        },
        params: { no, item },
      }),
    )

const strayPurchases = (index: ClaimIndex, rows: readonly ClaimPurchase[], target: string): Finding[] =>
  rows
    .filter(({ invoiceNumber, line }) => !index.invoiceLines.has(lineKey(invoiceNumber, line)))
    .map(({ invoiceNumber: no, line }) =>
      raise(e01, {
        target,
        field: 'invoiceNumber',
        message: {
          zh: '进货明细的发票 {no} 第 {line} 行不在所给单证中',
          en: 'Line {line} of invoice {no} is not among the papers',
        },
        params: { no, line },
      }),
    )

/** Whether the two sides of a link belong together. */
export const pairingRules: readonly MatchRule[] = [
  {
    ...e01,
    scope: 'link',
    check: (index, linkNo) => {
      const { exports, purchases } = index.links.get(linkNo)!
      const target = `link:${linkNo}`
      if (exports.length === 0 || purchases.length === 0) {
        const zh = exports.length === 0 ? '没有出口明细' : '没有进货明细'
        const en = exports.length === 0 ? 'No export lines' : 'No purchase lines'
        return [raise(e01, { target, field: 'linkNo', message: { zh, en } })]
      }
      return [...strayExports(index, exports, target), ...strayPurchases(index, purchases, target)]
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
