import { describe, expect, it } from 'vitest'
import { decisions, processingErrors } from './error-codes'
import { errorCodes, errorText } from './errors'
import { allTables } from './tables'

const elements = new Set(
  allTables.flatMap(({ head, lines }) =>
    [...head.fields, ...(lines?.fields ?? [])].map((field) => field.name),
  ),
)

describe('error dictionary', () => {
  it('has every code once, and points only at fields that exist', () => {
    const rows = [...processingErrors, ...decisions]
    expect(processingErrors).toHaveLength(134)
    expect(new Set(rows.map(([code]) => code)).size).toBe(rows.length)
    for (const [code, , , , field] of rows)
      if (field) expect([code, elements.has(field)]).toEqual([code, true])
  })

  it('explains a known code and shows an unknown one raw', () => {
    expect(errorText('-301010')).toMatchObject({
      known: true,
      field: 'orderNo',
      meaning: { zh: '同编号的订单已存在' },
    })
    expect(errorText('-999123')).toMatchObject({ known: false, code: '-999123' })
    expect(errorText('-999123').meaning.en).toContain('-999123')
  })

  it('finds the codes in a receipt', () => {
    expect(errorCodes('-621001', '清单校验不通过')).toEqual(['-621001'])
    expect(errorCodes('100', '[Code:1313;Desc:超过年度限值][Code:1322;Desc:x]')).toEqual(['1313', '1322'])
    expect(errorCodes('100', '处理失败,-301020:签名错误;2020-12-08')).toEqual(['-301020'])
    expect(errorCodes('800', '[Code:2600;Desc:放行]')).toEqual(['2600'])
    expect(errorCodes('2', '新增申报成功')).toEqual([])
  })
})
