import { expect, it } from 'vitest'
import { targetText } from './target'

it('names the kind of record and its key, and leaves what is no such thing', () => {
  expect(targetText('link:202601-001')).toEqual({ zh: '关联号 202601-001', en: 'Link 202601-001' })
  expect(targetText('declaration:9610:1')).toMatchObject({ zh: '报关单 9610:1' })
  for (const target of ['case', 'batch:1']) expect(targetText(target)).toEqual({ zh: target, en: target })
})
