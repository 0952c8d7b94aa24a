import { describe, expect, it } from 'vitest'
import type { TariffLine } from '../../data/port'
import { takenFrom } from './taken'

const why = { zh: '', en: '' }
const line: TariffLine = {
  used: { importId: '1', edition: '2026', from: '2026-01-01', complete: true },
  row: { code: '7323930000', name: '不锈钢餐具', unit1: '035', conditions: 'B' },
  proposals: [
    { field: 'inspection', value: 'Y', why },
    { field: 'licence', value: 'N', why },
  ],
}

describe('a code that was chosen', () => {
  it('brings its units and answers what nobody has answered', () => {
    expect(takenFrom({ gcode: '1', unit1: '011', unit2: '', licence: 'Y' }, '7323930000', line)).toEqual({
      gcode: '7323930000',
      unit1: '035',
      inspection: 'Y',
    })
  })
  it('leaves units alone that were typed under the same code, and brings the code alone without a line', () => {
    expect(takenFrom({ gcode: '7323930000', unit1: '007' }, '7323930000', line)).not.toHaveProperty('unit1')
    expect(takenFrom({}, '7323', undefined)).toEqual({ gcode: '7323' })
  })
})
