import { expect, it } from 'vitest'
import { sending } from '../../workers/book/second-officer'
import zh from '../../app/i18n/zh/second.json'
import { knownActs } from './places'

it('has words and a place for every act that one officer asks for and another sends', () => {
  const asked = Object.entries(sending).filter(([, how]) => typeof how === 'function')
  const names = asked.map(([name]) => name).sort()
  expect([...knownActs].sort()).toEqual(names)
  expect(Object.keys(zh.act).sort()).toEqual(names)
})
