import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { Grant, grantLastsMs, grantText } from '#shared/people/grant'
import { written } from '../../test/support/grant'
import { makeGrant } from './grants'

const indexKey = Buffer.from(written.indexKey, 'hex')
const { act, subject, officer } = Grant.parse(written.grant)

it('gives leave as the worker of a book reads it, each time another, for two minutes', () => {
  const now = new Date('2026-11-23T08:00:00Z')
  const [one, other] = [0, 1].map(() => makeGrant({ officer, indexKey }, { act, subject }, now))
  expect(one).toMatchObject({
    act,
    subject,
    officer,
    until: new Date(now.getTime() + grantLastsMs).toISOString(),
  })
  expect(one!.nonce).not.toBe(other!.nonce)
  // What the worker takes, in grants.test.ts of the workers, is the same file.
  for (const each of [one!, Grant.parse(written.grant)]) {
    expect(createHmac('sha256', indexKey).update(grantText(each)).digest('base64url')).toBe(each.proof)
  }
})
