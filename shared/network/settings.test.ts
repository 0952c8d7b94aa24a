import { expect, it } from 'vitest'
import { Fingerprint, ProxySettings, serviceOrigin } from './settings'

it.each([
  ['https://sw.example.cn', 'https://sw.example.cn'],
  [' https://SW.example.cn:443/ ', 'https://sw.example.cn'],
  ['https://10.1.2.3:8443', 'https://10.1.2.3:8443'],
  ['http://127.0.0.1:8603', 'http://127.0.0.1:8603'],
  ['http://localhost:80/', 'http://localhost'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
  // Readable and changeable on its way: not over a network.
  ['http://sw.example.cn', undefined],
  ['http://127.0.0.1.evil.example', undefined],
  ['https://user:secret@sw.example.cn', undefined],
  ['https://sw.example.cn/path', undefined],
  ['ftp://sw.example.cn', undefined],
  ['sw.example.cn', undefined],
])('%s is the origin %s', (address, origin) => expect(serviceOrigin(address)).toBe(origin))

it('takes a proxy as host and port only', () => {
  const manual = (server: string) => ProxySettings.safeParse({ mode: 'manual', server }).success
  expect(['10.0.0.1:8080', 'gate.corp:3128'].map(manual)).toEqual([true, true])
  expect(['gate', 'http://gate:1', 'u:p@gate:1', 'gate:1;other:2', 'gate:123456'].map(manual)).toEqual(
    Array(5).fill(false),
  )
})

it('takes a fingerprint as it is shown by other programs', () => {
  expect(Fingerprint.safeParse(Array(32).fill('AB').join(':')).success).toBe(true)
  expect(Fingerprint.safeParse('ab'.repeat(32)).success).toBe(false)
})
