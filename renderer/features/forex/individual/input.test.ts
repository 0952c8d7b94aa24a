import { expect, it } from 'vitest'
import { checkIndividual } from '#shared/forex/individuals'
import { individualInput } from './input'

const credit = { id: 'R1', channel: 'bank', currency: 'USD', amount: '60000.00', valueDate: '2026-05-20' }

it('the form of a person becomes what the check takes, and nothing while it is incomplete', () => {
  const subject = { certificate: 'idCard', quotaUsedUsd: '0' }
  const rates = [{ currency: 'USD', month: '2026-05', usdPerUnit: '1' }]
  const input = individualInput({ subject, credit, evidence: { amount: '20000.00' } }, rates)!
  const report = checkIndividual(input, '2026-05-31')
  expect(report.treatedAs).toBe('individual')
  // Evidence lifts the quota: 20,000 by evidence and 40,000 of the 50,000.
  expect(report.receipts[0]).toMatchObject({ eligible: '60000.00', held: '0.00' })
  expect(individualInput({ subject, credit: { id: 'R1' } }, rates)).toBeUndefined()
})
