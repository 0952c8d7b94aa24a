import type { Session } from 'electron'
import { Capabilities } from '#shared/protocol/api'
import type { NetworkAnswer, NetworkFacts } from '#shared/network/facts'
import type { ProxySettings } from '#shared/network/settings'
import type { SeenCertificate } from '#shared/ipc/network'
import type { Fetch } from '../single-window/request'

const TIMEOUT_MS = 10_000
/** Further requests that measure the line; each is small. */
const TRIPS = 3
/** More than the capabilities of any service; a page of somebody else is not read to its end. */
const MOST_BYTES = 1_048_576

export type Probed = {
  service: string | null
  practice: boolean
  proxyMode: ProxySettings['mode']
  issuerBefore?: string
}
export type ProbeDependencies = {
  session: Pick<Session, 'resolveProxy' | 'resolveHost'>
  fetch: Fetch
  hasInterface: () => boolean
  /** The certificate this host showed last, and Chromium's verdict on it. */
  seen: (host: string) => (SeenCertificate & { verdict: string }) | undefined
  now: () => number
}

const errorName = (error: unknown): string => {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  return name === 'TimeoutError' ? 'net::ERR_TIMED_OUT' : (/net::\w+/.exec(message)?.[0] ?? 'net::ERR_FAILED')
}

async function readSome(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  while (reader && size < MOST_BYTES) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    size += value.byteLength
  }
  await reader?.cancel()
  return Buffer.concat(chunks).toString('utf8')
}

function isService(text: string): boolean {
  try {
    return Capabilities.safeParse(JSON.parse(text)).success
  } catch {
    return false
  }
}

/** Ask the service once what it is; without a token, because only who answers is of interest. */
async function ask(url: string, { fetch, now }: ProbeDependencies): Promise<NetworkAnswer> {
  const started = now()
  try {
    const response = await fetch(new URL('/v1/capabilities', url).href, {
      method: 'GET',
      headers: { accept: 'application/json' },
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const text = await readSome(response)
    const date = Date.parse(response.headers.get('date') ?? '')
    const location = response.headers.get('location')
    return {
      answered: true,
      status: response.status,
      isService: isService(text) || isRefusalOfService(response.status, text),
      ...(location && { redirectedTo: new URL(location, url).host }),
      ...(!Number.isNaN(date) && { date: new Date(date).toISOString() }),
      bytes: text.length,
      ms: now() - started,
    }
  } catch (error) {
    return { answered: false, error: errorName(error), ms: now() - started }
  }
}

/** Our service refuses strangers in its own form of error; that is an answer of it all the same. */
function isRefusalOfService(status: number, text: string): boolean {
  if (status < 400) return false
  try {
    const body = JSON.parse(text) as { error?: { code?: unknown; message?: { zh?: unknown } } }
    return typeof body.error?.code === 'string' && typeof body.error.message?.zh === 'string'
  } catch {
    return false
  }
}

/** Run every probe once, one after another, so that they do not slow each other down. */
export async function examine(probed: Probed, deps: ProbeDependencies): Promise<NetworkFacts> {
  const { service, practice, proxyMode, issuerBefore } = probed
  const { session, hasInterface, seen, now } = deps
  const facts: NetworkFacts = {
    at: new Date(now()).toISOString(),
    service,
    practice,
    hasInterface: hasInterface(),
    proxy: '',
    proxyMode,
    addresses: [],
    ...(issuerBefore !== undefined && { issuerBefore }),
    trips: [],
  }
  if (service === null) return facts
  const { hostname } = new URL(service)
  facts.proxy = await session.resolveProxy(service)
  try {
    const { endpoints } = await session.resolveHost(hostname.replace(/^\[|\]$/g, ''))
    facts.addresses = endpoints.map(({ address }) => address)
  } catch (error) {
    facts.dnsError = errorName(error)
  }
  const before = now()
  facts.answer = await ask(service, deps)
  facts.clock = new Date((before + now()) / 2).toISOString()
  if (!facts.answer.answered && facts.answer.error.includes('TUNNEL')) {
    const plain = await ask(`http://${hostname}`, deps)
    if (plain.answered) facts.plainStatus = plain.status
  }
  const shown = service.startsWith('https:') ? seen(hostname) : undefined
  if (shown) {
    const { subject, issuer, fingerprint, validTo, verdict } = shown
    facts.certificate = { subject, issuer, fingerprint, validTo, verdict }
  }
  for (let n = 0; facts.answer.answered && n < TRIPS; n += 1) {
    const again = await ask(service, deps)
    if (again.answered) facts.trips.push(again.ms)
  }
  return facts
}
