import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { residentIdFault } from '#shared/codes/identifiers/resident-id'
import { usccFault } from '#shared/codes/identifiers/uscc'
import { realData } from '../support/real-data'

const file = join(realData ?? '', 'uscc/vectors.csv')

it('numbers that other implementations test with get the verdict their check character deserves', () => {
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((row) => row.split(','))
  expect(rows.length).toBeGreaterThan(30)
  for (const [kind, value = '', , sound] of rows) {
    const fault = kind === 'uscc' ? usccFault(value) : residentIdFault(value)
    expect([value, fault === undefined]).toEqual([value, sound === 'True'])
  }
})
