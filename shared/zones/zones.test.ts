import { expect, it } from 'vitest'
import { loadCodeBook } from '../codes/load'
import { Zone } from './zone'
import { zoneById, zones } from './zones'

it('there are eleven zones, each sound and found by its id', () => {
  expect(zones).toHaveLength(11)
  expect(new Set(zones.map(({ id }) => id)).size).toBe(11)
  for (const zone of zones) {
    expect(Zone.parse(zone)).toEqual(zone)
    expect(zoneById(zone.id)).toBe(zone)
  }
  expect(zoneById('nowhere')).toBeUndefined()
})

it('the district hint of a zone leads to customs offices that exist', async () => {
  const book = await loadCodeBook()
  for (const { customsPrefix } of zones) {
    expect(book.table('district').rows.some(({ code }) => code.startsWith(customsPrefix))).toBe(true)
  }
})

it('names only modes that the table of modes has', async () => {
  const book = await loadCodeBook()
  for (const mode of zones.flatMap(({ modes }) => modes))
    expect(book.lookup('supervision-mode', mode)).toBeDefined()
})
