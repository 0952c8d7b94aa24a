import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { realData } from '../../../test/support/real-data'
import { readBankFile } from './read-bank-file'
import { balanceOf } from './statement'

const folder = join(realData ?? '', 'bank')
const read = (name: string) => readBankFile(new TextDecoder().decode(readFileSync(join(folder, name))))

describe('bank files of other parsers', () => {
  it('are read without a line left over', () => {
    for (const name of readdirSync(folder).filter((one) => !one.endsWith('.md'))) {
      const { statements, advices, problems } = read(name)
      expect(statements.length + advices.length, name).toBeGreaterThan(0)
      expect(
        problems.filter(({ rule }) => rule === 'bank.field' || rule === 'bank.outside'),
        name,
      ).toEqual([])
    }
  })

  it('balance as their banks say', () => {
    const [statement] = read('mt940-wolph-cmxl.sta').statements
    expect(statement).toMatchObject({ opening: '84349.74', closing: '84437.04' })
    expect(balanceOf(statement!)).toMatchObject({ credits: '49396.74', debits: '49309.44', balanced: true })
  })
})
