import { readFileSync } from 'node:fs'
import { createServer, request as httpRequest, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createNetworkGuard } from '../../electron/services/network'
import { examine } from '../../electron/services/network-probes'
import { diagnose } from '../../shared/network/diagnose'
import { mainFinding } from '../../shared/network/report'
import { noService, type Trust } from '../../shared/network/settings'
import { setCertificateVerifyProc } from './electron/certificates'
import { fetchThroughSession } from './electron/net-fetch'
import { resolveProxy, setProxy } from './electron/proxy'
import { resolveHost } from './electron/resolve-host'

/** 网络体检 over real sockets: what stands in the way is built here, and named by the examination. */
const servers: Server[] = []
const listen = async (server: Server): Promise<number> => {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

const capabilities = {
  service: { name: 's', version: '1', practice: true },
  protocol: { min: 1, max: 1 },
  functions: [],
  messages: [],
  limits: { maxDocuments: 1, maxBatchBytes: 1, maxReceiptPage: 1 },
  hours: [],
  outcomes: [],
  serverTime: '2026-03-01T00:00:00.000Z',
}
const service: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(capabilities))
}
const tls = {
  key: readFileSync(new URL('../fixtures/tls/service.key', import.meta.url)),
  cert: readFileSync(new URL('../fixtures/tls/service.pem', import.meta.url)),
}

const now = () => Date.now()
const session = { resolveProxy: (url: string) => Promise.resolve(resolveProxy(url)), resolveHost }
const guard = createNetworkGuard(
  { setProxy, setCertificateVerifyProc, closeAllConnections: () => Promise.resolve() },
  now,
)
const believe = (url: string, trust: Trust) =>
  guard.apply({ version: 1, proxy: { mode: 'direct' }, books: { a: { service: { url, trust } } } })
beforeEach(() => guard.apply({ version: 1, proxy: { mode: 'direct' }, books: { a: { service: noService } } }))

async function examined(url: string, proxyMode: 'direct' | 'manual' = 'direct') {
  const facts = await examine(
    { service: url, practice: true, proxyMode },
    {
      session,
      fetch: (u, init) => fetchThroughSession(u, init),
      hasInterface: () => true,
      seen: guard.seen,
      now,
    },
  )
  return { facts, first: mainFinding(diagnose(facts)) }
}

it('finds nothing wrong with a service on this machine', async () => {
  const port = await listen(createServer(service))
  const { facts, first } = await examined(`http://127.0.0.1:${port}`)
  expect(first).toBeUndefined()
  expect(facts.trips).toHaveLength(3)
})

it('names a service that does not run', async () => {
  const server = createServer()
  const port = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  expect((await examined(`http://127.0.0.1:${port}`)).first?.check).toBe('access')
})

it('takes a sign-in page and a redirect to one for what they are', async () => {
  const page = await listen(createServer((_request, response) => response.end('<html>Sign in</html>')))
  expect((await examined(`http://127.0.0.1:${page}`)).first?.check).toBe('portal')
  const redirect = await listen(
    createServer((_request, response) => response.writeHead(302, { location: 'http://login.hotel/' }).end()),
  )
  const { first } = await examined(`http://127.0.0.1:${redirect}`)
  expect(first?.says.zh).toContain('login.hotel')
})

it('sees that the clock is wrong by the Date of the answer', async () => {
  const port = await listen(
    createServer((request, response) => {
      response.setHeader('date', new Date(Date.now() - 3_600_000).toUTCString())
      service(request, response)
    }),
  )
  const { first } = await examined(`http://127.0.0.1:${port}`)
  expect(first).toMatchObject({ check: 'clock', level: 'bad' })
  expect(first?.says.zh).toContain('快约 60 分钟')
})

describe('behind a proxy', () => {
  const through = async (proxy: Server) => {
    const server = `127.0.0.1:${await listen(proxy)}`
    await guard.apply({ version: 1, proxy: { mode: 'manual', server }, books: {} })
  }

  it('names the proxy that wants a password, for http and for https', async () => {
    const proxy = createServer((_request, response) => response.writeHead(407).end('who are you'))
    proxy.on('connect', (_request, socket) =>
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'),
    )
    await through(proxy)
    expect((await examined('http://customs.invalid', 'manual')).first?.says.zh).toContain('407')
    expect((await examined('https://customs.invalid', 'manual')).first?.says.zh).toContain('407')
  })

  it('names the white list when the proxy lets the host not through', async () => {
    const proxy = createServer((_request, response) => response.writeHead(403).end())
    proxy.on('connect', (_request, socket) => socket.end('HTTP/1.1 403 Forbidden\r\n\r\n'))
    await through(proxy)
    const { first } = await examined('https://customs.invalid:8443', 'manual')
    expect(first?.fix?.zh).toContain('customs.invalid，端口 8443')
  })

  it('names the proxy that is not there', async () => {
    const proxy = createServer()
    await through(proxy)
    await new Promise((resolve) => proxy.close(resolve))
    expect((await examined('https://customs.invalid', 'manual')).first?.says.zh).toContain('代理连不上')
  })

  it('is content when the proxy carries the request, though this machine cannot look up the name', async () => {
    const port = await listen(createServer(service))
    const proxy = createServer((_request, response) => {
      httpRequest({ host: '127.0.0.1', port, path: '/v1/capabilities' }, (answer) => {
        response.writeHead(answer.statusCode!, answer.headers)
        answer.pipe(response)
      }).end()
    })
    await through(proxy)
    const { facts, first } = await examined('http://customs.invalid', 'manual')
    expect(first).toBeUndefined()
    expect(facts.dnsError).toBe('net::ERR_NAME_NOT_RESOLVED')
  })
})

describe('TLS', () => {
  const secure = async () => `https://127.0.0.1:${await listen(createSecureServer(tls, service) as Server)}`

  it('names an unknown issuer, and sends nothing to it', async () => {
    const { facts, first } = await examined(await secure())
    expect(first?.says.zh).toContain('由 Yiguan test authority 签发')
    expect(facts.answer?.answered).toBe(false)
  })

  it('is content with the authority the book trusts, and with the pinned certificate', async () => {
    const url = await secure()
    const pem = readFileSync(new URL('../fixtures/tls/ca.pem', import.meta.url), 'utf8')
    await believe(url, { mode: 'authority', pem, name: 'ca.pem' })
    const { facts, first } = await examined(url)
    expect(first).toBeUndefined()
    await believe(url, { mode: 'pinned', fingerprints: [facts.certificate!.fingerprint] })
    expect((await examined(url)).first).toBeUndefined()
  })

  it('refuses every other certificate once one is pinned', async () => {
    const url = await secure()
    await believe(url, { mode: 'pinned', fingerprints: [Array(32).fill('00').join(':')] })
    expect((await examined(url)).first?.check).toBe('certificate')
  })

  it('carries TLS through a proxy and still judges the certificate', async () => {
    const { port } = new URL(await secure())
    const proxy = createServer()
    proxy.on('connect', (_request, socket) => {
      const upstream = connect(Number(port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
        upstream.pipe(socket).pipe(upstream)
      })
    })
    const server = `127.0.0.1:${await listen(proxy)}`
    await guard.apply({ version: 1, proxy: { mode: 'manual', server }, books: {} })
    expect((await examined('https://single-window.test', 'manual')).first?.check).toBe('certificate')
  })
})
