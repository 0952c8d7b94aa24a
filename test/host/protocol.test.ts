import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { startFixture } from './fixture/start'

const fixture = startFixture()

it("answers with the registered function's own status, headers and bytes", async () => {
  const answer = await fixture.page.evaluate(async () => {
    const response = await fetch('echo?a=%20b', { method: 'POST', body: '驿'.repeat(50_000) })
    return {
      status: response.status,
      policy: response.headers.get('content-security-policy'),
      length: (await response.text()).length,
    }
  })
  expect(answer).toMatchObject({ status: 201, length: 50_000 })
  expect(answer.policy).toContain("script-src 'self'")
  // The function sees the app's own address and origin, and never the host's secret.
  expect(await fixture.invoke('request')).toEqual({
    method: 'POST',
    url: 'app://fixture/echo?a=%20b',
    origin: 'app://fixture',
    cookie: null,
  })
})

it('makes a network error of a function that throws', async () => {
  const result = await fixture.page.evaluate(() => fetch('broken').catch((error: Error) => error.name))
  expect(result).toBe('TypeError')
})

it('enforces the policy of the response', async () => {
  const blocked = await fixture.page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective), {
          once: true,
        })
        const script = document.createElement('script')
        script.textContent = 'globalThis.inline = 1'
        document.head.append(script)
      }),
  )
  expect(blocked).toBe('script-src-elem')
  expect(await fixture.page.evaluate(() => Reflect.get(globalThis, 'inline') as unknown)).toBeUndefined()
  const seen = fixture.app.violations.splice(0)
  expect(seen.map(({ kind }) => kind)).toContain('content-security-policy')
})

it('is a secure context with workers inside workers and a private file system', async () => {
  const result = await fixture.page.evaluate(async () => {
    const worker = new Worker('worker.js')
    const answer = new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)))
    worker.postMessage(0)
    const directory = await navigator.storage.getDirectory()
    return {
      secure: isSecureContext,
      worker: await answer,
      directory: directory.kind,
      subtle: typeof crypto.subtle,
    }
  })
  expect(result).toEqual({ secure: true, worker: 201, directory: 'directory', subtle: 'object' })
})

it('gives nothing to anybody else on this machine, and opens no DevTools port', async () => {
  const { origin } = new URL(fixture.page.url())
  for (const headers of [new Headers(), new Headers({ cookie: 'stand-in=guess' })]) {
    const response = await fetch(`${origin}/index.html`, { headers })
    expect([response.status, await response.text()]).toEqual([403, ''])
  }
  const blob = await fixture.page.evaluate(() => fetch('/.stand-in/blob/x').then(({ status }) => status))
  expect(blob).toBe(403)
  const command = readFileSync(`/proc/${fixture.app.pids.chromium}/cmdline`, 'utf8').split('\0')
  expect(command).toContain('--remote-debugging-pipe')
  expect(command.filter((argument) => argument.startsWith('--remote-debugging-port'))).toEqual([])
  expect(readdirSync(path.join(fixture.profile, 'stand-in/chromium'))).not.toContain('DevToolsActivePort')
  fixture.app.violations.length = 0
})
