import type { DocumentRule } from './rule'

const sequence: DocumentRule = {
  id: 'gnum-sequence',
  on: ['CEB303', 'CEB507', 'CEB509', 'CEB603', 'CEB607', 'CEB311', 'CEB621', 'CEB711'],
  severity: 'refuse',
  source: '报文规范：序号从1起连续',
  message: {
    zh: '序号应为{expected}，现在是{value}',
    en: 'The line number should be {expected}, found {value}',
  },
  fix: { zh: '从1起连续编号，不跳号不重复', en: 'Number the lines from 1 without gaps or repeats' },
  check(_head, lines, report) {
    lines.forEach((line, at) => {
      const value = line['gnum']
      if (value && /^\d+$/.test(value) && Number(value) !== at + 1) {
        report({ field: 'gnum', line: at }, value, { expected: at + 1, value })
      }
    })
  },
}

const repeated: DocumentRule = {
  id: 'gnum-repeated',
  on: ['CEB213', 'CEB625'],
  severity: 'refuse',
  source: '报文规范：退货项号对应原清单项号',
  message: { zh: '项号{value}出现两次', en: 'Line number {value} stands there twice' },
  fix: { zh: '同一原清单项的退货合并为一行', en: 'Put the returns of one original line into one line' },
  check(_head, lines, report) {
    const seen = new Set<number>()
    lines.forEach((line, at) => {
      const value = line['gnum'] ?? ''
      if (seen.has(Number(value))) report({ field: 'gnum', line: at }, value, { value })
      if (value !== '') seen.add(Number(value))
    })
  },
}

/** Numbers of lines. */
export const lineRules = [sequence, repeated]
