import type { ChannelName } from './contract'
import type { Right } from '../people/roles'

/** What a channel takes in main. `book`: its first argument names a book, which must be the one the window works in. */
export type ChannelRight = { right: Right; book: boolean }

const ofBook = (right: Right): ChannelRight => ({ right, book: true })
const ofWindow = (right: Right): ChannelRight => ({ right, book: false })

/**
 * Channels that do something an officer may not be allowed to do: what leaves the machine, what signs, what belongs to the
 * enterprise. A channel that is absent is open to every window, because it serves the page before anybody signed in, or
 * only goes on with what another channel began.
 */
export const channelRights: Readonly<Partial<Record<ChannelName, ChannelRight>>> = {
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

  'desks.register': ofBook('look'),
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
  'exchange.selfCheck': ofBook('look'),
  'exchange.forexPrecheck': ofBook('look'),
  'desks.push': ofBook('look'),
  'desks.page': ofBook('look'),
  'reference.catalogue': ofBook('look'),
  'reference.delta': ofBook('look'),
  'reference.verify': ofBook('look'),
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
  'vault.keysRenewed': ofBook('look'),
  'vault.officers': ofBook('look'),
  'vault.addOfficer': ofBook('manage'),
  'vault.disableOfficer': ofBook('manage'),
  'vault.renewOfficer': ofBook('manage'),
  'vault.setRoles': ofBook('manage'),
  'vault.setAutoLock': ofBook('manage'),
}
