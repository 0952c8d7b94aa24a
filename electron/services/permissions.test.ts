import { expect, it } from 'vitest'
import { contract, type ChannelName } from '#shared/ipc/contract'
import { channelRights, openChannels } from '#shared/ipc/rights'
import { looking, may, roles, type Role } from '#shared/people/roles'
import { createPermissions } from './permissions'

const book = '0f4e7a52-6c1e-4c39-9d0b-1f7f5be0a0aa'
const other = '1f4e7a52-6c1e-4c39-9d0b-1f7f5be0a0aa'
const as = (held: Role[]) => createPermissions({ holderOf: () => ({ bookId: book, roles: held }) })
const channels = Object.keys(channelRights) as ChannelName[]

it('lets each role through exactly as the table says, in every channel that is named', () => {
  for (const channel of channels) {
    for (const role of roles) {
      const refused = as([role])(channel, 1, [book])
      expect(refused === undefined, `${channel} as ${role}`).toBe(may([role], channelRights[channel]!.right))
      if (refused) expect(refused.code).toBe('not-your-role')
    }
  }
})

it('refuses the book of another enterprise to everybody, and whoever is signed out', () => {
  for (const channel of channels.filter((name) => channelRights[name]!.book)) {
    expect(as(['chief'])(channel, 1, [other])?.code, channel).toBe('other-book')
    const { args } = contract[channel]
    expect(JSON.stringify(args._zod.def.items[0]?._zod.def), channel).toBe(
      JSON.stringify(contract['vault.keys'].args._zod.def.items[0]._zod.def),
    )
  }
  for (const channel of channels)
    expect(createPermissions({ holderOf: () => undefined })(channel, 1, [book])?.code).toBe('signed-out')
})

it('asks of every channel that names a book whose it is, but where nobody is signed in yet', () => {
  const first = (channel: ChannelName): unknown => contract[channel].args._zod.def.items[0]
  const before: ChannelName[] = ['vault.open', 'vault.changePassword', 'vault.recover']
  const open = (Object.keys(contract) as ChannelName[]).filter(
    (channel) => first(channel) === first('vault.keys') && !channelRights[channel]?.book,
  )
  expect(open.sort()).toEqual(before.sort())
})

it('keeps from 审计 whatever signs, sends, leaves or is kept elsewhere', () => {
  const kept: ChannelName[] = [
    'certificate.sign',
    'exchange.putBatch',
    'files.saveAs',
    'print.pdf',
    'backup.begin',
  ]
  for (const channel of kept) expect(as(['audit'])(channel, 1, [book])?.code, channel).toBe('not-your-role')
  expect(as(['audit'])('vault.books', 1, [])).toBeUndefined()
})

/** Channels by which nothing of the book, its keys, its service or its files becomes another. */
const reading: readonly ChannelName[] = [
  ...(['vault.confirm', 'vault.keys', 'vault.officers', 'certificate.state', 'backup.state'] as const),
  ...([
    'folder.settings',
    'network.settings',
    'network.identity',
    'network.examine',
    'release.check',
  ] as const),
  ...(['exchange.status', 'exchange.capabilities', 'exchange.queryBatch', 'exchange.receipts'] as const),
  ...(['exchange.documents', 'exchange.filings', 'exchange.journal', 'sentinel.read'] as const),
  ...(['reference.catalogue', 'reference.delta', 'reference.lookUp'] as const),
  ...(['carry.judge', 'carry.open', 'carry.openDesks', 'carry.openSelfCheck'] as const),
  // The counters only rise, with the entry that 审计 makes by looking at personal data; the practice service is started.
  ...(['sentinel.advance', 'exchange.startPractice'] as const),
]

it('lets whoever may only look do nothing but read', () => {
  const byLooking = channels.filter((channel) => looking.has(channelRights[channel]!.right))
  expect(byLooking.sort()).toEqual([...reading].sort())
})

it('opens no channel to every window but what begins a session, goes on with a handle, or is the window’s own', () => {
  const open = Object.keys(contract).filter((channel) => !(channel in channelRights))
  expect(Object.keys(openChannels).sort()).toEqual(open.sort())
  const places = { before: ['app', 'vault', 'restore'], handle: ['files', 'backup', 'restore'] }
  for (const [channel, to] of Object.entries(openChannels)) {
    const [group] = channel.split('.')
    const allowed = to === 'window' ? ['app', 'vault', 'print'] : places[to]
    expect(allowed, channel).toContain(group)
  }
})
