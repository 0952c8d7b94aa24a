import { pinyin } from 'pinyin-pro'
import { proposalsOf } from '#shared/control/flags'
import { DecisionIndex, TariffIndex } from '#shared/tariff/search'
import type { TariffPort } from '../../data/port'
import { convert, preview } from './conversion'
import { describe, editions, tariffOf, type TariffOfDay } from './editions'
import type { FilingStore } from './store'

/** First letters of every reading of a character, small. */
const initialsOf = (character: string): string =>
  pinyin(character, { multiple: true, pattern: 'first', toneType: 'none', separator: '' })

/**
 * A table of tens of thousands of lines takes a second to be made searchable; so of a day's table only one is kept. Of two days
 * whose lines began last on the same day the later has some of the earlier's lines: as many are all of them.
 */
export function indexOn(store: FilingStore, { used, tariff }: TariffOfDay): Promise<TariffIndex> {
  const { rows } = tariff
  const begun = rows.reduce((last, { from = '' }) => (from > last ? from : last), '')
  const name = `tariff index ${used.importId} ${used.complete} ${begun} ${rows.length}`
  store.forget('tariff index ', name)
  return store.made(name, [], () => Promise.resolve(new TariffIndex(tariff, initialsOf)))
}

const decisions = (store: FilingStore): Promise<DecisionIndex> =>
  store.made(
    'own decisions',
    ['goods'],
    async () => new DecisionIndex(await store.records('goods'), initialsOf),
  )

/** 税则: editions, search, 税则转版. */
export const tariffVerbs = (store: FilingStore): Omit<TariffPort, 'yearOpening' | 'workCalendars'> => ({
  tariffEditions: () => editions(store),

  describeTariff: (importId, edit, why) => describe(store, importId, edit, why),

  async searchTariff({ query, on, limit = 50 }) {
    const found = await tariffOf(store, on)
    const index = await indexOn(store, found)
    return { used: found.used, hits: index.search(query, { own: await decisions(store), limit }) }
  },

  async tariffLine(code, on) {
    const found = await tariffOf(store, on)
    const row = (await indexOn(store, found)).row(code)
    return row && { used: found.used, row, proposals: proposalsOf(row, found.tariff) }
  },

  previewConversion: (query) => preview(store, query),

  convertGoods: (on, decided, why) => convert(store, on, new Map(decided), why),
})
