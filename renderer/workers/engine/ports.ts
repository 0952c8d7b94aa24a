import { decodeMessage } from '#shared/ceb/decode'
import { encodeMessage } from '#shared/ceb/encode'
import type { Enterprise } from '#shared/model/enterprise'
import type { Codec, Outcome, Sender, SignerPort, TransportPort } from '#shared/protocol/engine/ports'
import type { Reason } from '#shared/protocol/engine/records'
import { networkFailure } from '#shared/protocol/errors'
import type { BookContext } from '../../data/context'
import { documentMac } from '../../data/engine/rows'
import { keptHead } from '../../data/write/verify'
import type { ExchangeLink, SigningLink } from '../../data/port'

export const codec: Codec = {
  encode: (message) => encodeMessage(message),
  decode: (xml) => decodeMessage(xml).message,
}

export const senderOf = ({ book, customsCode, name, dxpId, zone }: Enterprise): Sender => ({
  enterprise: { code: customsCode, name },
  book,
  zone,
  transfer: { copCode: customsCode, copName: name, dxpMode: 'DXP', dxpId },
})

/** Main's channels through the window. A window that goes away in the middle of a request leaves its result unknown. */
export function linkTransport(link: ExchangeLink, account: string): TransportPort {
  return {
    capabilities: () => answered(() => link.capabilities(account)),
    putBatch: (put) => answered(() => link.putBatch(put)),
    queryBatch: (batchId, of) => answered(() => link.queryBatch(batchId, of)),
    receipts: (cursor, limit) => answered(() => link.receipts(account, cursor, limit)),
    filings: {
      put: (filing) => answered(() => link.putFiling(filing)),
      page: (cursor, limit) => answered(() => link.filings(account, cursor, limit)),
    },
    journal: () => link.journal(),
  }
}

async function answered<T>(ask: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await ask()
  } catch {
    return { ok: false, failure: networkFailure('aborted') }
  }
}

export function linkSigner(link: SigningLink, context: BookContext): SignerPort {
  const { keys } = context
  return {
    digest: async (bytes) => {
      const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
      return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
    },
    mark: (message, businessKey) => documentMac(keys, message, businessKey),
    sign: (manifest) => link.sign(manifest),
    journalEnd: () => keptHead(context),
    messages: {
      unsigned: () => link.unsigned(),
      sign: async (message, xml) => (await link.signMessage(message, xml)) ?? undefined,
    },
  }
}

/** A database that shows less than what left this machine may ask and receive, but not send. */
export function guardOf({ sentinel }: BookContext): Reason | undefined {
  const { health } = sentinel
  return health.state === 'ok'
    ? undefined
    : { code: health.state === 'moved' ? 'moved-out' : 'suspect', text: health.text }
}
