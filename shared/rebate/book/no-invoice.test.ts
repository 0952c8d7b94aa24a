import { expect, it } from 'vitest'
import { facts } from './batch-facts.test-data'
import { runOf } from './run'

/** A retail 报关单 without any invoice, of an enterprise of a zone that answered for all its 清单, or did not. */
const treated = (
  supervisionMode: string,
  exportDate: string,
  told: { [tick: string]: boolean } | undefined,
) => {
  const given = facts()
  const run = runOf({
    ...given,
    enterprise: { ...given.enterprise, zone: { registered: true }, platformRegistered: true },
    rules: { ...given.rules, ...(told && { exempt: told }) },
    lines: given.lines.slice(0, 1).map(({ item, line }) => ({
      item: { ...item, supervisionMode, exportDate },
      line: { ...line, exportDate },
    })),
    links: [],
  })
  const [{ treatment, decidedBy }] = run.lines as [(typeof run.lines)[number]]
  return [treatment, decidedBy]
}
const all = { platformRecordComplete: true, clearedAtZoneCustoms: true }

it.each([
  ['9610', '2025-12-31', all, 'exempt', 'RB-B13'],
  ['1210', '2025-12-31', all, 'exempt', 'RB-B13'],
  ['9610', '2026-01-01', all, 'needs-confirmation', 'RB-B13'],
  ['9610', '2025-12-31', { ...all, clearedAtZoneCustoms: false }, 'needs-confirmation', 'RB-B12'],
  ['9610', '2025-12-31', undefined, 'needs-confirmation', 'RB-B12'],
  ['9610', '2026-01-01', undefined, 'taxed', 'RB-B12'],
  ['9710', '2026-01-01', all, 'taxed', 'RB-B12'],
  ['0110', '2025-12-31', all, 'needs-confirmation', 'RB-B12'],
] as const)('%s of %s without an invoice, told %j: %s by %s', (mode, day, told, treatment, rule) => {
  expect(treated(mode, day, told)).toEqual([treatment, rule])
})
