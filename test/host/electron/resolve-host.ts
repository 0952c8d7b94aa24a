import { lookup } from 'node:dns/promises'

/** "Resolves with the resolved IP addresses for the `host`"; fails in Chromium's words. */
export async function resolveHost(
  host: string,
  options?: Electron.ResolveHostOptions,
): Promise<Electron.ResolvedHost> {
  if (options) throw new Error('stand-in: options of resolveHost are not implemented')
  try {
    const found = await lookup(host, { all: true })
    return {
      endpoints: found.map(({ address, family }) => ({ address, family: family === 6 ? 'ipv6' : 'ipv4' })),
    }
  } catch (cause) {
    throw new Error('net::ERR_NAME_NOT_RESOLVED', { cause })
  }
}
