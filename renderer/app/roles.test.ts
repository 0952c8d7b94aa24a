import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { channelRights } from '#shared/ipc/rights'
import { looking } from '#shared/people/roles'
import { callRights } from '../workers/book/call-rights'
import { rightsFor, type Deed } from './roles'

type Act = keyof typeof callRights | keyof typeof channelRights

/** Done on the way of another deed: whoever may do that one, for which the room asks, may do these. */
const onTheWay: Partial<Record<Act, Deed>> = {
  editError: 'retryErrors',
  cancelImport: 'importFile',
  tieForexSettlement: 'tieForexMovement',
  forexPrint: 'forexTables',
  rebatePrint: 'rebateTables',
  'carry.export': 'exportBatches',
  'carry.outage': 'makeOutagePack',
  'carry.sealDesks': 'exportDesks',
  'carry.sealSelfCheck': 'rebateExchange',
  'exchange.selfCheck': 'takeRebateSelfCheck',
  'exchange.forexPrecheck': 'takeForexDesk',
  'network.certificate': 'network.setService',
  command: 'importFile',
  match: 'enter',
  bulkEdit: 'buildLists',
  setCheckRules: 'manage',
  notePeople: 'manage',
  'vault.addOfficer': 'manage',
  'vault.disableOfficer': 'manage',
  'vault.renewOfficer': 'manage',
  'vault.setRoles': 'manage',
  'vault.setAutoLock': 'manage',
  'vault.makeRecoveryKey': 'manage',
  'vault.renewKeys': 'manage',
  'backup.setPassphrase': 'manage',
  'backup.chooseFolder': 'manage',
  'backup.drilled': 'drill',
  'restore.openOwn': 'drill',
}
const renderer = path.resolve(import.meta.dirname, '..')
const sourcesOf = (folder: string): string =>
  readdirSync(path.join(renderer, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test'))
    .map((name) => readFileSync(path.join(renderer, folder, name), 'utf8'))
    .join('\n')
const shared = sourcesOf('components') + sourcesOf('app/list') + sourcesOf('app/merge')

/** Calls of the book and channels of main that take more than looking: not every officer may do them. */
const acts = [...Object.keys(callRights), ...Object.keys(channelRights)].filter((name) => {
  const needed = rightsFor(name as Deed)
  return needed.length > 0 && !needed.some((right) => looking.has(right))
}) as Act[]

const does = (text: string, act: Act) => text.includes(`.${act}(`) || text.includes(`invoke('${act}'`)
/** Named as what a button, a key or a form is for. */
const asksFor = (text: string, deed: Deed) =>
  new RegExp(
    `(?:does(?:=|: )|does=\\{.*|[wW]hyNot\\(\\)?\\(?|useOffer\\()["']${deed}["']|callOf = \\{[^}]*'${deed}'`,
  ).test(text)

describe('what a room does, it offers to those only who may', () => {
  const rooms = readdirSync(path.join(renderer, 'features'))
  it.each(rooms)('%s', (room) => {
    const text = sourcesOf(`features/${room}`)
    const missing = acts.filter((act) => {
      const deed = onTheWay[act] ?? act
      return does(text, act) && ![act, deed].some((one) => asksFor(text, one) || asksFor(shared, one))
    })
    expect(missing).toEqual([])
  })

  it('and nobody is let in by a deed that takes another right', () => {
    for (const [act, deed] of Object.entries(onTheWay))
      expect(rightsFor(act as Deed), act).toEqual(expect.arrayContaining([...rightsFor(deed)]))
  })
})
