import { expect, it } from 'vitest'
import type { ChannelName } from '#shared/ipc/contract'
import { channelRights } from '#shared/ipc/rights'
import { may, roles } from '#shared/people/roles'
import type { BookPort } from '../../data/port'
import { callRights, neededFor } from './call-rights'

/** Channels by which a call of the book reaches out of the page. */
const carriesOut: Partial<Record<ChannelName, keyof BookPort>> = {
  'exchange.putBatch': 'startExchange',
  'exchange.sign': 'startExchange',
  'exchange.putFiling': 'queueFiling',
  'exchange.putAttachment': 'queueFiling',
  'exchange.selfCheck': 'takeRebateSelfCheck',
  'exchange.forexPrecheck': 'takeForexDesk',
  'carry.export': 'exportBatches',
  'carry.outage': 'makeOutagePack',
  'carry.sealDesks': 'exportDesks',
  'carry.sealSelfCheck': 'rebateExchange',
  'desks.register': 'meetDesks',
  'desks.push': 'meetDesks',
  'desks.page': 'meetDesks',
  'desks.moveOut': 'moveOut',
  'backup.begin': 'backUp',
  'backup.drilled': 'drill',
  'restore.openOwn': 'drill',
  'vault.keysRenewed': 'renewSeals',
}

it('lets through in main exactly those who may make the call of the book it carries out', () => {
  for (const [channel, call] of Object.entries(carriesOut)) {
    expect(Object.keys(callRights)).toContain(call)
    for (const role of roles) {
      const byCall = neededFor(call, [])!.some((right) => may([role], right))
      expect(may([role], channelRights[channel as ChannelName]!.right), `${channel} as ${role}`).toBe(byCall)
    }
  }
})
