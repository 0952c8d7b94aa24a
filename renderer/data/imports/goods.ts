import type { Goods } from '#shared/model/goods'
import { standingOverrides } from '#shared/provenance/derived'
import { goodsKey } from '#shared/import/key'
import type { BookContext } from '../context'
import { getRecords } from '../read/records'
import { keyedId } from '../sealing/blind'
import { command } from '../write/command'
import { goodsGroup } from './end'
import { noProgress, progressIn } from './progress'

/** Goods written by one command. */
const perCommand = 500

/** Write imported goods over those of the same SKU; one group with the import, so that they are undone with it. */
export async function saveGoods(
  context: BookContext,
  who: string,
  importId: string,
  file: string,
  goods: readonly Goods[],
): Promise<void> {
  for (let i = 0; i < goods.length; i += perCommand) {
    const part = goods.slice(i, i + perCommand)
    await command(
      context,
      'goods.import',
      who,
      file,
      async (draft) => {
        await draft.prefetch('goods', await Promise.all(part.map((record) => draft.idOf('goods', record))))
        for (const record of part) {
          const { overrides } = (await draft.get('goods', await draft.idOf('goods', record)))?.record ?? {}
          const kept = standingOverrides(record, overrides)
          await draft.put('goods', { ...record, ...(kept && { overrides: kept }) })
        }
      },
      {
        group: goodsGroup(importId),
        extra: {
          tables: ['meta'],
          async run(tx) {
            const progress = (await progressIn(tx, importId)) ?? noProgress(importId)
            await tx.table('meta').put({ ...progress, records: progress.records + part.length })
          },
        },
      },
    )
  }
}

/** Stored goods under the importer's business keys, as a sheet has them. */
export async function storedGoods(
  context: BookContext,
  keys: readonly string[],
): Promise<Map<string, Goods>> {
  const skus = keys.map((key) => key.slice(goodsKey('').length).replaceAll('\\|', '|'))
  const ids = await Promise.all(skus.map((sku) => keyedId(context.keys, 'goods', [sku])))
  const found = await getRecords(context, 'goods', ids)
  const byId = new Map(found.map(({ id, record }) => [id, record]))
  return new Map(
    keys.flatMap((key, i) => {
      const stored = byId.get(ids[i]!)
      if (!stored) return []
      const { overrides: _overrides, ...record } = stored
      return [[key, record] as const]
    }),
  )
}
