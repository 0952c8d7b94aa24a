import { expect, it } from 'vitest'
import { fobOf, fobValues, type FobGiven } from '#shared/rebate/amounts/fob'
import { manufacturerRefund, manufacturerTotals } from '#shared/rebate/amounts/manufacturer'
import type { ManufacturerPeriod } from '#shared/rebate/amounts/manufacturer-period'
import { tradingLineAmounts, tradingLineRefund } from '#shared/rebate/amounts/trading'
import type { TradingLine } from '#shared/rebate/amounts/trading-line'
import { figureCases } from './figures'

const given = <T>(kind: string): [given: T, asOf: string][] => {
  const all = figureCases.filter((one) => one.kind === kind)
  expect(all.length).toBeGreaterThan(1)
  return all.map((one) => [one.given as T, one.asOf])
}

it('a batch is judged with the values that are explained where somebody looks', () => {
  for (const [{ exportDate, lines }] of given<{ exportDate?: string; lines: TradingLine[] }>(
    'rebate.trading',
  )) {
    for (const line of lines) {
      const one = { ...line, exportDate: line.exportDate ?? exportDate }
      const { figures, parts: _parts, taxedBy: _taxed, ...values } = tradingLineRefund(one)
      expect(tradingLineAmounts(one)).toEqual(values)
      for (const { figure, value } of figures) expect(values).toMatchObject({ [figure]: value })
    }
  }
  for (const [fob] of given<FobGiven>('rebate.fob')) {
    const { figures, ...values } = fobOf(fob)
    expect(fobValues(fob)).toEqual(values)
    for (const { figure, value } of figures) expect(values).toMatchObject({ [figure]: value })
  }
  for (const [period, asOf] of given<ManufacturerPeriod>('rebate.manufacturer')) {
    const { figures, findings } = manufacturerRefund(period, asOf)
    const totals = figures.map(({ figure, label, value }) => ({ figure, label, value }))
    expect(manufacturerTotals(period, asOf)).toEqual({ totals, findings })
  }
})
