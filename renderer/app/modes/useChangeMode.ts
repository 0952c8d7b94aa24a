import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isByEntry, type ModePath } from '#shared/model/mode'
import type { Text } from '#shared/model/text'
import { describeFailure } from '../../components/failure'
import type { Filter, ModePreview } from '../../data/port'
import { useBook } from '../book'
import { useAct } from '../useAct'

const nothing: ModePreview = {
  orders: 0,
  compared: 0,
  refused: 0,
  of: 0,
  kept: 0,
  changes: [],
  rules: [],
  declared: 0,
  drafts: [],
}

/** The preview of one way for the orders of a filter, and the act. Drafts follow: built again, or void. */
export function useChangeMode(orders: Filter, path: ModePath | '' | undefined, onDone: () => void) {
  const { t } = useTranslation('modes')
  const port = useBook()
  const { offerUndo, refuse } = useAct()
  const [found, setFound] = useState<{ of: string; preview?: ModePreview; failure?: Text }>()
  const [busy, setBusy] = useState(false)
  const of = JSON.stringify([orders, path])
  useEffect(() => {
    if (path === undefined) return undefined
    let left = false
    const asked =
      path === '' ? previewOfTemplate(port.totals('orders', orders)) : port.modePreview(orders, path)
    asked.then(
      (preview) => !left && setFound({ of, preview }),
      (error: unknown) => !left && setFound({ of, failure: describeFailure(error).text }),
    )
    return () => {
      left = true
    }
    // The filter is part of `of`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [of, path, port])
  const mine = found?.of === of ? found : undefined

  const change = async () => {
    const preview = mine?.preview
    if (!preview || path === undefined) return
    setBusy(true)
    try {
      const { group, changed } = await port.bulkEdit('orders', orders, { mode: path }, t('why'))
      const lists = { ids: preview.drafts }
      const follow = () =>
        path !== '' && isByEntry(path) ? port.voidLists(lists, t('why')) : port.rebuild(lists, t('why'))
      if (preview.drafts.length > 0) await follow()
      // A booking for a warehouse owes no payment: what is due is found anew.
      await port.match({ patient: true })
      offerUndo(t('said', { count: changed }), group)
      onDone()
    } catch (error) {
      refuse(error)
    } finally {
      setBusy(false)
    }
  }
  return { preview: mine?.preview, failure: mine?.failure, busy, change }
}

/** Leaving it to the template again compares nothing: which one is taken is chosen when lists are built. */
const previewOfTemplate = async (totals: Promise<{ rows: number }>): Promise<ModePreview> => ({
  ...nothing,
  orders: (await totals).rows,
})
