import { describe, expect, it } from 'vitest'
import { strengthOf } from '../rules/rule'
import { rules, type RuleNumber } from './catalogue'
import { proofs as aToC } from './proofs/a-c.test-data'
import { proofs as dToF } from './proofs/d-f.test-data'
import { proofs as gToM } from './proofs/g-m.test-data'
import { receipts, through } from './proofs/given.test-data'
import type { Found, Proof } from './proofs/given.test-data'
import { documented } from './sample.test-data'

/** One scenario for every rule of the catalogue: it is raised there, and not beside it. */
const proofs: Readonly<Record<Exclude<RuleNumber, 'D12'>, Proof>> = { ...aToC, ...dToF, ...gToM }

describe('the catalogue', () => {
  it.each(Object.entries(proofs))(
    '%s is raised by its facts and not by the nearest others',
    (number, proof) => {
      const rule = `FX-${number}`
      const places = (found: Found) => found.filter((one) => one.rule === rule)
      const raised = places(proof.raised()).filter(
        ({ severity, target }) =>
          severity === proof.severity && (proof.target === undefined || target === proof.target),
      )
      expect(raised, rule).not.toEqual([])
      expect(
        places(proof.silent()).filter(({ severity }) => severity === proof.severity),
        rule,
      ).toEqual([])
      for (const { text, why, fix } of raised) {
        for (const { zh, en } of [text, why, fix]) expect(`${zh}${en}`).not.toMatch(/\{\w+\}/)
      }
    },
  )

  it('has 112 rules, each with its number, both languages and a ground', () => {
    const all = Object.entries(rules)
    expect(all).toHaveLength(112)
    for (const [number, { id, text, fix, basis }] of all) {
      expect(id).toBe(`FX-${number}`)
      for (const { zh, en } of [text, fix]) expect(zh.length * en.length).toBeGreaterThan(0)
      expect(basis.length).toBeGreaterThan(0)
    }
  })

  it('marks what was not read, and what is the enterprise’s own', () => {
    expect(strengthOf(rules.D01.basis)).toBe('primary')
    expect(strengthOf(rules.F02.basis)).toBe('to-confirm')
    expect(strengthOf(rules.D07.basis)).toBe('house')
  })

  it('cites what stood on the day of the event', () => {
    const documents = (findings: Found) =>
      findings
        .filter(({ rule }) => rule === 'FX-C01')
        .flatMap(({ basis }) => basis.map((one) => one.document))
    const over = (orderedOn: string) =>
      receipts(documented({ credit: through, order: { amount: '50000.01', orderedOn } }))
    expect(documents(over('2019-04-28'))).toEqual(['汇发〔2015〕7号'])
    expect(documents(over('2019-04-29'))).toEqual(['汇发〔2019〕13号'])
  })
})
