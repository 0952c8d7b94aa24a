import { expect, it } from 'vitest'
import { mayOpenExternally } from './app-info'

it.each([
  ['https://www.singlewindow.cn/help', true],
  ['http://www.singlewindow.cn/', false],
  ['https://www.singlewindow.cn.evil.example/', false],
  ['https://www.singlewindow.cn:8443/', false],
  ['https://www.singlewindow.cn@evil.example/', false],
  ['file:///etc/passwd', false],
])('external address %s: %s', (url, allowed) => expect(mayOpenExternally(url)).toBe(allowed))
