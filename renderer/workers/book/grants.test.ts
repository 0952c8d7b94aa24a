import { expect, it } from 'vitest'
import { Grant } from '#shared/people/grant'
import { written } from '../../../test/support/grant'
import { importKeys } from '../../data/sealing/keys'
import { Grants } from './grants'

const given = Grant.parse(written.grant)
const { act, subject, officer } = given
const now = '2026-11-23T08:01:00.000Z'
const grantsOf = async (who = officer, byte?: number) => {
  const indexKey = Uint8Array.from(Buffer.from(written.indexKey, 'hex'))
  if (byte !== undefined) indexKey[0] = byte
  return new Grants(await importKeys({ keyId: 'k', dataKey: new Uint8Array(32), indexKey }), who)
}

it('takes the word of main once', async () => {
  const grants = await grantsOf()
  await grants.take({ act, subject }, given, now)
  await expect(grants.take({ act, subject }, given, now)).rejects.toMatchObject({ code: 'not-granted' })
})

it.each<[string, unknown, string?]>([
  ['nothing', undefined],
  ['something else', 'true'],
  ['another subject', { ...given, subject: 'another' }],
  ['another officer', { ...given, officer: '李录入' }],
  ['a longer time', { ...given, until: '2027-01-01T00:00:00.000Z' }],
  ['another number', { ...given, nonce: '00000000-0000-4000-8000-000000000002' }],
  ['no proof', { ...given, proof: '' }],
  ['one that is over', given, '2026-11-23T08:02:00.000Z'],
])('refuses %s, and keeps what is right for later', async (_what, shown, at = now) => {
  const grants = await grantsOf()
  await expect(grants.take({ act, subject }, shown as Grant, at)).rejects.toMatchObject({
    code: 'not-granted',
  })
  await grants.take({ act, subject }, given, now)
})

it('refuses what was given for another subject, to another officer, in another book', async () => {
  const refused = { code: 'not-granted' }
  await expect((await grantsOf()).take({ act, subject: 'x' }, given, now)).rejects.toMatchObject(refused)
  await expect((await grantsOf('李录入')).take({ act, subject }, given, now)).rejects.toMatchObject(refused)
  await expect((await grantsOf(officer, 1)).take({ act, subject }, given, now)).rejects.toMatchObject(refused)
})
