import { expect, it } from 'vitest'
import { dossierMessages } from '#shared/declaration/settings'
import { messageHelp } from './message-help'

it('explains every element of the four messages once, with meaning and length', () => {
  const ids = messageHelp.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const message of dossierMessages) expect(ids.some((id) => id.startsWith(`ceb.${message}.`))).toBe(true)
  expect(messageHelp.filter(({ fill, length }) => !fill.zh || !fill.en || !length)).toEqual([])
  const country = messageHelp.find(({ id }) => id === 'ceb.CEB603.country')
  expect(country).toMatchObject({ length: '3', example: '502' })
  expect(country?.codeTable?.zh).toContain('国别')
})
