import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { channelRights } from '#shared/ipc/rights'
import { agentActs, mayAct } from '#shared/filing/authorisation'
import { looking, may, rightNames, roles } from '#shared/people/roles'
import type { AgencyView } from '../data/port'
import { callRights } from '../workers/book/call-rights'
import { actOf } from '../workers/book/leave-gate'
import { refuseBeyondRoles } from '../workers/book/role-gate'
import { refusalOf, rightsFor, type Deed } from './roles'

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

const all = [...Object.keys(callRights), ...Object.keys(channelRights)] as Act[]
const passes = (run: () => void): boolean => {
  try {
    run()
    return true
  } catch {
    return false
  }
}

describe('what the screen offers is what the gates let through', () => {
  it.each(roles)('to %s', (role) => {
    for (const act of all) {
      const isCall = Object.hasOwn(callRights, act)
      const open = isCall
        ? passes(() => refuseBeyondRoles([role], act, []))
        : may([role], channelRights[act as keyof typeof channelRights]!.right)
      const refused = refusalOf(act as Deed, [role], undefined)
      expect(refused === undefined, `${act} to ${role}`).toBe(open)
      // Which right is missing, and who has it.
      if (refused) {
        expect(rightsFor(act as Deed).some((right) => refused.zh.includes(rightNames[right].zh))).toBe(true)
        expect(refused.zh).toContain('主管')
      }
    }
  })

  it('to an agent whose authorisation has run out: to look and to keep, and nothing that leaves', () => {
    const leave = {
      no: 'A-1',
      principal: 'P',
      agent: 'A',
      acts: [...agentActs],
      from: '2026-01-01',
      to: '2026-06-30',
    }
    const leaves = Object.fromEntries(
      agentActs.map((act) => [act, mayAct([leave], { agent: 'A', principal: 'P', act, on: '2026-07-01' })]),
    ) as AgencyView['leaves']
    for (const act of Object.keys(callRights)) {
      const refused = refusalOf(act as Deed, ['chief'], leaves)
      expect(refused !== undefined, act).toBe(!['open', undefined].includes(actOf(act)))
      if (refused) expect(refused.zh).toContain('委托 A-1 已于 2026-06-30 到期')
    }
    for (const out of ['files.saveAs', 'print.pdf'] as const)
      expect(refusalOf(out, ['chief'], leaves)?.zh).toContain('不能导出')
  })
})
