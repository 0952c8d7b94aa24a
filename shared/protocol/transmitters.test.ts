import { expect, it } from 'vitest'
import { chain, chainMessages, transmitterOf, Transmitters } from './transmitters'

const head = { ebpCode: '无', logisticsCode: '3305980001' }

it('each message of the chain has a usual party that may transmit it', () => {
  expect(chain.map(({ message }) => message)).toEqual(chainMessages)
  for (const { message, parties } of chain) {
    expect(transmitterOf({ transmits: {} }, message, head)).toBe(parties[0])
  }
})

it('this enterprise never makes what the site, the carrier of a flight or customs answer for', () => {
  const never = chain.filter(({ parties }) => !parties.includes('self')).map(({ message }) => message)
  expect(never).toEqual(['CEB507', 'CEB509', 'CEB792', 'CEB513'])
})

it('a counterparty comes before the rule, for its own message and code only', () => {
  const table: Transmitters = {
    transmits: { CEB505: 'self', CEB607: 'carrier' },
    exceptions: [{ message: 'CEB505', code: '3305980001', transmitter: 'carrier' }],
  }
  expect(transmitterOf(table, 'CEB505', head)).toBe('carrier')
  expect(transmitterOf(table, 'CEB505', { ...head, logisticsCode: 'X' })).toBe('self')
  expect(transmitterOf(table, 'CEB607', head)).toBe('carrier')
  expect(transmitterOf(table, 'CEB303', head)).toBe('self')
})

it('refuses a party or message that is none', () => {
  expect(Transmitters.safeParse({ transmits: { CEB505: 'nobody' } }).success).toBe(false)
  expect(Transmitters.safeParse({ transmits: { CEB999: 'self' } }).success).toBe(false)
})
