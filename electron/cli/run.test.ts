import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { commandNames, loadCommand } from './catalogue'
import type { Io } from './command'
import { dispatch } from './run'
import { schemas } from './schemas'

async function call(...argv: string[]) {
  const documents: unknown[] = []
  const notes: string[] = []
  const io: Io = { out: (document) => documents.push(document), note: (text) => notes.push(text) }
  return { code: await dispatch(argv, io), documents, notes: notes.join('\n') }
}

describe('dispatch', () => {
  it('ends with 2 for an unknown command, no command and a path instead of a name', async () => {
    for (const argv of [['nope'], [], ['../main'], ['import.test']]) {
      const { code, documents, notes } = await call(...argv)
      expect([code, documents]).toEqual([2, []])
      expect(notes).toContain('yiguan COMMAND')
    }
  })

  it('explains every command without touching stdout', async () => {
    const overview = await call('--help')
    for (const name of await commandNames()) {
      const help = await call(name, '--help')
      expect([help.code, help.documents]).toEqual([0, []])
      expect(help.notes).toMatch(new RegExp(`^yiguan ${name}`))
      expect(overview.notes).toContain(`  ${name} `)
      const widest = Math.max(...help.notes.split('\n').map((line) => line.length))
      expect([name, widest]).toEqual([name, Math.min(widest, 120)])
      expect((await loadCommand(name))?.name).toBe(name)
    }
    expect(overview.code).toBe(0)
  })

  it('calls an unknown option and a missing file wrong use, with the usage', async () => {
    expect(await call('schema', '--bogus')).toMatchObject({ code: 2, documents: [] })
    expect((await call('import', '/no/such/file.csv', '--kind', 'orders')).code).toBe(2)
    expect((await call('import', 'x.csv', '--kind', 'nonsense')).notes).toContain('--kind')
  })
})

describe('schema', () => {
  it('prints the JSON Schema with labels and sensitivity', async () => {
    const { code, documents } = await call('schema', 'order')
    expect(code).toBe(0)
    expect(documents).toHaveLength(1)
    expect(documents[0]).toMatchObject({
      properties: { phone: { sensitivity: 'personal', zh: '电话' }, orderNo: { type: 'string' } },
    })
    expect((await call('schema', 'toString')).code).toBe(2)
    for (const name of Object.keys(schemas)) {
      expect([name, (await call('schema', name)).code]).toEqual([name, 0])
    }
  })
})

describe('a reader that goes away', () => {
  it('ends quietly when the pipe is closed early', async () => {
    const main = new URL('./main.ts', import.meta.url).pathname
    const child = spawn(process.execPath, ['--import', 'tsx', main, 'schema', 'order'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.destroy()
    let stderr = ''
    child.stderr.on('data', (chunk) => (stderr += String(chunk)))
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect([code, stderr]).toEqual([0, ''])
  }, 30_000)
})
