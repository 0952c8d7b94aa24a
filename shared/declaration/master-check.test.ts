import { describe, expect, it } from 'vitest'
import { loadCodeBook } from '../codes/load'
import { goods } from './fixture.test-data'
import { elementOf, goodsFaults, portFaults, templateFaults, type MasterValues } from './master-check'
import { practiceTemplate } from './practice-template'

const codes = await loadCodeBook()
const practice = { codes, practice: true }
const rulesOf = (faults: readonly { field: string; rule: string }[]) =>
  faults.map((f) => `${f.field} ${f.rule}`)

const { ports, isDefault: _isDefault, overrides: _overrides, ...texts } = practiceTemplate
const template = (over: MasterValues = {}, itsPorts: Record<string, string> = ports, context = practice) =>
  rulesOf(templateFaults({ ...texts, ...over }, itsPorts, context))

describe('a template', () => {
  it('made ready for practice has no fault', () => {
    expect(template()).toEqual([])
  })

  it('is held to the elements of the 清单 it fills', () => {
    expect(template({ customsCode: '290' })).toEqual(['customsCode length'])
    expect(template({ portCode: '杭州海关' })).toContain('portCode district')
    expect(template({ logisticsName: '' })).toEqual(['logisticsName required'])
    expect(template({ trafMode: 'Q' })).toEqual(['trafMode code'])
    expect(template({ fFlag: '4' })).toEqual(['fFlag value'])
    expect(template({ freight: '-1' })).toEqual(['freight decimal'])
    expect(template({ fCurrency: 'USD' })).toEqual(['fCurrency code-letters'])
  })

  it('says what it means in the words of the form, with the remedy', () => {
    const [fault] = templateFaults({ ...texts, customsCode: '' }, ports, practice)
    expect(fault).toMatchObject({ field: 'customsCode', severity: 'refuse' })
    expect(fault!.message.zh).toContain('申报地海关')
    expect(fault!.fix.zh).not.toBe('')
  })

  it('takes codes that cannot exist in a 演练 book only, and never a wrong shape', () => {
    expect(template({ logisticsCode: '0033980001' })).toEqual([])
    expect(template({ logisticsCode: '0033980001' }, ports, { codes, practice: false })).toEqual([
      'logisticsCode party-region',
    ])
    expect(template({ logisticsCode: '33059800' })).toEqual(['logisticsCode party-shape'])
  })

  it('takes what stands for no code: a platform without one, an unregistered owner', () => {
    expect(template({ ebpCode: '无', ownerCode: 'NO' }, ports, { codes, practice: false })).toEqual([])
  })

  it('leaves optional fields empty without a word', () => {
    expect(template({ loctNo: '', payCode: '' })).toEqual([])
  })

  it('needs a port for some country, and says when the others have none', () => {
    expect(template({}, {})).toEqual(['ports ports-none'])
    expect(template({}, { '502': '000' })).toContain('ports ports-fallback')
    expect(rulesOf(portFaults('US', '000', practice))).toContain('ports.US length')
    expect(rulesOf(portFaults('502', '12', practice))).toContain('ports.502 length')
  })
})

const values = (over: MasterValues = {}): MasterValues => {
  const { record: _record, kind: _kind, overrides: _overrides, ...rest } = goods()
  return { ...(rest as MasterValues), ...over }
}
const goodsRules = (over: MasterValues = {}) => rulesOf(goodsFaults(values(over), practice))

describe('goods', () => {
  it('that can be declared have no fault', () => {
    expect(goodsRules()).toEqual([])
  })

  it.each([
    [{ gcode: '732394000' }, 'gcode length'],
    [{ gcode: '9923940000' }, 'gcode gcode-chapter'],
    [{ unit: '999' }, 'unit code'],
    [{ barCode: '' }, 'barCode required'],
    [{ barCode: '6901234567890' }, 'barCode barcode'],
    [{ sku: '' }, 'sku sku'],
    [{ sku: 'X'.repeat(31) }, 'sku sku-long'],
    [{ name: '' }, 'name goods-name'],
    [{ statisticsFlag: 'C' }, 'statisticsFlag flag'],
    [{ netWeight: '0.31' }, 'grossWeight weights'],
    [{ netWeight: '0', grossWeight: '1' }, 'netWeight zero'],
    [{ unit2: '035' }, 'perUnit2 second-unit'],
    [{ perUnit2: '1' }, 'unit2 second-unit'],
    [{ fairPrice: '1.00' }, 'fairCurrency fair-price'],
    [{ unit1: '007' }, 'perUnit1 same-unit'],
  ])('%j is %s', (over, rule) => {
    expect(goodsRules(over)).toContain(rule)
  })

  it('take a bar code of 无 and one whose check digit fits', () => {
    expect(goodsRules({ barCode: '无' })).toEqual([])
    expect(goodsRules({ barCode: '6901234567892' })).toEqual([])
  })
})

it('names the element behind a field', () => {
  expect(elementOf('goods', 'perUnit1')?.name).toBe('qty1')
  expect(elementOf('template', 'payCode')?.label.zh).toContain('支付企业')
  expect(elementOf('goods', 'sku')).toBeUndefined()
})
