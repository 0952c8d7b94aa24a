import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dispatch } from '../run'
import { StateReport } from './state'

const fixture = (name: string) =>
  fileURLToPath(new URL(`../../../test/fixtures/ceb/${name}`, import.meta.url))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiguan-state-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function state(...args: string[]) {
  const printed: unknown[] = []
  const code = await dispatch(['ceb', 'state', ...args], { out: (one) => printed.push(one), note: () => {} })
  return { code, report: StateReport.optional().parse(printed[0]) }
}

/** A copy of a fixture with texts replaced, as a file of its own. */
async function copy(name: string, file: string, changes: Record<string, string>): Promise<string> {
  let xml = await readFile(fixture(name), 'utf8')
  for (const [from, to] of Object.entries(changes)) xml = xml.replaceAll(from, to)
  const path = join(folder, file)
  await writeFile(path, xml)
  return path
}

describe('ceb state', () => {
  it('tells where a 清单 stands, what was said of it, and what may be done', async () => {
    const { code, report } = await state(fixture('CEB603.xml'), fixture('CEB604.xml'), fixture('CEB604.xml'))
    const [list] = report?.documents ?? []
    expect(code).toBe(0)
    expect(list).toMatchObject({ message: 'CEB603', attempts: [{ no: 1, appType: '1' }] })
    expect(list?.attempts[0]).not.toHaveProperty('refused')
    expect(list?.acts.every(({ text }) => /[一-鿿]/.test(text))).toBe(true)
    expect(list?.history.map((moment) => moment.code)).toContain(list?.code)
  })

  it('ends with 1 for a change of what customs holds, and says what else to do', async () => {
    const again = await copy('CEB603.xml', 'again.xml', {
      '<ceb:appType>1<': '<ceb:appType>2<',
      '4CDE1CFD-EDED-46B1-946C-000000000004': '4CDE1CFD-EDED-46B1-946C-000000000044',
      '<ceb:appTime>20260302': '<ceb:appTime>20260309',
    })
    const { code, report } = await state(fixture('CEB603.xml'), again, '--lang', 'en')
    expect(code).toBe(1)
    const refused = report?.documents[0]?.attempts.map((attempt) => attempt.refused?.code ?? '')
    expect(refused).toEqual(['', 'already-declared'])
    expect(report?.documents[0]?.attempts[1]?.refused?.fix).toMatch(/^Wait/)
  })

  it('names files that are no message, and zones it does not know', async () => {
    const { code, report } = await state(fixture('CEB603.xml'), join(folder, 'absent.xml'))
    expect([code, report?.unread.map(({ faults }) => faults[0]?.rule)]).toEqual([1, ['file-unreadable']])
    expect((await state(fixture('CEB603.xml'), '--zone', 'nowhere')).code).toBe(2)
    expect((await state()).code).toBe(2)
  })
})
