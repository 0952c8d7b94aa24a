import { isGtin } from '../codes/identifiers/gtin'
import type { Goods, GoodsColumn } from '../model/goods'
import type { CebDocument } from '../model/list'
import { fillText, type Text } from '../model/text'

/** Goods as they travel in a filing: texts of one head. */
export function goodsContent({
  record: _record,
  kind: _kind,
  overrides: _overrides,
  ...goods
}: Goods): CebDocument {
  const entries = Object.entries(goods).filter(([, value]) => value !== '')
  return { head: Object.fromEntries(entries) }
}

export type GoodsFault = { field: GoodsColumn; text: Text; why: Text; fix: Text }

/**
 * What keeps goods from being filed, field by field; the same as the single window looks at, so that nobody waits for an
 * answer that could be known.
 * @param knowsUnit whether a unit is in the code table in use; a table that is not complete refuses nothing
 */
export function goodsFaults(goods: Goods, knowsUnit: (code: string) => boolean): GoodsFault[] {
  const faults: GoodsFault[] = []
  const wrong = (field: GoodsColumn, why: Text, fix: Text) =>
    faults.push({ field, text: fillText(words.wrong, { field, value: goods[field] ?? '' }), why, fix })
  if (goods.gname.trim() === '' || goods.gname.length > 250) wrong('gname', words.name, words.nameFix)
  if (!/^\d{10}$/.test(goods.gcode)) wrong('gcode', words.code, words.codeFix)
  if (!knowsUnit(goods.unit)) wrong('unit', words.unit, words.unitFix)
  if (goods.barCode !== '无' && !isGtin(goods.barCode)) wrong('barCode', words.barCode, words.barCodeFix)
  return faults
}

const words = {
  wrong: { zh: '“{field}”不能是 {value}', en: '{field} cannot be {value}' },
  name: { zh: '申报品名不能为空，最多 250 字', en: 'The declared name has 1 to 250 characters' },
  nameFix: { zh: '改写申报品名', en: 'Write another name' },
  code: { zh: '商品编码应为 10 位数字', en: 'The code has 10 digits' },
  codeFix: { zh: '按税则归类', en: 'Classify it by the tariff' },
  unit: { zh: '计量单位不在代码表中', en: 'The unit is in no code table' },
  unitFix: { zh: '从代码表选一个单位', en: 'Choose a unit of the table' },
  barCode: { zh: '商品条码校验位不符', en: 'The check digit of the bar code is wrong' },
  barCodeFix: { zh: '照包装重新录入；没有条码填“无”', en: 'Copy it again; without a bar code write 无' },
} satisfies Record<string, Text>
