import type { ChannelName } from './contract'
import type { Right } from '../people/roles'

/** What a channel takes in main. `book`: its first argument names a book, which must be the one the window works in. */
export type ChannelRight = { right: Right; book: boolean }

const ofBook = (right: Right): ChannelRight => ({ right, book: true })
const ofWindow = (right: Right): ChannelRight => ({ right, book: false })

/**
 * Channels that do something an officer may not be allowed to do: what leaves the machine, what signs, what belongs to the
 * enterprise. What carries out a call of the book takes the right of that call.
 */
const named = {
  'files.saveAs': ofWindow('export'),
  'print.pdf': ofWindow('export'),

  'exchange.putBatch': ofBook('declare'),
  'exchange.putFiling': ofBook('declare'),
  'exchange.putAttachment': ofBook('declare'),
  'exchange.signIn': ofBook('declare'),
  'exchange.sign': ofBook('declare'),
  'exchange.journal': ofBook('look'),
  'carry.export': ofBook('declare'),
  'carry.outage': ofBook('declare'),
  'carry.upload': ofBook('declare'),
  'carry.judge': ofWindow('look'),

  'certificate.state': ofBook('look'),
  'certificate.import': ofBook('certificate'),
  'certificate.unlock': ofBook('certificate'),
  'certificate.lock': ofBook('certificate'),
  'certificate.remove': ofBook('certificate'),
  'certificate.setUp': ofBook('certificate'),
  'certificate.sign': ofBook('certificate'),

  'release.check': ofWindow('look'),

  'folder.choose': ofBook('manage'),
  'folder.setLayout': ofBook('manage'),
  'folder.adopt': ofBook('manage'),
  'folder.chooseSecond': ofBook('manage'),
  'folder.stopSecond': ofBook('manage'),
  'folder.stop': ofBook('manage'),
  'network.setService': ofBook('manage'),
  'network.setProxy': ofWindow('manage'),
  'network.certificate': ofWindow('manage'),

  'desks.register': ofBook('enter'),
  'desks.moveOut': ofBook('manage'),
  'carry.sealDesks': ofBook('export'),
  'carry.sealSelfCheck': ofBook('export'),
  'carry.openSelfCheck': ofBook('look'),

  'backup.state': ofBook('look'),
  'backup.begin': ofBook('backup'),
  'backup.check': ofBook('backup'),
  'backup.drilled': ofBook('manage'),
  'backup.setPassphrase': ofBook('manage'),
  'backup.chooseFolder': ofBook('manage'),
  'restore.openOwn': ofBook('manage'),

  // Nothing of a book is read, counted or asked for by a window of another enterprise.
  'sentinel.read': ofBook('look'),
  'sentinel.advance': ofBook('look'),
  'exchange.status': ofBook('look'),
  'exchange.startPractice': ofBook('look'),
  'exchange.capabilities': ofBook('look'),
  'exchange.queryBatch': ofBook('look'),
  'exchange.receipts': ofBook('look'),
  'exchange.documents': ofBook('look'),
  'exchange.filings': ofBook('look'),
  'exchange.selfCheck': ofBook('declare'),
  'exchange.forexPrecheck': ofBook('declare'),
  'desks.push': ofBook('enter'),
  'desks.page': ofBook('enter'),
  'reference.catalogue': ofBook('look'),
  'reference.delta': ofBook('look'),
  'reference.lookUp': ofBook('look'),
  'carry.open': ofBook('look'),
  'carry.openDesks': ofBook('look'),
  'folder.settings': ofBook('look'),
  'network.settings': ofBook('look'),
  'network.identity': ofBook('look'),
  'network.examine': ofBook('look'),

  'vault.confirm': ofBook('look'),
  'vault.makeRecoveryKey': ofBook('manage'),
  'vault.keys': ofBook('look'),
  'vault.renewKeys': ofBook('manage'),
  // It makes main forget a key: whoever works with the book and is answered for by it, 审计 never.
  'vault.keysRenewed': ofBook('backup'),
  'vault.officers': ofBook('look'),
  'vault.addOfficer': ofBook('manage'),
  'vault.disableOfficer': ofBook('manage'),
  'vault.renewOfficer': ofBook('manage'),
  'vault.setRoles': ofBook('manage'),
  'vault.setAutoLock': ofBook('manage'),
} as const satisfies Partial<Record<ChannelName, ChannelRight>>

export const channelRights: Readonly<Partial<Record<ChannelName, ChannelRight>>> = named

/**
 * Channels that are open to every window, and why: `before`, because nobody has signed in yet, or by a password of its own;
 * `handle`, because it goes on with what a named channel began; `window`, because it concerns this window alone. Complete by its
 * type: a new channel does not compile before somebody decided.
 */
export const openChannels: Readonly<Record<Exclude<ChannelName, keyof typeof named>, OpenTo>> = {
  'app.info': 'before',
  'app.openWindow': 'window',
  'app.openExternal': 'window',
  'app.holdClose': 'window',
  'app.close': 'window',
  'app.notify': 'window',
  'vault.books': 'before',
  'vault.create': 'before',
  'vault.open': 'before',
  'vault.changePassword': 'before',
  'vault.recover': 'before',
  'vault.resume': 'window',
  'vault.lock': 'window',
  'vault.left': 'window',
  'files.write': 'handle',
  'files.finish': 'handle',
  'files.abort': 'handle',
  'print.document': 'window',
  'print.ready': 'window',
  'backup.part': 'handle',
  'backup.finish': 'handle',
  'backup.abort': 'handle',
  'restore.choose': 'before',
  'restore.unlock': 'before',
  'restore.next': 'handle',
  'restore.adopt': 'before',
  'restore.close': 'handle',
}
type OpenTo = 'before' | 'handle' | 'window'
