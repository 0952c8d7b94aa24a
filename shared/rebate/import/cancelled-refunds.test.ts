import { describe, expect, it } from 'vitest'
import { facts } from '../book/batch-facts.test-data'
import { runOf } from '../book/run'
import { readCancelledRefunds, writeCancelledRefunds } from './cancelled-refunds'

const pasted = [
  '商品代码\t起始出口日期\t文件',
  '7323.94\t2024-12-01\t财政部 税务总局公告2024年第15号',
  '7601100000,2024/12/1',
  '',
  '74 20241201',
  '7404000000 去年',
  '7601100000 2024年12月1日 重复',
  '7601100000\t2026.01.01',
].join('\r\n')

describe('取消出口退（免）税清单', () => {
  it('is read from a sheet; what is no row of it is named with its number and taken not', () => {
    const { list, refused } = readCancelledRefunds(pasted)
    expect(list).toEqual([
      { code: '732394', from: '2024-12-01', document: '财政部 税务总局公告2024年第15号' },
      { code: '7601100000', from: '2024-12-01' },
      { code: '7601100000', from: '2026-01-01' },
    ])
    expect(refused.map(({ row, why }) => [row, why.zh.slice(0, 5)])).toEqual([
      [5, '第 1 列'],
      [6, '第 2 列'],
      [7, '与第 3 '],
    ])
    expect(readCancelledRefunds('7601 2024-02-30').refused).toHaveLength(1)
    expect(readCancelledRefunds(writeCancelledRefunds(list))).toEqual({ list, refused: [] })
  })

  it('taxes in a batch what it names from its day on, and asks nothing while none was given', () => {
    const decided = (from?: string) => {
      const { rules } = facts()
      const cancelledRefunds = from === undefined ? undefined : [{ code: '7323', from }]
      return runOf(facts({ rules: { ...rules, ...(cancelledRefunds && { cancelledRefunds }) } })).lines.map(
        (line) => [line.treatment, line.decidedBy],
      )
    }
    expect(decided('2026-04-02')).toEqual([
      ['taxed', 'RB-B04'],
      ['taxed', 'RB-B04'],
    ])
    const usual = decided()
    expect(usual[0]![0]).toBe('refund')
    expect(decided('2026-04-03')).toEqual(usual)
  })
})
