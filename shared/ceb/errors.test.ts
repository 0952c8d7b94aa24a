import { describe, expect, it } from 'vitest'
import { decisions, processingErrors } from './error-codes'
import { errorCodes, errorText } from './errors'
import { statuses, statusWords } from '../protocol/status'
import { allTables } from './tables'

const elements = new Set(
  allTables.flatMap(({ head, lines }) =>
    [...head.fields, ...(lines?.fields ?? [])].map((field) => field.name),
  ),
)

/** Elements of the messages a code may be about, by the number it begins with; of all for those of the transport. */
function elementsOf(code: string): Set<string> {
  const [, number = ''] = /^-(\d{3})\d{3}$/.exec(code) ?? []
  const about = { '301': ['CEB311', 'CEB303'], '401': ['CEB411', 'CEB403'], '504': ['CEB511', 'CEB505'] }[
    number
  ]
  const types: readonly string[] =
    about ?? (number === '505' ? ['CEB513'] : number === '800' ? ['CEB711'] : [])
  const of = allTables.filter(({ type }) => types.length === 0 || types.includes(type))
  return new Set(
    of.flatMap(({ head, lines }) => [...head.fields, ...(lines?.fields ?? [])].map(({ name }) => name)),
  )
}

describe('error dictionary', () => {
  it('has every code once, and points only at fields that exist', () => {
    const rows = [...processingErrors, ...decisions]
    expect(processingErrors).toHaveLength(134)
    expect(new Set(rows.map(([code]) => code)).size).toBe(rows.length)
    for (const [code, , , , field] of rows)
      if (field) expect([code, elements.has(field)]).toEqual([code, true])
  })

  it('says of every code what it means, what to do and where: at a field of its message, or at one other place', () => {
    const places = new Set<string>()
    for (const [code, zh, en] of [...processingErrors, ...decisions]) {
      const { known, meaning, fix, field, place } = errorText(code)
      expect([code, known, meaning]).toEqual([code, true, { zh, en }])
      for (const words of [zh, en, fix.zh, fix.en]) expect([code, words.trim()]).not.toEqual([code, ''])
      // -301… is of the order, -401… of the payment: the field is one of that message, or of the 清单 it is compared with.
      if (field) expect([code, elementsOf(code).has(field)]).toEqual([code, true])
      places.add(field ? 'field' : place)
    }
    expect([...places].sort()).toEqual(['certificate', 'enterprise', 'field', 'list', 'queue'])
    expect(errorText('-621028').place).toBe('certificate')
    expect(errorText('-999123').place).toBe('list')
  })

  it('has every status of a receipt in words of its own, and none of them is a processing error', () => {
    const words = Object.entries(statuses).map(([code, { words }]) => [code, words.zh, words.en])
    expect(words).toHaveLength(18)
    expect(new Set(words.map(([, zh]) => zh)).size).toBe(words.length)
    for (const [code = ''] of words) {
      expect(statusWords(code).zh).toContain(`（${code}）`)
      expect(errorCodes(code, '')).toEqual([])
    }
    expect(statusWords('777').zh).toContain('777')
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
