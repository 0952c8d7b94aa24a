import { describe, expect, it } from 'vitest'
import { isPlaced, kindInName, numberInName } from './placing'

describe('a dropped paper', () => {
  it.each([
    ['310420260000000001 提单 COSU123.pdf', 'transport'],
    ['采购合同 2026-01.pdf', 'purchaseContract'],
    ['出口合同CT9.pdf', 'exportContract'],
    ['代理报关委托书.pdf', 'brokerAgreement'],
    ['报关服务发票.jpg', 'brokerInvoice'],
    ['扫描件0001.pdf', undefined],
  ])('%s is a %s', (name, kind) => expect(kindInName(name)).toBe(kind))

  it('is known by what its name says beside the declaration', () => {
    expect(numberInName('310420260000000001_COSU123.pdf', '310420260000000001')).toBe('COSU123')
    expect(numberInName('310420260000000001.pdf', '310420260000000001')).toBe('310420260000000001')
    expect(numberInName('CT-9.v2.pdf', '')).toBe('CT-9.v2')
  })

  it('is placed only with declaration, kind and number', () => {
    const whole = { name: 'a', sha256: 'x', declarationNo: '1', kind: 'transport' as const, number: 'B1' }
    expect(isPlaced(whole)).toBe(true)
    expect(
      [
        { ...whole, declarationNo: '' },
        { ...whole, kind: '' as const },
        { ...whole, number: ' ' },
      ].map(isPlaced),
    ).toEqual([false, false, false])
  })
})
