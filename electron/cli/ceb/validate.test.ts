import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listedFaults, type FileVerdict } from '#shared/ceb/report'
import { dispatch } from '../run'

const fixture = (name: string) =>
  readFile(fileURLToPath(new URL(`../../../test/fixtures/ceb/${name}`, import.meta.url)), 'utf8')

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiguan-validate-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function validate(...paths: string[]) {
  let printed: unknown
  const code = await dispatch(['ceb', 'validate', ...paths], {
    out: (one) => (printed = one),
    note: () => {},
  })
  return { code, verdicts: printed as FileVerdict[] }
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

describe('ceb validate', () => {
  it('reads a file that holds many messages, and says which of them is at fault', async () => {
    const [order, list, faulty] = await Promise.all(
      ['CEB303.xml', 'CEB603.xml', 'CEB603-faulty.xml'].map(fixture),
    )
    const day = await file('day.xml', [order, list, faulty, order].join('\n'))
    const { code, verdicts } = await validate(day)
    const [verdict] = verdicts
    expect(code).toBe(1)
    expect(verdict).toMatchObject({ message: 'CEB303', ok: false, messages: 4, refused: 1 })
    expect(verdict?.faults.filter(({ severity }) => severity === 'refuse').map(({ at }) => at)).toEqual(
      Array(4).fill(3),
    )
  })

  it('lists the first thousand faults and counts all', async () => {
    const faulty = await fixture('CEB603-faulty.xml')
    const { verdicts } = await validate(await file('many.xml', faulty.repeat(400)))
    const [verdict] = verdicts
    expect([verdict?.messages, verdict?.refused, verdict?.faults.length]).toEqual([400, 400, listedFaults])
    expect(verdict?.faultCount).toBeGreaterThan(listedFaults)
  })

  it('takes a folder for its messages, each with a verdict of its own', async () => {
    const inner = join(folder, 'box', 'inner')
    await mkdir(inner, { recursive: true })
    const order = await fixture('CEB303.xml')
    await file('box/b.xml', order)
    await file('box/inner/a.XML', order)
    await file('box/readme.txt', 'no message')
    const { code, verdicts } = await validate(join(folder, 'box'))
    expect([code, verdicts.map((one) => one.file)]).toEqual([
      0,
      [join(folder, 'box', 'b.xml'), join(inner, 'a.XML')],
    ])
  })

  it('names text it cannot read, and a file that holds nothing', async () => {
    const order = await fixture('CEB303.xml')
    const torn = Buffer.concat([Buffer.from(order), Buffer.from([0xff, 0xfe, 0xff])])
    const { verdicts } = await validate(await file('torn.xml', torn), await file('empty.xml', ''))
    expect(verdicts.map(({ faults }) => faults.at(-1)?.rule)).toEqual(['xml-encoding', 'xml-form'])
    expect(verdicts.map(({ ok }) => ok)).toEqual([false, false])
  })
})
