import { describe, expect, it } from 'vitest'
import type { Enterprise } from '#shared/model/enterprise'
import { zones } from '#shared/zones/zones'
import type { FormValues } from '../../components/record-form/RecordForm'
import { enterpriseFaults, enterpriseOf, valuesOf } from './fields'

const company: Enterprise = {
  book: 'practice',
  uscc: '91000000YGYNYX0001',
  name: '驿关演练贸易有限公司',
  customsCode: '000096YG01',
  zone: 'shijiazhuang',
  dxpId: '',
  copNoPrefix: 'YL',
  desk: 'A',
  officer: '王关务',
}
const faults = (over: Partial<Enterprise> = {}, practice = true) =>
  enterpriseFaults({ ...valuesOf(company), ...over }, practice).map(({ field }) => field)

describe('the company', () => {
  it('may have codes that cannot exist in a 演练 book, not in a 正式 one', () => {
    expect(faults()).toEqual([])
    expect(faults({}, false)).toEqual(['uscc', 'customsCode'])
  })

  it.each([
    [{ uscc: '91000000YGYNYX00O1' }, 'uscc'],
    [{ customsCode: '00009YG01' }, 'customsCode'],
    [{ name: '' }, 'name'],
    [{ officer: ' ' }, 'officer'],
    [{ desk: 'A-1' }, 'desk'],
    [{ desk: 'ABCDE' }, 'desk'],
    [{ copNoPrefix: 'ABCDEFGHI' }, 'copNoPrefix'],
    [{ dxpId: 'D'.repeat(31) }, 'dxpId'],
  ])('%j is refused at %s', (over, field) => expect(faults(over)).toContain(field))

  it('keeps the kind of its book whatever stands in the form', () => {
    const dated = { ...company, zoneEdition: '2026-01-01' }
    const now = '2026-11-22T00:00:00.000Z'
    const of = (values: FormValues, before: Enterprise = dated) => enterpriseOf(values, before, zones, now)
    expect(of(valuesOf(dated))).toEqual(dated)
    expect(of({ ...valuesOf(dated), zone: 'huzhou' })).toMatchObject({
      zoneEdition: zones.find(({ id }) => id === 'huzhou')!.edition,
      zoneSince: now,
    })
    expect(of({ ...valuesOf(dated), zone: 'elsewhere' })).not.toHaveProperty('zoneEdition')
    expect(of({ ...valuesOf(company), book: 'real', desk: 'B' }, company)).toEqual({
      ...company,
      desk: 'B',
    })
  })
})
