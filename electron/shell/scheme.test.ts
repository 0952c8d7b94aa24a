import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from './csp'
import { createSchemeHandler } from './scheme'

let serve: (request: Request) => Promise<Response>
beforeAll(async () => {
  const top = await mkdtemp(path.join(tmpdir(), 'yiguan-scheme-'))
  const root = path.join(top, 'renderer')
  await mkdir(root)
  await writeFile(path.join(root, 'index.html'), '<p>页</p>')
  await writeFile(path.join(root, 'note.txt'), 'no type')
  await writeFile(path.join(top, 'secret.json'), '{}')
  await symlink(path.join(top, 'secret.json'), path.join(root, 'link.json'))
  serve = createSchemeHandler(root)
})
const get = (url: string, method = 'GET') => serve(new Request(url, { method }))

describe('app:// handler', () => {
  it('serves a page with the policy', async () => {
    const response = await get('app://yiguan/index.html')
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('<p>页</p>')
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each([
    ['app://other/index.html', 404],
    ['app://yiguan/missing.html', 404],
    ['app://yiguan/note.txt', 404],
    ['app://yiguan/..%2fsecret.json', 403],
    ['app://yiguan/%2e%2e/secret.json', 404],
    ['app://yiguan/link.json', 403],
    ['app://yiguan/%zz.json', 404],
  ])('%s → %i', async (url, status) => {
    const response = await get(url)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
  })

  it('answers reading methods only', async () => {
    expect((await get('app://yiguan/index.html', 'POST')).status).toBe(405)
    const head = await get('app://yiguan/index.html', 'HEAD')
    expect([head.status, await head.text()]).toEqual([200, ''])
  })
})
