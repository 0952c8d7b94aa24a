import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../../app/book'
import { everyRow } from '../../../app/list/pages'
import { nothingSelected } from '../../../components/grid'
import type { Filter, RebateInvoiceRow, RebateLineRow, RebateLinkRow } from '../../../data/port'
import { useAttempt } from '../../../app/useAttempt'
import type { RebateList } from '../useRebateList'
import { useWizard } from '../wizard/context'

/** More rows than this do not go under one number by hand. */
const handRows = 50

export type HandSides = { lines: RebateLineRow[]; invoices: RebateInvoiceRow[]; links: RebateLinkRow[] }
type Lists = { lines: RebateList<'lines'>; invoices: RebateList<'invoices'>; links: RebateList<'links'> }

/** What is done with the three lists of 配单: link by hand, dissolve, merge. */
export function useLinkActs({ lines, invoices, links }: Lists) {
  const { t } = useTranslation('rebate')
  const port = useBook()
  const act = useAttempt()
  const { batch } = useWizard()
  const { message } = App.useApp()
  const [hand, setHand] = useState<HandSides>()
  const clear = () => {
    setHand(undefined)
    for (const { setSelection } of [lines, invoices]) setSelection(nothingSelected)
    links.setSelection(nothingSelected)
  }
  const linksOf = (filter?: Filter): Promise<RebateLinkRow[]> =>
    everyRow((offset, limit) =>
      port.rebatePage({ table: 'links', batch: batch.id, ...(filter && { filter }), offset, limit }),
    )
  const pickedLinks = async () => (links.picked ? linksOf(links.picked) : [])
  return {
    hand,
    clear,
    closeHand: () => setHand(undefined),
    openHand: () =>
      act(async () => {
        if (!lines.picked || !invoices.picked) return
        const of = { offset: 0, limit: handRows }
        const [own, bought, known] = await Promise.all([
          port.rebatePage({ table: 'lines', batch: batch.id, filter: lines.picked, ...of }),
          port.rebatePage({ table: 'invoices', filter: invoices.picked, ...of }),
          linksOf(),
        ])
        setHand({ lines: own.rows, invoices: bought.rows, links: known })
      }),
    dissolve: () =>
      act(async () => {
        const numbers = (await pickedLinks()).map(({ linkNo }) => linkNo)
        await port.unlinkRebate(batch.id, numbers, t('why.unlink'))
        clear()
        void message.success(t('link.dissolved', { count: numbers.length }))
      }),
    merge: () =>
      act(async () => {
        const [into, ...others] = (await pickedLinks()).map(({ linkNo }) => linkNo).sort()
        if (into === undefined) return
        for (const from of others) await port.mergeRebateLinks(batch.id, into, from, t('why.merge'))
        clear()
        void message.success(t('link.merged', { linkNo: into }))
      }),
  }
}
