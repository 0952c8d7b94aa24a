import { App, Button } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { describeFailure } from '../components/failure'
import { useText } from '../components/text'
import { useDoneNotice } from '../components/useDoneNotice'
import type { Change, Done } from '../data/port'
import { useBook } from './book'
import { remedyOf } from './remedy'

/** What is written, under which name and why, and the sentence that says it was done. */
export type Act = { name: string; why: string; changes: Change[]; said: string }

/** How far back the journal is searched for the act that was just done; other windows write too. */
const recent = 50

/**
 * Write to the book and say so, with the way back beside it. A refusal is shown in words and thrown on, so that a form
 * keeps its input.
 */
export function useAct() {
  const port = useBook()
  const show = useText()
  const { t } = useTranslation('acts')
  const { notification } = App.useApp()
  const sayDone = useDoneNotice()

  const refuse = useCallback(
    (error: unknown) => {
      const { code, text } = describeFailure(error)
      const remedy = remedyOf(code)
      const key = `refused-${code}`
      const go = () => {
        notification.destroy(key)
        remedy?.go()
      }
      notification[remedy?.kept ? 'info' : 'error']({
        key,
        title: show(text),
        duration: 0,
        ...(remedy && {
          actions: (
            <Button size="small" onClick={go}>
              {t(remedy.words)}
            </Button>
          ),
        }),
      })
    },
    [notification, show, t],
  )

  /** A notice with 撤销; `group` is what the journal knows the act by. */
  const offerUndo = useCallback(
    (said: string, group: string | undefined) => {
      const run = () =>
        void port.undo(group!, t('undoReason')).then(() => notification.info({ title: t('undone') }), refuse)
      sayDone({ key: `act-${group}`, title: said, undo: group ? { label: t('undo'), run } : undefined })
    },
    [notification, port, refuse, sayDone, t],
  )

  const act = useCallback(
    async ({ name, why, changes, said }: Act): Promise<Done> => {
      try {
        const done = await port.command(name, why, changes)
        const { entries } = await port.journal(0, recent)
        offerUndo(said, entries.find((entry) => entry.seq === done.seq)?.group)
        return done
      } catch (error) {
        refuse(error)
        throw error
      }
    },
    [offerUndo, port, refuse],
  )
  return { act, offerUndo, refuse }
}
