import { describe, expect, it } from 'vitest'
import { Enterprise } from '#shared/model/enterprise'
import { usccCheckCharacter, usccFault } from '#shared/codes/identifiers/uscc'
import { customsCodeFault } from '#shared/codes/identifiers/customs-code'
import { zoneById, zones } from '#shared/zones/zones'
import { answerFault, enterpriseOf, type Answers } from './answers'
import { practiceEnterprise } from './practice-enterprise'

const answers: Answers = {
  kind: 'practice',
  ...practiceEnterprise,
  name: practiceEnterprise.name.zh,
  officer: '王',
  password: 'long enough',
  repeat: 'long enough',
  cipher: 'aes-256-gcm',
}

describe('the five questions', () => {
  it('take the ready-made company in a 演练 book, whose codes cannot exist', () => {
    for (const key of ['uscc', 'customsCode', 'officer', 'password', 'repeat'] as const) {
      expect(answerFault(key, answers)).toBeUndefined()
    }
    expect(usccFault(practiceEnterprise.uscc)).toBe('region')
    expect(customsCodeFault(practiceEnterprise.customsCode)).toBe('region')
    expect(zoneById(practiceEnterprise.zone)?.modes).toContain('9610')
    expect(Enterprise.parse(enterpriseOf(answers, zones)).book).toBe('practice')
  })

  it('begin the book with its zone in the edition that is offered', () => {
    const later = { ...zoneById(answers.zone)!, edition: '2099-01-01' }
    expect(enterpriseOf(answers, [later]).zoneEdition).toBe('2099-01-01')
    expect(enterpriseOf(answers, []).zoneEdition).toBeUndefined()
  })

  it('give a 演练 book the id it declares with, and leave that of a real company to be asked', () => {
    expect(enterpriseOf(answers, zones).dxpId).not.toBe('')
    expect(enterpriseOf({ ...answers, kind: 'real' }, zones).dxpId).toBe('')
  })

  it('refuse the same codes in a 正式 book', () => {
    const real = { ...answers, kind: 'real' as const }
    expect(answerFault('uscc', real)).toBe('uscc-region')
    expect(answerFault('customsCode', real)).toBe('customs-region')
  })

  it('find a mistyped character in a real code', () => {
    const body = '91130100MA0000000'
    const check = usccCheckCharacter(body)
    const real = { ...answers, kind: 'real' as const, uscc: body + check }
    expect(answerFault('uscc', real)).toBeUndefined()
    expect(answerFault('uscc', { ...real, uscc: `91130100MA0000001${check}` })).toBe('uscc-check')
    expect(answerFault('uscc', { ...real, uscc: body })).toBe('uscc-shape')
  })

  it('ask the password twice and not too short', () => {
    expect(answerFault('password', { ...answers, password: '1234567' })).toBe('password-short')
    expect(answerFault('repeat', { ...answers, repeat: 'long enougH' })).toBe('password-differs')
  })
})
