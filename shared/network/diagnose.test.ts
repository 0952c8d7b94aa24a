import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checks, diagnose, type Check } from './diagnose'
import type { NetworkAnswer, NetworkFacts } from './facts'
import { mainFinding, reportText } from './report'

const answered: NetworkAnswer = {
  answered: true,
  status: 200,
  isService: true,
  date: '2026-03-02T01:00:00.000Z',
  bytes: 900,
  ms: 40,
}
const failed = (error: string): NetworkAnswer => ({ answered: false, error: `net::${error}`, ms: 5 })
const well: NetworkFacts = {
  at: '2026-03-02T01:00:00.000Z',
  service: 'https://sw.example.cn',
  practice: false,
  hasInterface: true,
  proxy: 'DIRECT',
  proxyMode: 'system',
  addresses: ['203.0.113.7'],
  certificate: {
    subject: 'sw.example.cn',
    issuer: 'Some CA',
    fingerprint: 'AB',
    validTo: '2027-03-02T00:00:00.000Z',
    verdict: 'net::OK',
  },
  issuerBefore: 'Some CA',
  answer: answered,
  clock: '2026-03-02T01:00:00.400Z',
  trips: [40, 42, 300],
}
const level = (facts: NetworkFacts, check: Check) =>
  diagnose(facts).find((finding) => finding.check === check)?.level
const first = (change: Partial<NetworkFacts>) => mainFinding(diagnose({ ...well, ...change }))

describe('diagnose', () => {
  it('finds nothing where nothing is wrong', () => {
    expect(diagnose(well).map(({ level: l }) => l)).toEqual(checks.map(() => 'good'))
    expect(mainFinding(diagnose(well))).toBeUndefined()
  })

  const proxy = 'PROXY 10.0.0.1:8080'
  it.each([
    ['no address in a real book', { service: null }, 'address', '网络与证书'],
    [
      'a practice service that does not run',
      { service: null, practice: true },
      'address',
      '启动演练单一窗口',
    ],
    [
      'a computer without network',
      { hasInterface: false, answer: failed('ERR_INTERNET_DISCONNECTED') },
      'interface',
      '网线',
    ],
    [
      'a proxy that wants a password, on http',
      { proxy, answer: { ...answered, status: 407, isService: false } },
      'proxy',
      '免认证',
    ],
    [
      'a proxy that wants a password, on https',
      { proxy, answer: failed('ERR_PROXY_AUTH_REQUESTED') },
      'proxy',
      '免认证',
    ],
    [
      'a proxy that wants a password and opens no tunnel',
      { proxy, answer: failed('ERR_TUNNEL_CONNECTION_FAILED'), plainStatus: 407 },
      'proxy',
      '免认证',
    ],
    ['a proxy that is gone', { proxy, answer: failed('ERR_PROXY_CONNECTION_FAILED') }, 'proxy', '直接连接'],
    [
      'a script for proxies that cannot be had',
      { answer: failed('ERR_MANDATORY_PROXY_CONFIGURATION_FAILED') },
      'proxy',
      'PAC',
    ],
    ['a script for proxies that fails', { answer: failed('ERR_PAC_SCRIPT_FAILED') }, 'proxy', 'PAC'],
    ['a SOCKS proxy that is gone', { proxy, answer: failed('ERR_SOCKS_CONNECTION_FAILED') }, 'proxy', '代理'],
    [
      'a proxy that does not get through',
      { proxy, answer: failed('ERR_PROXY_UNABLE_TO_CONNECT_TO_DESTINATION') },
      'access',
      '放行',
    ],
    [
      'a name nobody knows',
      { dnsError: 'net::ERR_NAME_NOT_RESOLVED', addresses: [], answer: failed('ERR_NAME_NOT_RESOLVED') },
      'dns',
      '服务地址',
    ],
    [
      'a proxy that lets the host not through',
      { proxy, answer: failed('ERR_TUNNEL_CONNECTION_FAILED') },
      'access',
      'sw.example.cn，端口 443',
    ],
    ['a firewall', { answer: failed('ERR_CONNECTION_TIMED_OUT') }, 'access', '白名单'],
    ['a service that is down', { answer: failed('ERR_CONNECTION_REFUSED') }, 'access', '维护'],
    ['an unknown authority', { answer: failed('ERR_CERT_AUTHORITY_INVALID') }, 'certificate', '指纹'],
    ['an expired certificate', { answer: failed('ERR_CERT_DATE_INVALID') }, 'certificate', '本机日期'],
    [
      'another host’s certificate',
      { answer: failed('ERR_CERT_COMMON_NAME_INVALID') },
      'certificate',
      '核对服务地址',
    ],
    ['a box with an authority this machine trusts', { issuerBefore: 'Other CA' }, 'certificate', '拆包'],
    [
      'a sign-in page',
      { answer: { ...answered, status: 302, isService: false, redirectedTo: 'login.hotel' } },
      'portal',
      '上网登录',
    ],
    ['a page with 200 that is not ours', { answer: { ...answered, isService: false } }, 'portal', '上网登录'],
    ['a block page', { answer: { ...answered, status: 403, isService: false } }, 'portal', '放行'],
    ['a clock ten minutes ahead', { clock: '2026-03-02T01:10:00.000Z' }, 'clock', '自动设置时间'],
    ['a slow line', { trips: [1500, 9000, 1200] }, 'speed', '有线网络'],
  ] as [string, Partial<NetworkFacts>, Check, string][])('%s', (_name, change, check, remedy) => {
    const found = first(change)
    expect(found?.check).toBe(check)
    expect(found?.fix?.zh).toContain(remedy)
  })

  it('looks at nothing behind the step that is blocked', () => {
    const cut = { ...well, answer: failed('ERR_CONNECTION_REFUSED'), trips: [] }
    for (const check of ['certificate', 'portal', 'clock', 'speed'] as const) {
      expect(level(cut, check)).toBe('skipped')
    }
  })

  it('does not hold the missing name against a proxy that looks it up itself', () => {
    expect(level({ ...well, proxy, dnsError: 'net::ERR_NAME_NOT_RESOLVED', addresses: [] }, 'dns')).toBe(
      'skipped',
    )
  })

  it('says which way the clock is off', () => {
    const clock = (at: string) => first({ clock: at })?.says.zh
    expect(clock('2026-03-02T01:10:00.000Z')).toContain('快约 10 分钟')
    expect(clock('2026-03-02T00:55:00.000Z')).toContain('慢约 5 分钟')
  })

  it('takes the clock of a sign-in page for nobody’s', () => {
    const facts = { ...well, clock: '2026-03-02T09:00:00.000Z', answer: { ...answered, isService: false } }
    expect(level(facts, 'clock')).toBe('skipped')
  })

  it('calls no line well that gave no answer, whatever the error is called', () => {
    const error = fc.tuple(
      fc.constantFrom(
        '',
        'PROXY_',
        'MANDATORY_PROXY_',
        'PAC_',
        'SOCKS_',
        'TUNNEL_',
        'CERT_',
        'SSL_',
        'QUIC_',
      ),
      fc.constantFrom('CONNECTION_FAILED', 'AUTH_UNSUPPORTED', 'NAME_NOT_RESOLVED', 'DATE', 'TIMED_OUT'),
    )
    fc.assert(
      fc.property(error, fc.constantFrom('DIRECT', proxy), (parts, by) => {
        expect(first({ proxy: by, answer: failed(`ERR_${parts.join('')}`) })?.level).toBe('bad')
      }),
      { numRuns: 100 },
    )
  })

  it('always has words in both languages, and a remedy for whatever is not good', () => {
    const text = fc.constantFrom('DIRECT', proxy, 'PROXY a:1; DIRECT')
    const answer = fc.oneof(
      fc
        .constantFrom('ERR_FAILED', 'ERR_CONNECTION_RESET', 'ERR_SSL_PROTOCOL_ERROR', 'ERR_TUNNEL_X')
        .map(failed),
      fc
        .record({ status: fc.integer({ min: 100, max: 599 }), isService: fc.boolean() })
        .map((a) => ({ ...answered, ...a })),
    )
    const facts = fc.record({
      ...Object.fromEntries(Object.entries(well).map(([name, value]) => [name, fc.constant(value)])),
      service: fc.constantFrom('https://a.example:8443', 'http://127.0.0.1:1', null),
      practice: fc.boolean(),
      hasInterface: fc.boolean(),
      proxy: text,
      answer: fc.option(answer, { nil: undefined }),
      trips: fc.array(fc.nat(9_000), { maxLength: 3 }),
    }) as fc.Arbitrary<NetworkFacts>
    fc.assert(
      fc.property(facts, (one) => {
        for (const { level: l, says, fix } of diagnose(one)) {
          expect(says.zh && says.en).toBeTruthy()
          expect(`${says.zh}${says.en}`).not.toContain('undefined')
          if (l === 'bad' || l === 'warning') expect(fix?.zh && fix.en).toBeTruthy()
        }
      }),
      { numRuns: 1000 },
    )
  })
})

it('writes a report with every step, its remedy and the facts', () => {
  const text = reportText({ ...well, trips: [1500] }, 'zh', '驿关 0.1.0')
  expect(text).toContain('[注意] 速度: 往返约 1500 毫秒')
  expect(text).toContain('→ 关闭正在下载')
  expect(text).toContain('"proxy": "DIRECT"')
  expect(text.split('\r\n').filter((line) => line.startsWith('['))).toHaveLength(checks.length)
})
