import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../../app/book'
import { useDraft } from '../../../app/drafts'
import { describeFailure, type Failure } from '../../../components/failure'
import type { FormValues } from '../../../components/record-form/RecordForm'
import { showTime } from '../../../components/time'
import type { PartyView } from '../../../data/port'
import { keyOf, partyOf, valuesOf } from './fields'
import { noHistory, redo, remember, stepsBetween, undo, type History } from './history'

/** A stored master is written this long after the last key. */
const pauseMs = 2000

type Wanted = { id: string; title: string; stored: FormValues; view: PartyView | undefined }
export type PartyDraft = ReturnType<typeof usePartyDraft>

/**
 * The input of a master: over what is stored, with steps to take back, and written by itself once the officer pauses. A new
 * one is written when it is saved for the first time, because its key is typed like everything else.
 */
export function usePartyDraft({ id, title, stored, view }: Wanted) {
  const { t } = useTranslation('filing')
  const port = useBook()
  const { values, change, drop, dirty, moved, keepOwn } = useDraft(id, title, stored)
  const [history, setHistory] = useState<History>(noHistory)
  const [failure, setFailure] = useState<Failure>()
  const [savedAt, setSavedAt] = useState<string>()
  const writing = useRef<Promise<string | undefined>>(undefined)
  /** What this form wrote last: its coming back from the book is no change of another window. */
  const written = useRef<string>(undefined)

  const edit = useCallback(
    (key: string, after: string) => {
      const step = { key, before: values[key] ?? '', after }
      if (step.before === step.after) return
      setHistory((before) => remember(before, step))
      setFailure(undefined)
      change(key, after)
    },
    [change, values],
  )
  const go = (direction: typeof undo) => {
    const gone = direction(history)
    if (!gone) return
    setHistory(gone.history)
    change(gone.step.key, direction === undo ? gone.step.before : gone.step.after)
  }
  /** Fill in many fields, as from a former filing; each is a step. */
  const take = (next: FormValues) => {
    for (const step of stepsBetween(values, { ...values, ...next })) edit(step.key, step.after)
  }

  const own = JSON.stringify(stored)
  const isOwnEcho = written.current === own
  useLayoutEffect(() => {
    if (written.current !== own) return
    if (JSON.stringify(valuesOf(partyOf(values))) === own) drop()
    else keepOwn()
    written.current = undefined
    // Only what comes back from the book is of interest here; later keys are a draft over it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [own])

  const write = useCallback(
    async (why: string): Promise<string | undefined> => {
      const party = partyOf(values)
      const key = view?.key ?? keyOf(party)
      if (key === undefined) return undefined
      written.current = JSON.stringify(valuesOf(party))
      try {
        await port.putParty(key, party, view?.rev ?? 0, why)
        setSavedAt(new Date().toISOString())
        setFailure(undefined)
        return key
      } catch (error) {
        written.current = undefined
        setFailure(describeFailure(error))
        return undefined
      }
    },
    [port, values, view],
  )
  /**
   * Write what is typed. Resolves to its key, or undefined where it was refused and said so. Where it is being written by
   * itself at that moment its answer is given, so that a button that is pressed just then does what it says.
   */
  const save = useCallback(
    (why: string): Promise<string | undefined> => {
      writing.current ??= write(why).finally(() => (writing.current = undefined))
      return writing.current
    },
    [write],
  )

  const isTheirs = moved.length > 0 && !isOwnEcho
  const isIdle = !dirty || !view || failure !== undefined || isTheirs || values['roles'] === ''
  useEffect(() => {
    if (isIdle) return undefined
    const timer = setTimeout(() => void save(t('autosave')), pauseMs)
    return () => clearTimeout(timer)
  }, [isIdle, save, t])

  const said = dirty
    ? t(view ? 'typing' : 'unsaved')
    : savedAt
      ? t('savedAt', { time: showTime(savedAt).slice(11) })
      : ''
  return {
    values,
    edit,
    take,
    save,
    drop,
    dirty,
    failure,
    said,
    newer: isTheirs ? { stored, fields: moved, labels: {}, onKeepOwn: keepOwn, onDrop: drop } : undefined,
    undo: history.done.length > 0 ? () => go(undo) : undefined,
    redo: history.undone.length > 0 ? () => go(redo) : undefined,
  }
}
