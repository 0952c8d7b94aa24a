import { z } from 'zod'

/** SHA-256 of a certificate as upper-case hex pairs, `AB:CD:…`. */
export const Fingerprint = z.string().regex(/^[0-9A-F]{2}(:[0-9A-F]{2}){31}$/)

/**
 * Whom a book believes to be its single window. `system`: whom this machine trusts. `authority`: also whoever shows a
 * certificate signed by this authority. `pinned`: only a server with one of these certificates, whatever the machine
 * trusts.
 */
export const Trust = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('system') }),
  z.object({ mode: z.literal('authority'), pem: z.string().max(20_000), name: z.string().max(200) }),
  z.object({ mode: z.literal('pinned'), fingerprints: z.array(Fingerprint).min(1).max(4) }),
])
export type Trust = z.infer<typeof Trust>

/** `url` null: a 演练 book uses the built-in practice service, a 正式 book has no transport. */
export const ServiceSettings = z.object({ url: z.url().nullable(), trust: Trust })
export type ServiceSettings = z.infer<typeof ServiceSettings>

export const noService: ServiceSettings = { url: null, trust: { mode: 'system' } }

/** `system` follows the operating system, its PAC file included. `server` is `host:port`. */
export const ProxySettings = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('system') }),
  z.object({ mode: z.literal('direct') }),
  z.object({ mode: z.literal('manual'), server: z.string().regex(/^[^\s/:@]+:\d{1,5}$/) }),
])
export type ProxySettings = z.infer<typeof ProxySettings>

/**
 * The origin an address stands for: `https://host[:port]`; http is accepted for this machine only, because everything
 * else could be read and changed on its way. undefined for what is no such address.
 */
export function serviceOrigin(address: string): string | undefined {
  const parts = /^(https?):\/\/([a-z0-9.-]+|\[[0-9a-f:]+\])(:\d{1,5})?\/?$/i.exec(address.trim())
  if (!parts) return undefined
  const [, scheme = '', host = '', port = ''] = parts.map((part) => part?.toLowerCase() ?? '')
  const isLocal = host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
  if (scheme === 'http' && !isLocal) return undefined
  return `${scheme}://${host}${port === (scheme === 'https' ? ':443' : ':80') ? '' : port}`
}
