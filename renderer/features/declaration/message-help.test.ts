import { expect, it } from 'vitest'
import { allTables } from '#shared/ceb/tables'
import { messageHelp } from './message-help'

it('explains every element of every declared message once, with meaning and length', () => {
  const ids = messageHelp.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const explained = new Set(ids)
  for (const { type, head, lines } of allTables.filter(({ origin }) => origin === 'declarant')) {
    for (const { name } of [...head.fields, ...(lines?.fields ?? [])])
      expect([type, name, explained.has(`ceb.${type}.${name}`)]).toEqual([type, name, true])
  }
  expect(messageHelp.filter(({ fill, length }) => !fill.zh || !fill.en || !length)).toEqual([])
  const country = messageHelp.find(({ id }) => id === 'ceb.CEB603.country')
  expect(country).toMatchObject({ length: '3', example: '502' })
  expect(country?.codeTable?.zh).toContain('国别')
})
