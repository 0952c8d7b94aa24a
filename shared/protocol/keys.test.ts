import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answeredKey, answeredMessage, businessKey, dossierKey, numberOf, sendingRank } from './keys'

const party = '91130000MA0ABCDE1X'

describe('business keys', () => {
  it('are the fields that the receipt repeats, whatever else stands there', () => {
    const order = { ebpCode: '无', ebcCode: party, orderNo: 'A-1', note: 'x' }
    expect(businessKey('CEB303', order)).toBe(`无|${party}|A-1`)
    expect(answeredKey('CEB304', { ...order, returnStatus: '2' })).toBe(businessKey('CEB303', order))
    const list = { agentCode: party, copNo: 'C1', ebpCode: '无', orderNo: 'A-1' }
    expect(answeredKey('CEB604', { ...list, preNo: 'B1', invtNo: '' })).toBe(businessKey('CEB603', list))
  })

  it('of a 收款单 do not depend on payNo, which its receipt may leave out', () => {
    const paid = { ebcCode: party, orderNo: 'A-1', payNo: 'P9' }
    expect(answeredKey('CEB404', { ebcCode: party, orderNo: 'A-1' })).toBe(businessKey('CEB403', paid))
  })

  it('do not exist while an identifying field is blank or the message has none', () => {
    expect(businessKey('CEB505', { logisticsCode: party, logisticsNo: ' ' })).toBeUndefined()
    expect(businessKey('CEB999', { copNo: 'x' })).toBeUndefined()
    expect(answeredKey('CEB900', { guid: 'x' })).toBeUndefined()
  })

  it('of different documents differ, even when fields contain the separator', () => {
    const part = fc.stringMatching(/^[ab|%7C2 5]{1,6}$/).filter((s) => s.trim() !== '')
    fc.assert(
      fc.property(part, part, part, part, (a, b, c, d) => {
        const one = businessKey('CEB505', { logisticsCode: a, logisticsNo: b })
        const two = businessKey('CEB505', { logisticsCode: c, logisticsNo: d })
        expect(one === two).toBe(a.trim() === c.trim() && b.trim() === d.trim())
        expect(numberOf(one!)).toBe(b.trim())
      }),
    )
  })
})

describe('the exchange of one dossier', () => {
  it('hands in the list last', () => {
    const messages = ['CEB603', 'CEB505', 'CEB303', 'CEB403']
    expect(messages.sort((a, b) => sendingRank(a) - sendingRank(b)).at(-1)).toBe('CEB603')
    expect(sendingRank('CEB777')).toBeGreaterThan(sendingRank('CEB603'))
  })

  it('keeps its lane when the list gets a new copNo', () => {
    const first = { head: { ebcCode: party, orderNo: 'A-1', copNo: 'C1' } }
    const second = { head: { ebcCode: party, orderNo: 'A-1', copNo: 'C2' } }
    expect(dossierKey(first)).toBe(dossierKey(second))
    expect(answeredMessage('CEB214')).toBe('CEB213')
  })
})
