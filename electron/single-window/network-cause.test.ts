import { describe, expect, it } from 'vitest'
import { causeOf, neverConnected } from './network-cause'

const nodeError = (code: string, message = 'x') =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) })

describe('causeOf', () => {
  it.each([
    [nodeError('ENOTFOUND'), 'dns'],
    [new Error('net::ERR_NAME_NOT_RESOLVED'), 'dns'],
    [new Error('net::ERR_CERT_AUTHORITY_INVALID'), 'tls'],
    [nodeError('DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate'), 'tls'],
    [new Error('net::ERR_PROXY_CONNECTION_FAILED'), 'proxy'],
    [
      Object.assign(new Error('The operation was aborted due to timeout'), { name: 'TimeoutError' }),
      'timeout',
    ],
    [new Error('net::ERR_CONNECTION_RESET'), 'network'],
    ['nothing', 'network'],
  ])('%s', (error, cause) => {
    expect(causeOf(error)).toBe(cause)
  })
})

describe('neverConnected', () => {
  it.each([
    nodeError('ECONNREFUSED'),
    nodeError('ENOTFOUND'),
    nodeError('UND_ERR_CONNECT_TIMEOUT'),
    nodeError('DEPTH_ZERO_SELF_SIGNED_CERT'),
    new Error('net::ERR_CONNECTION_REFUSED'),
    new Error('net::ERR_CERT_DATE_INVALID'),
    new Error('net::ERR_INTERNET_DISCONNECTED'),
  ])('is sure of %s', (error) => {
    expect(neverConnected(error)).toBe(true)
  })

  it.each([
    nodeError('ECONNRESET'),
    nodeError('UND_ERR_SOCKET'),
    nodeError('UND_ERR_HEADERS_TIMEOUT'),
    new Error('net::ERR_CONNECTION_RESET'),
    new Error('net::ERR_CONNECTION_TIMED_OUT'),
    new Error('net::ERR_SSL_PROTOCOL_ERROR'),
    new Error('net::ERR_EMPTY_RESPONSE'),
    Object.assign(new Error('aborted'), { name: 'TimeoutError' }),
    undefined,
  ])('is not sure of %s: something may have left', (error) => {
    expect(neverConnected(error)).toBe(false)
  })
})
