import type { ChannelName, EventName } from './contract'

/** Every name of the contract without its schemas, so that the preload stays free of zod; the types keep it complete. */
export const channelNames: Readonly<Record<ChannelName, true>> = {
  'app.info': true,
  'app.openWindow': true,
  'app.openExternal': true,
  'vault.books': true,
  'vault.create': true,
  'vault.open': true,
  'sentinel.read': true,
  'sentinel.advance': true,
  'files.saveAs': true,
  'files.write': true,
  'files.finish': true,
  'files.abort': true,
  'print.pdf': true,
  'print.document': true,
  'print.ready': true,
  'exchange.status': true,
  'exchange.startPractice': true,
  'exchange.capabilities': true,
  'exchange.putBatch': true,
  'exchange.queryBatch': true,
  'exchange.receipts': true,
  'exchange.documents': true,
  'exchange.putFiling': true,
  'exchange.filings': true,
  'exchange.journal': true,
  'exchange.sign': true,
}

export const eventNames: Readonly<Record<EventName, true>> = {
  'menu.command': true,
}
