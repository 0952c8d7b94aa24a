import type { Certificate, Session } from 'electron'
import type { SeenCertificate } from '#shared/ipc/network'
import type { BookKind } from '#shared/model/enterprise'
import { serviceOrigin, type ProxySettings, type Trust } from '#shared/network/settings'
import type { Handle } from '../shell/ipc'
import type { Fetch } from '../single-window/request'
import { assertAuthority, fingerprintOf, judge } from './certificate-trust'
import { examine } from './network-probes'
import type { NetworkSettings, StoredNetwork } from './network-settings'
import type { Signing } from './signing'

type Seen = SeenCertificate & { verdict: string }

const proxyConfig = (proxy: ProxySettings): Parameters<Session['setProxy']>[0] =>
  proxy.mode === 'manual'
    ? { mode: 'fixed_servers', proxyRules: proxy.server }
    : { mode: proxy.mode === 'direct' ? 'direct' : 'system' }

/**
 * Puts proxy and trust into force for everything main fetches, and keeps the last certificate of each host in sight.
 * Electron caches verdicts: a new setting closes what is open and hands the session a new function.
 */
export function createNetworkGuard(
  session: Pick<Session, 'setProxy' | 'setCertificateVerifyProc' | 'closeAllConnections'>,
  now: () => number,
) {
  const seen = new Map<string, Seen>()

  function trustsByHost({ books }: StoredNetwork): Map<string, Trust[]> {
    const trusts = new Map<string, Trust[]>()
    for (const { service } of Object.values(books)) {
      if (service.url === null) continue
      const { hostname } = new URL(service.url)
      trusts.set(hostname, [...(trusts.get(hostname) ?? []), service.trust])
    }
    return trusts
  }

  return {
    async apply(all: StoredNetwork): Promise<void> {
      await session.setProxy(proxyConfig(all.proxy))
      const trusts = trustsByHost(all)
      session.setCertificateVerifyProc((request, callback) => {
        const { hostname, certificate, verificationResult, errorCode } = request
        seen.set(hostname, {
          ...shown(certificate),
          trustedBySystem: errorCode === 0,
          verdict: verificationResult,
        })
        callback(judge(request, trusts.get(hostname) ?? [], now()))
      })
      await session.closeAllConnections()
    },
    seen: (host: string) => seen.get(host),
    forget: (host: string) => void seen.delete(host),
  }
}

const shown = (certificate: Certificate): Omit<SeenCertificate, 'trustedBySystem'> => ({
  subject: certificate.subjectName,
  issuer: certificate.issuerName,
  fingerprint: fingerprintOf(certificate),
  validFrom: new Date(certificate.validStart * 1000).toISOString(),
  validTo: new Date(certificate.validExpiry * 1000).toISOString(),
})

export type NetworkDependencies = {
  kindOf(bookId: string): Promise<BookKind>
  settings: NetworkSettings
  guard: ReturnType<typeof createNetworkGuard>
  session: Pick<Session, 'resolveProxy' | 'resolveHost'>
  fetch: Fetch
  hasInterface: () => boolean
  /** Address of the built-in practice service while it runs. */
  practice(): { url: string } | undefined
  signing: Signing
  now: () => number
}

export function registerNetwork(handle: Handle, deps: NetworkDependencies): void {
  const { kindOf, settings, guard, session, fetch, hasInterface, practice, signing, now } = deps

  async function addressOf(bookId: string): Promise<string | null> {
    const { url } = await settings.serviceOf(bookId)
    if (url !== null || (await kindOf(bookId)) !== 'practice') return url
    return practice()?.url ?? null
  }

  handle('network.settings', async (_context, book) => ({
    kind: await kindOf(book),
    service: await settings.serviceOf(book),
    proxy: await settings.proxy(),
  }))
  handle('network.setService', async (_context, book, service) => {
    await kindOf(book)
    assertAuthority(service.trust)
    await settings.setService(book, service)
  })
  handle('network.setProxy', (_context, proxy) => settings.setProxy(proxy))
  handle('network.identity', async (_context, book) => {
    await kindOf(book)
    return signing.identity(book)
  })
  handle('network.certificate', async (_context, url) => {
    const origin = serviceOrigin(url)
    if (!origin?.startsWith('https:')) return null
    const { hostname } = new URL(origin)
    guard.forget(hostname)
    // Whatever comes of it: the handshake has shown the certificate, and nothing else is wanted.
    await fetch(origin, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(10_000) }).catch(
      () => undefined,
    )
    const certificate = guard.seen(hostname)
    if (!certificate) return null
    const { verdict: _verdict, ...facts } = certificate
    return facts
  })
  handle('network.examine', async (_context, book) => {
    const issuerBefore = await settings.issuerOf(book)
    const facts = await examine(
      {
        service: await addressOf(book),
        practice: (await kindOf(book)) === 'practice',
        proxyMode: (await settings.proxy()).mode,
        ...(issuerBefore !== undefined && { issuerBefore }),
      },
      { session, fetch, hasInterface, seen: (host) => guard.seen(host), now },
    )
    const issuer = facts.certificate?.issuer
    const isBelieved = facts.answer?.answered === true && facts.answer.isService
    // The first one stays what is expected until the address is set again: a later one may be a box in between.
    if (issuer && isBelieved && issuerBefore === undefined) await settings.rememberIssuer(book, issuer)
    return facts
  })
}
