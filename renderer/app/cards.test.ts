import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importCard } from '../features/declaration/import-help'
import { signatureCard } from '../features/declaration/waiting-help'
import { cards as departure } from '../features/departure/help'
import { cards as desks } from '../features/desks/help'
import { cards as entries } from '../features/entries/help'
import { cards as evidence } from '../features/evidence/help'
import { cards as filing } from '../features/filing/help'
import { cards as forex } from '../features/forex/cards'
import { cards as gatePasses } from '../features/gate-passes/help'
import { modeCard } from '../features/orders/mode-help'
import { cards as importTax } from '../features/import-tax/help'
import { cards as returns } from '../features/returns/help'
import { cards as rebate } from '../features/rebate/cards'
import { cards as rules } from '../features/rules/help'
import { cards as safety } from '../features/safety/help'
import { cards as summary } from '../features/summary/help'
import { cards as tariff } from '../features/tariff/help'
import { cards as zones } from '../features/zones/help'

type Words = { [key: string]: string | Words }

const folder = join(import.meta.dirname, 'i18n', 'zh')
const texts = (words: Words): string[] =>
  Object.values(words).flatMap((value) => (typeof value === 'string' ? [value] : texts(value)))
const shown = readdirSync(folder)
  .flatMap((file) => texts(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Words))
  .map((text) => text.replace(/（\{\{.*$/, '').replace(/\s*\{\{.*$/, ''))

/** Cards that no end-to-end test follows to the letter: at least the names they put in 「」 are those of the screens. */
describe.each([
  ...summary,
  ...departure,
  ...entries,
  ...gatePasses,
  ...returns,
  ...importTax,
  ...rebate,
  ...forex,
  ...rules,
  ...evidence,
  ...filing,
  ...tariff,
  ...zones,
  ...safety,
  ...desks,
  modeCard,
  importCard,
  signatureCard,
])('task card $id', ({ steps }) => {
  it('names what is on the screens', () => {
    // The pencil and the plus of a row have no name in words.
    const named = steps.flatMap(({ zh }) => [...zh.matchAll(/「([^」]+)」/g)].map(([, name]) => name!))
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((name) => name !== '+' && !shown.includes(name))).toEqual([])
  })
})
