import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { unlessDone } from './stamp.mjs'

const root = path.join(import.meta.dirname, '..')
const place = 'node_modules/.cache/yiguan/stamp-test'
const file = (name: string) => path.join(root, place, name)
afterEach(() => {
  rmSync(path.join(root, place), { recursive: true, force: true })
  rmSync(path.join(root, 'node_modules/.cache/yiguan/stamp-test.stamp'), { force: true })
})

it('works again when an input changes, appears or an output is gone, and after a failure', async () => {
  mkdirSync(file('in/deep'), { recursive: true })
  writeFileSync(file('in/deep/a.ts'), '1')
  const files = { inputs: [`${place}/in`], outputs: [`${place}/out`] }
  const make = () => unlessDone('stamp-test', files, async () => writeFileSync(file('out'), ''))

  await expect(
    unlessDone('stamp-test', files, async () => {
      writeFileSync(file('out'), 'half')
      throw new Error('broken build')
    }),
  ).rejects.toThrow('broken build')
  expect(await make()).toBe(true)
  expect(await make()).toBe(false)

  writeFileSync(file('in/deep/a.ts'), '2')
  expect(await make()).toBe(true)
  writeFileSync(file('in/b.ts'), '')
  expect(await make()).toBe(true)
  writeFileSync(file('in/b.test.ts'), 'a test changes no product')
  expect(await make()).toBe(false)
  rmSync(file('out'))
  expect(await make()).toBe(true)
})
