import type { Text } from '../model/text'
import type { NetworkFacts } from './facts'
import { words } from './words'

/** The steps of 网络体检 in the order in which a connection needs them. */
export const checks = [
  'address',
  'interface',
  'proxy',
  'dns',
  'access',
  'certificate',
  'portal',
  'clock',
  'speed',
] as const
export type Check = (typeof checks)[number]

/** `skipped`: could not be looked at, because an earlier step stands in the way or there is nothing to look at. */
export type Finding = {
  check: Check
  level: 'good' | 'warning' | 'bad' | 'skipped'
  says: Text
  fix?: Text
}

/** A clock further off than this makes signatures and certificates fail; customs' own times are in seconds. */
const CLOCK_WARNING_MS = 60_000
const CLOCK_BAD_MS = 300_000
/** Round trips above this are felt; above the second a batch may run into its time limit. */
const SLOW_MS = 1_000
const VERY_SLOW_MS = 5_000
const DAY_MS = 86_400_000

const hostOf = (origin: string): string => origin.replace(/^https?:\/\/|:\d+$/g, '')
const portOf = (origin: string): string =>
  /:(\d+)$/.exec(origin)?.[1] ?? (origin.startsWith('https') ? '443' : '80')

/** The error of the request, '' when it was answered. */
const errorOf = ({ answer }: NetworkFacts): string => (answer && !answer.answered ? answer.error : '')
const isProxied = ({ proxy }: NetworkFacts): boolean => proxy !== '' && !/^DIRECT\b/.test(proxy)
const wantsPassword = (facts: NetworkFacts): boolean =>
  facts.plainStatus === 407 ||
  /PROXY_AUTH/.test(errorOf(facts)) ||
  (facts.answer?.answered === true && facts.answer.status === 407)
/** Which proxy is the right one cannot be found out: the script that says so (PAC) is not to be had, or fails. */
const isWayUnknown = (error: string): boolean => /PAC_|MANDATORY_PROXY|NO_SUPPORTED_PROXIES/.test(error)
/** The proxy is there, and does not get through to the service. */
const isProxyStuck = (error: string): boolean => /TUNNEL|PROXY_UNABLE_TO_CONNECT/.test(error)
/** Whatever else Chromium says about a proxy is about reaching it. */
const isProxyDead = (error: string): boolean =>
  /PROXY_|SOCKS_/.test(error) && !isWayUnknown(error) && !isProxyStuck(error)
const isCertificateError = (error: string): boolean => /CERT|SSL|TLS/.test(error)
/** The request came as far as the service's own TLS or answer, or as far as somebody who pretends to be it. */
const arrived = (facts: NetworkFacts): boolean =>
  (facts.answer?.answered === true && facts.answer.status !== 407) || isCertificateError(errorOf(facts))
/** Somebody else's page came instead of the service's answer. */
const isPortal = ({ answer }: NetworkFacts): boolean =>
  answer?.answered === true && answer.status !== 407 && !answer.isService

/** What the facts mean, step by step, with the remedy. The same facts always give the same words. */
export function diagnose(facts: NetworkFacts): Finding[] {
  return checks.map((check) => ({ check, ...steps[check](facts) }))
}

type Step = (facts: NetworkFacts) => Omit<Finding, 'check'>

const skipped = (says: Text): Omit<Finding, 'check'> => ({ level: 'skipped', says })
const waits = skipped(words.earlier)

const steps: Record<Check, Step> = {
  address({ service, practice }) {
    if (service !== null) return { level: 'good', says: words.address(service) }
    return practice
      ? { level: 'bad', says: words.practiceDown, fix: words.practiceDownFix }
      : { level: 'warning', says: words.noAddress, fix: words.noAddressFix }
  },

  interface({ hasInterface, service }) {
    const isLocal = service !== null && /\/\/(127\.|localhost|\[::1\])/.test(service)
    if (hasInterface) return { level: 'good', says: words.interfaceUp }
    if (isLocal) return { level: 'good', says: words.interfaceNotNeeded }
    return { level: 'bad', says: words.interfaceDown, fix: words.interfaceDownFix }
  },

  proxy(facts) {
    if (facts.service === null) return waits
    const through = isProxied(facts) ? words.proxied(facts.proxy) : words.direct[facts.proxyMode]
    if (wantsPassword(facts)) {
      return { level: 'bad', says: words.proxyPassword(facts.proxy), fix: words.proxyPasswordFix }
    }
    const error = errorOf(facts)
    if (isWayUnknown(error)) return { level: 'bad', says: words.noWay(error), fix: words.noWayFix }
    if (isProxyDead(error)) {
      return { level: 'bad', says: words.proxyDead(facts.proxy), fix: words.proxyDeadFix }
    }
    return { level: 'good', says: through }
  },

  dns(facts) {
    if (facts.service === null) return waits
    const host = hostOf(facts.service)
    if (facts.dnsError === undefined) return { level: 'good', says: words.resolved(host, facts.addresses) }
    // Behind a proxy the name is looked up there.
    if (isProxied(facts)) return skipped(words.resolvedByProxy)
    return { level: 'bad', says: words.unresolved(host, facts.dnsError), fix: words.unresolvedFix }
  },

  access(facts) {
    const error = errorOf(facts)
    if (facts.service === null || wantsPassword(facts) || isWayUnknown(error) || isProxyDead(error))
      return waits
    if (facts.dnsError !== undefined && !isProxied(facts) && /NAME_NOT_RESOLVED/.test(error)) return waits
    if (arrived(facts)) return { level: 'good', says: words.reachable }
    const fix = words.blockedFix(hostOf(facts.service), portOf(facts.service))
    if (isProxyStuck(error)) return { level: 'bad', says: words.tunnelRefused(facts.proxy), fix }
    if (/REFUSED/.test(error)) return { level: 'bad', says: words.refused, fix: words.refusedFix }
    return { level: 'bad', says: words.blocked(error), fix }
  },

  certificate(facts) {
    if (facts.service === null || !arrived(facts)) return waits
    const { certificate, issuerBefore } = facts
    if (!facts.service.startsWith('https')) return skipped(words.noTls)
    const error = errorOf(facts)
    if (isCertificateError(error)) {
      const issuer = certificate?.issuer ?? '?'
      if (/DATE/.test(error)) return { level: 'bad', says: words.outOfDate, fix: words.outOfDateFix }
      if (/COMMON_NAME/.test(error)) {
        return { level: 'bad', says: words.otherName(certificate?.subject ?? '?'), fix: words.otherNameFix }
      }
      return { level: 'bad', says: words.untrusted(issuer), fix: words.untrustedFix }
    }
    if (!certificate) return skipped(words.noCertificate)
    if (issuerBefore !== undefined && issuerBefore !== certificate.issuer) {
      return {
        level: 'warning',
        says: words.otherIssuer(issuerBefore, certificate.issuer),
        fix: words.otherIssuerFix,
      }
    }
    const days = Math.floor((Date.parse(certificate.validTo) - Date.parse(facts.at)) / DAY_MS)
    if (days < 30) {
      return {
        level: 'warning',
        says: words.expiresSoon(certificate.issuer, days),
        fix: words.expiresSoonFix,
      }
    }
    return { level: 'good', says: words.trusted(certificate.issuer, days) }
  },

  portal(facts) {
    const { service, answer } = facts
    if (service === null || answer?.answered !== true || answer.status === 407) return waits
    if (!isPortal(facts)) return { level: 'good', says: words.answeredByService }
    const { redirectedTo, status } = answer
    if (status === 403 || status === 451) {
      return {
        level: 'bad',
        says: words.filtered(status),
        fix: words.blockedFix(hostOf(service), portOf(service)),
      }
    }
    return {
      level: 'bad',
      says: redirectedTo === undefined ? words.otherPage(status) : words.redirected(redirectedTo),
      fix: words.portalFix,
    }
  },

  clock(facts) {
    const { answer, clock } = facts
    if (answer?.answered !== true || answer.date === undefined || clock === undefined) return waits
    // Somebody else's page says nothing about the clock of the service.
    if (isPortal(facts)) return waits
    const off = Date.parse(clock) - Date.parse(answer.date)
    if (Math.abs(off) < CLOCK_WARNING_MS) return { level: 'good', says: words.clockGood }
    const level = Math.abs(off) < CLOCK_BAD_MS ? 'warning' : 'bad'
    return { level, says: words.clockOff(off), fix: words.clockFix }
  },

  speed(facts) {
    if (facts.trips.length === 0 || isPortal(facts)) return waits
    const sorted = [...facts.trips].sort((a, b) => a - b)
    const ms = Math.round(sorted[Math.floor(sorted.length / 2)]!)
    if (ms < SLOW_MS) return { level: 'good', says: words.speed(ms) }
    const level = ms < VERY_SLOW_MS ? 'warning' : 'bad'
    return { level, says: words.slow(ms), fix: words.slowFix }
  },
}
