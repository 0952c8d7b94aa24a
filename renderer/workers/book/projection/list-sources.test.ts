import { describe, expect, it } from 'vitest'
import { list } from '../../../../test/data/samples'
import type { SealedRecord } from '../../../data/port'
import { ListSources } from './list-sources'

const draft = (state: SealedRecord<'lists'>['state'] = 'draft') => {
  const record = list('C1', { state })
  const provenance = [
    { record: 'goods', id: 'g', rev: 2 },
    { record: 'order', id: 'o', rev: 0 },
    { record: 'waybill', id: 'w', rev: 0 },
  ]
  return { id: 'l', rev: 1, record: { ...record, list: { ...record.list, provenance } } }
}

describe('待更新', () => {
  it('follows the revision of each source', () => {
    const sources = new ListSources()
    sources.move('goods', 'g', 2)
    sources.put(draft())
    expect(sources.isOutdated('l')).toBe(false)
    expect([...sources.move('goods', 'g', 3)]).toEqual(['l'])
    expect(sources.isOutdated('l')).toBe(true)
    sources.move('goods', 'g', 2)
    expect(sources.isOutdated('l')).toBe(false)
    sources.move('goods', 'g', undefined)
    expect(sources.isOutdated('l')).toBe(true)
  })

  it('counts what officers lay over the order, and leaves what was declared alone', () => {
    const sources = new ListSources()
    sources.move('goods', 'g', 2)
    sources.put(draft())
    sources.move('overlay o', 'overlay-1', 1)
    expect(sources.isOutdated('l')).toBe(true)
    sources.move('overlay o', 'overlay-1', undefined)
    expect(sources.isOutdated('l')).toBe(false)
    sources.put(draft('waiting'))
    expect([...sources.move('goods', 'g', 9)]).toEqual([])
    expect(sources.isOutdated('l')).toBe(false)
  })
})
