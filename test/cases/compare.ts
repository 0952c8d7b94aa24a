import { abs, cmp, isDecimal, sub } from '#shared/money/decimal'
import type { Answer, Case, Difference } from './case'

const TOLERANCE = '0.005'

type Rows = readonly Record<string, unknown>[]
/** Lists whose entries are told apart by a field; every other list is compared by position. */
const keyed: Readonly<Record<string, string>> = { lines: 'line', links: 'linkNo' }
const sets: ReadonlySet<string> = new Set(['candidates'])

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function sameScalar(expected: unknown, got: unknown, tolerance: string): boolean {
  if (expected === null) return got === null || got === undefined
  if (typeof expected === 'string' && typeof got === 'string' && isDecimal(expected) && isDecimal(got)) {
    // Numbers of papers are no amounts: without a point and with many digits they are compared as text.
    if (/^\d{10,}$/.test(expected)) return expected === got
    return cmp(abs(sub(expected, got)), tolerance) <= 0
  }
  return expected === got
}

function compareList(field: string, expected: unknown[], got: unknown, tolerance: string): Difference[] {
  if (!Array.isArray(got)) return [{ field, expected, got }]
  const name = field.slice(field.lastIndexOf('.') + 1)
  if (sets.has(name)) {
    const rest = [...(got as unknown[])]
    const missing = expected.filter((one) => {
      const at = rest.findIndex((other) => sameScalar(one, other, tolerance))
      if (at >= 0) rest.splice(at, 1)
      return at < 0
    })
    return missing.length + rest.length > 0 ? [{ field, expected, got }] : []
  }
  const key = keyed[name]
  return expected.flatMap((one, at) => {
    if (key === undefined || !isRecord(one))
      return compare(`${field}[${at}]`, one, got[at] as unknown, tolerance)
    const same = (got as Rows).find(
      (row) =>
        row[key] === one[key] &&
        (one['hsCode'] === undefined || row['hsCode'] === undefined || row['hsCode'] === one['hsCode']),
    )
    return compare(`${field}[${String(one[key])}]`, one, same, tolerance)
  })
}

function compare(field: string, expected: unknown, got: unknown, tolerance: string): Difference[] {
  if (Array.isArray(expected)) return compareList(field, expected, got, tolerance)
  if (!isRecord(expected)) return sameScalar(expected, got, tolerance) ? [] : [{ field, expected, got }]
  if (!isRecord(got)) return [{ field, expected, got }]
  return Object.entries(expected).flatMap(([name, value]) => {
    const at = field === '' ? name : `${field}.${name}`
    const special = lineLists[name]
    return special ? special(at, value, got) : compare(at, value, got[name], tolerance)
  })
}

/** Fields of `expect` that ask something of another field instead of naming its value. */
const lineLists: Readonly<
  Record<string, (field: string, expected: unknown, got: Record<string, unknown>) => Difference[]>
> = {
  decidedByAnyOf: (field, expected, got) =>
    (expected as unknown[]).includes(got['decidedBy']) ? [] : [{ field, expected, got: got['decidedBy'] }],
  reasonsInclude: (field, expected, got) => {
    const reasons = (got['reasons'] ?? []) as unknown[]
    return (expected as unknown[]).every((rule) => reasons.includes(rule))
      ? []
      : [{ field, expected, got: reasons }]
  },
  reasonsExclude: (field, expected, got) => {
    const reasons = (got['reasons'] ?? []) as unknown[]
    return (expected as unknown[]).some((rule) => reasons.includes(rule))
      ? [{ field, expected, got: reasons }]
      : []
  },
}

type Stated = { rule: string; target?: string; severity?: string }
const tell = ({ rule, target = '*', severity = '*' }: Stated): string => `${severity} ${rule} ${target}`
const fits = (stated: Stated, found: Stated): boolean =>
  stated.rule === found.rule &&
  (stated.target === undefined || stated.target === found.target) &&
  (stated.severity === undefined || stated.severity === found.severity)

function compareFindings(expect: Case['expect'], findings: readonly Stated[]): Difference[] {
  const differences: Difference[] = []
  const {
    findings: exact,
    findingsScope,
    findingsInclude,
    findingsExclude,
    noOtherBlocking,
  } = expect as {
    findings?: Stated[]
    findingsScope?: string[]
    findingsInclude?: Stated[]
    findingsExclude?: Stated[]
    noOtherBlocking?: boolean
  }
  if (exact) {
    const looked = findings.filter(
      ({ rule, severity }) =>
        severity !== 'info' && (findingsScope === undefined || findingsScope.includes(rule)),
    )
    const [want, have] = [exact.map(tell).sort(), [...new Set(looked.map(tell))].sort()]
    if (want.join('\n') !== have.join('\n'))
      differences.push({ field: 'findings', expected: want, got: have })
  }
  for (const stated of findingsInclude ?? []) {
    if (findings.some((found) => fits(stated, found))) continue
    differences.push({ field: 'findingsInclude', expected: tell(stated), got: findings.map(tell) })
  }
  for (const stated of findingsExclude ?? []) {
    const found = findings.filter((one) => fits(stated, one))
    if (found.length > 0) {
      differences.push({
        field: 'findingsExclude',
        expected: `none of ${tell(stated)}`,
        got: found.map(tell),
      })
    }
  }
  if (noOtherBlocking) {
    const listed = [...(exact ?? []), ...(findingsInclude ?? [])]
    const other = findings.filter(
      (found) => found.severity === 'blocking' && !listed.some((stated) => fits(stated, found)),
    )
    if (other.length > 0) differences.push({ field: 'noOtherBlocking', expected: [], got: other.map(tell) })
  }
  return differences
}

const aboutFindings = new Set([
  'findings',
  'findingsScope',
  'findingsInclude',
  'findingsExclude',
  'noOtherBlocking',
])

/** Every field of `expect` that the answer does not meet. Only stated fields are looked at. */
export function differences({ expect, tolerance = TOLERANCE }: Case, answer: Answer): Difference[] {
  const fields = Object.fromEntries(Object.entries(expect).filter(([name]) => !aboutFindings.has(name)))
  return [...compare('', fields, answer, tolerance), ...compareFindings(expect, answer.findings ?? [])]
}
