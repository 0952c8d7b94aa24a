import type { Preview } from '#shared/import/api'
import type { FileKind } from '#shared/model/import-report'
import type { BookPort, ShopMapping } from '../../data/port'
import { formatName, jobOf, profileOf, type Plan } from './plan'

/** What is remembered about files of this format, one entry a shop. */
export async function rememberedFor(
  port: BookPort,
  kind: FileKind,
  profile: string,
  preview: Preview,
): Promise<ShopMapping[]> {
  const name = formatName(profile, preview)
  const all = await port.all('mappings')
  return all
    .map(({ record }) => record as ShopMapping)
    .filter((mapping) => mapping.kind === kind && mapping.name === name)
}

/** Keep profile, columns and answers of a file that is being imported, so that the next one of the shop asks nothing. */
export async function remember(port: BookPort, plan: Plan, why: string): Promise<void> {
  const { kind, preview, answers } = plan
  if (!preview) return
  const profile = profileOf(plan)
  // The sheet is named by the month; the next file has another one.
  const { sheet: _sheet, ...options } = jobOf(plan).options ?? {}
  const record: ShopMapping = {
    name: formatName(profile, preview),
    kind,
    platform: answers.platform ?? '',
    shop: answers.shop ?? '',
    profile,
    ...(plan.map && { map: plan.map as never }),
    options: options as Record<string, string>,
  }
  const all = await port.all('mappings')
  const same = all.find(({ record: known }) => isSame(known as ShopMapping, record))
  if (same && JSON.stringify(same.record) === JSON.stringify(record)) return
  await port.command('mapping', why, [
    { table: 'mappings', op: 'put', id: same?.id, rev: same?.rev ?? 0, record },
  ])
}

const isSame = (a: ShopMapping, b: ShopMapping) =>
  a.kind === b.kind && a.name === b.name && a.platform === b.platform && a.shop === b.shop
