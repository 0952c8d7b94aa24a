import { cmp, isDecimal } from '#shared/money/decimal'
import type { Answer, Case, Difference } from './case'

type Row = Record<string, unknown>
type Stated = { rule: string; target?: string | null; severity?: string }

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Lists whose order says nothing. */
const sets: ReadonlySet<string> = new Set(['lines', 'actual', 'restored'])

const same = (expected: unknown, got: unknown): boolean => {
  if (expected === null) return got === null || got === undefined
  if (typeof expected === 'string' && typeof got === 'string' && isDecimal(expected) && isDecimal(got)) {
    return cmp(expected, got) === 0
  }
  return expected === got
}

function compareSet(field: string, expected: readonly unknown[], got: unknown): Difference[] {
  const rest = Array.isArray(got) ? [...(got as unknown[])] : []
  for (const one of expected) {
    const at = rest.findIndex((other) => compare('', one, other).length === 0)
    if (at < 0) return [{ field, expected, got }]
    rest.splice(at, 1)
  }
  return rest.length > 0 ? [{ field, expected, got }] : []
}

/** A duty that is not required may also be left out, and then nothing else about it is compared. */
function compareDuties(expected: readonly Row[], got: unknown): Difference[] {
  const duties = (Array.isArray(got) ? got : []) as Row[]
  return expected.flatMap((duty) => {
    const field = `duties[${String(duty['rule'])} ${String(duty['target'])}]`
    const found = duties.find((one) => one['rule'] === duty['rule'] && one['target'] === duty['target'])
    if (!found && duty['required'] === false) return []
    const { note: _note, ...stated } = duty
    return compare(field, stated, found)
  })
}

function compare(field: string, expected: unknown, got: unknown): Difference[] {
  if (!isRow(expected)) return same(expected, got) ? [] : [{ field, expected, got }]
  if (!isRow(got)) return [{ field, expected, got }]
  return Object.entries(expected).flatMap(([name, value]) => {
    const at = field === '' ? name : `${field}.${name}`
    if (name === 'resultIn') {
      const allowed = value as unknown[]
      return allowed.includes(got['result']) ? [] : [{ field: at, expected: value, got: got['result'] }]
    }
    if (name === 'remarkIncludes') {
      const remark = String(got['remark'] ?? '')
      const missing = (value as string[]).filter((word) => !remark.includes(word))
      return missing.length === 0 ? [] : [{ field: at, expected: missing, got: remark }]
    }
    if (name === 'duties') return compareDuties(value as Row[], got[name])
    if (Array.isArray(value)) {
      return sets.has(name)
        ? compareSet(at, value, got[name])
        : value.flatMap((one, place) =>
            compare(`${at}[${place}]`, one, (got[name] as unknown[] | undefined)?.[place]),
          )
    }
    return compare(at, value, got[name])
  })
}

const tell = ({ rule, target = '*', severity = '*' }: Stated): string =>
  `${severity} ${rule} ${target ?? '-'}`
const fits = (stated: Stated, found: Stated): boolean =>
  stated.rule === found.rule &&
  (stated.target === undefined || stated.target === null || stated.target === found.target) &&
  (stated.severity === undefined || stated.severity === found.severity)

/** Grades that change what may be presented: none may be missing, none extra. */
const exact: ReadonlySet<string> = new Set(['BLOCK', 'HOLD', 'REVIEW'])

function compareFindings(expect: Case['expect'], findings: readonly Stated[]): Difference[] {
  const stated = expect as Partial<Record<'findings' | 'findingsInclude' | 'findingsExclude', Stated[]>>
  const differences: Difference[] = []
  if (stated.findings) {
    const graded = (all: readonly Stated[]) =>
      [...new Set(all.filter(({ severity }) => exact.has(severity ?? '')).map(tell))].sort()
    const [want, have] = [graded(stated.findings), graded(findings)]
    if (want.join('\n') !== have.join('\n'))
      differences.push({ field: 'findings', expected: want, got: have })
  }
  for (const one of [...(stated.findings ?? []), ...(stated.findingsInclude ?? [])]) {
    if (findings.some((found) => fits(one, found))) continue
    differences.push({ field: 'findingsInclude', expected: tell(one), got: findings.map(tell) })
  }
  for (const one of stated.findingsExclude ?? []) {
    const found = findings.filter((other) => fits(one, other))
    if (found.length > 0) {
      differences.push({ field: 'findingsExclude', expected: `none of ${tell(one)}`, got: found.map(tell) })
    }
  }
  return differences
}

/** How forex cases are compared: partial, decimals by value, exact for the grades that decide. */
export function forexDifferences({ expect }: Case, answer: Answer): Difference[] {
  const { findings: _f, findingsInclude: _i, findingsExclude: _e, ...fields } = expect
  return [...compare('', fields, answer), ...compareFindings(expect, answer.findings ?? [])]
}
