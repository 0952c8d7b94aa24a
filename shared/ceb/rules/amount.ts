import { abs, add, cmp, mul, sub, sum } from '../../money/decimal'
import type { Values } from '../message'
import { isNothing, numberOf } from './number'
import type { DocumentRule } from './rule'

/**
 * How far quantity × price may be from the total: the price was rounded to five decimals before it was multiplied, and
 * the total once more.
 */
const rounding = (qty: string) => mul(add(qty, '1'), '0.000005')

const totalPrice: DocumentRule = {
  id: 'total-price',
  on: ['CEB303', 'CEB603', 'CEB311', 'CEB621'],
  severity: 'refuse',
  source: '报文规范：总价=数量×单价',
  message: {
    zh: '总价{total}不等于数量{qty}×单价{price}(={product})',
    en: 'Total {total} is not quantity {qty} × price {price} (= {product})',
  },
  fix: {
    zh: '改总价；或把单价精确到5位小数使乘积相符',
    en: 'Correct the total, or give the price to five decimals so that the product fits',
  },
  check(_head, lines, report) {
    lines.forEach((line, at) => {
      const [qty, price, total] = ['qty', 'price', 'totalPrice'].map((name) => numberOf(line, name))
      if (qty === undefined || price === undefined || total === undefined) return
      const product = mul(qty, price)
      if (cmp(product, total) === 0 || cmp(abs(sub(product, total)), rounding(qty)) <= 0) return
      report({ field: 'totalPrice', line: at }, total, { total, qty, price, product })
    })
  },
}

/** A rule that these fields of every line, where they are numbers, are above zero. */
const positiveLines = (rule: Omit<DocumentRule, 'check'>, fields: readonly string[]): DocumentRule => ({
  ...rule,
  check(_head, lines, report) {
    lines.forEach((line, at) => {
      for (const field of fields) {
        const value = numberOf(line, field)
        if (value !== undefined && isNothing(value)) report({ field, line: at }, value)
      }
    })
  },
})

const linePrice = positiveLines(
  {
    id: 'price-zero',
    on: ['CEB603', 'CEB621'],
    severity: 'refuse',
    source: '清单审核：单价、总价大于0',
    message: { zh: '清单商品的单价和总价不能为0', en: 'Price and total of a list line cannot be 0' },
    fix: {
      zh: '赠品按公允价申报(商品资料里的赠品公允价)，没有实际寄出的不列入清单',
      en: 'Declare a gift at its fair price from the goods master; leave out what was not sent',
    },
  },
  ['price', 'totalPrice'],
)

const orderPrice = positiveLines(
  {
    id: 'gift',
    on: ['CEB303', 'CEB311'],
    severity: 'warn',
    source: '报文规范：赠品单价可为0',
    message: { zh: '单价为0，按赠品处理', en: 'Price 0: taken as a gift' },
    fix: {
      zh: '清单里须有公允价；确认不是漏填',
      en: 'The list needs a fair price; make sure it was not forgotten',
    },
  },
  ['price'],
)

const quantity = positiveLines(
  {
    id: 'quantity-zero',
    on: ['CEB303', 'CEB603', 'CEB311', 'CEB621', 'CEB213', 'CEB625'],
    severity: 'refuse',
    source: '报文规范：数量',
    message: { zh: '数量必须大于0', en: 'The quantity must be above 0' },
    fix: { zh: '填实际数量；没有货物的行删除', en: 'Give the real quantity; remove a line without goods' },
  },
  ['qty', 'qty1'],
)

const goodsValue: DocumentRule = {
  id: 'goods-value',
  on: ['CEB303', 'CEB311'],
  severity: 'warn',
  source: '商品金额与表体总价的关系口径待确认',
  message: {
    zh: '商品金额{value}与表体总价合计{total}不相等',
    en: 'Goods value {value} differs from the sum of the lines, {total}',
  },
  fix: {
    zh: '核对折扣是否已分摊到商品行，运费是否混入商品金额',
    en: 'Check that discounts are allocated to the lines and freight is not in the goods value',
  },
  check(head, lines, report) {
    const value = numberOf(head, 'goodsValue')
    const totals = lines.map((line) => numberOf(line, 'totalPrice'))
    if (value === undefined || totals.includes(undefined)) return
    const total = sum(totals as string[])
    if (cmp(value, total) !== 0) report({ field: 'goodsValue' }, value, { value, total })
  },
}

const reallyPaid: DocumentRule = {
  id: 'really-paid',
  on: ['CEB311'],
  severity: 'refuse',
  source: '报文规范：实际支付=商品金额+运杂费+代扣税款−非现金抵扣',
  message: {
    zh: '实际支付金额{value}应为{expected}',
    en: 'Really paid {value} should be {expected}',
  },
  fix: {
    zh: '等于商品金额加运费加税款减抵扣',
    en: 'It is goods value plus freight plus tax less discount',
  },
  check(head, _lines, report) {
    const value = numberOf(head, 'acturalPaid')
    const [goods, freight, tax, discount] = ['goodsValue', 'freight', 'taxTotal', 'discount'].map((name) =>
      numberOf(head, name),
    )
    if (!value || !goods || !freight || !tax || !discount) return
    const expected = sub(sum([goods, freight, tax]), discount)
    if (cmp(value, expected) !== 0) report({ field: 'acturalPaid' }, value, { value, expected })
  },
}

const received: DocumentRule = {
  id: 'amount-zero',
  on: ['CEB403', 'CEB411'],
  severity: 'refuse',
  source: '报文规范：收款(支付)金额',
  message: { zh: '金额必须大于0', en: 'The amount must be above 0' },
  fix: { zh: '填实际到账(支付)的金额', en: 'Give what was really received or paid' },
  check(head, _lines, report) {
    for (const field of ['charge', 'amountPaid']) {
      const value = numberOf(head, field)
      if (value !== undefined && isNothing(value)) report({ field }, value)
    }
  },
}

const differing = (lines: readonly Values[], currency: string | undefined) =>
  lines.findIndex((line) => currency && line['currency'] && line['currency'] !== currency)

const orderCurrency: DocumentRule = {
  id: 'currency-head',
  on: ['CEB303', 'CEB311'],
  severity: 'refuse',
  source: '报文规范：一张订单一个币制',
  message: {
    zh: '表体币制{value}与表头{head}不同',
    en: 'Currency {value} of the line differs from the head, {head}',
  },
  fix: { zh: '统一为成交币制', en: 'Use the currency of the deal throughout' },
  check(head, lines, report) {
    const at = differing(lines, head['currency'])
    const value = lines[at]?.['currency']
    if (value) report({ field: 'currency', line: at }, value, { value, head: head['currency'] ?? '' })
  },
}

const listCurrency: DocumentRule = {
  id: 'currency-lines',
  on: ['CEB603'],
  severity: 'warn',
  source: '一张清单多种币制口径待确认',
  message: { zh: '同一清单出现币制{value}和{first}', en: 'One list with the currencies {value} and {first}' },
  fix: {
    zh: '与订单核对；一张订单只有一种成交币制',
    en: 'Compare it with the order, which has one currency',
  },
  check(_head, lines, report) {
    const first = lines[0]?.['currency']
    const at = differing(lines, first)
    const value = lines[at]?.['currency']
    if (value && first) report({ field: 'currency', line: at }, value, { value, first })
  },
}

/** Arithmetic and currencies. */
export const amountRules = [
  totalPrice,
  linePrice,
  orderPrice,
  quantity,
  goodsValue,
  reallyPaid,
  received,
  orderCurrency,
  listCurrency,
]
