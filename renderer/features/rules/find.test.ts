import { pinyin } from 'pinyin-pro'
import { describe, expect, it } from 'vitest'
import { everyRule, policies } from '#shared/policy/catalogue'
import { chosenRules, everything, indexPolicies, indexRules, searched } from './find'

const pinyinOf = (name: string) => ({
  initials: pinyin(name, { pattern: 'first', toneType: 'none', separator: '' }),
  full: pinyin(name, { toneType: 'none', separator: '' }),
})
const rules = indexRules(everyRule(), pinyinOf)
const found = (query: string) => chosenRules(rules, { ...everything, query }).map(({ id }) => id)

describe('the catalogue is searched', () => {
  it('by id, by words, by pinyin and initials, by document and article', () => {
    expect(found('rb-e14')).toEqual(['RB-E14'])
    expect(found('备案单证')).toContain('RB-F07')
    expect(found('beiandanzheng')).toContain('RB-F07')
    expect(found('badz')).toContain('RB-F07')
    expect(found('2019#nothing')).toEqual([])
    expect(found('2022年第9号 二')).toContain('RB-F07')
    expect(found('warehouse 9810')).toContain('RB-G06')
  })

  it('every word must be there, and every filter holds', () => {
    expect(found('rb-e14 备案单证')).toEqual([])
    const chosen = chosenRules(rules, { room: 'rebate', severity: 'info', strength: 'to-confirm', query: '' })
    expect(chosen.length).toBeGreaterThan(5)
    for (const rule of chosen) {
      expect([rule.room, rule.severity, rule.strength]).toEqual(['rebate', 'info', 'to-confirm'])
    }
  })

  it('documents by short words of their name', () => {
    const documents = searched(indexPolicies(policies, pinyinOf), 'haiwaicang').map(
      ({ document }) => document,
    )
    expect(documents).toContain('国家税务总局公告2025年第3号')
  })
})
