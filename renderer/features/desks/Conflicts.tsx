import { Alert, App, Empty } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { useAct } from '../../app/useAct'
import { useText } from '../../components/text'
import { choose, chooseAll, decisionsOf } from './choices'
import type { Choices } from './choices'
import { ConflictCard } from './ConflictCard'
import { useConflicts } from './useDeskState'

/** Cards on the screen; with more, those on top are decided first, or all at once. */
const mostShown = 100
/** Records named in the preview of a decision about all. */
const mostNamed = 12

/** 冲突: what several desks wrote into one field, side by side. Nothing is decided until somebody takes a side. */
export function Conflicts() {
  const { t } = useTranslation('desks')
  const show = useText()
  const port = useBook()
  const { modal } = App.useApp()
  const { refuse, offerUndo } = useAct()
  const [choices, setChoices] = useState<Choices>({})
  const [busy, setBusy] = useState(false)
  const { value: views = [], state } = useConflicts()
  const decisions = decisionsOf(views, choices)

  const decide = async (chosen: Choices, why: string) => {
    const made = decisionsOf(views, chosen)
    setBusy(true)
    try {
      const n = await port.resolveConflicts(made, why)
      setChoices({})
      offerUndo(t('resolved', { n }), undefined)
    } catch (error) {
      refuse(error)
    } finally {
      setBusy(false)
    }
  }
  const decideAll = (side: 'mine' | 'theirs') => {
    const named = views.slice(0, mostNamed).map(({ name, title }) => `${show(title)} ${name}`)
    modal.confirm({
      title: t(`all.${side}`, { n: views.length }),
      content: (
        <>
          <p>{t(`all.${side}What`)}</p>
          <ul className="conflict-preview">
            {named.map((name) => (
              <li key={name}>{name}</li>
            ))}
            {views.length > mostNamed && <li>{t('all.more', { n: views.length - mostNamed })}</li>}
          </ul>
        </>
      ),
      okText: t('apply'),
      onOk: () => decide(chooseAll(views, side), t(`all.${side}`, { n: views.length })),
    })
  }
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  if (views.length === 0) return <Empty description={t('noConflicts')} />
  return (
    <div className="conflicts">
      <div className="desk-tools" role="toolbar" aria-label={t('conflictTools')}>
        <ActButton
          does="resolveConflicts"
          type="primary"
          loading={busy}
          disabled={decisions.length === 0}
          onClick={() => void decide(choices, t('why.resolve'))}
        >
          {t('applyChosen', { n: decisions.length })}
        </ActButton>
        <ActButton does="resolveConflicts" disabled={busy} onClick={() => decideAll('mine')}>
          {t('all.mine', { n: views.length })}
        </ActButton>
        <ActButton does="resolveConflicts" disabled={busy} onClick={() => decideAll('theirs')}>
          {t('all.theirs', { n: views.length })}
        </ActButton>
        <span className="desk-hint">{t('conflictHint')}</span>
      </div>
      {views.slice(0, mostShown).map((view) => (
        <ConflictCard
          key={view.id}
          view={view}
          chosen={choices[view.id] ?? {}}
          onChoose={(path, side) => setChoices((before) => choose(before, view.id, path, side))}
          onWhole={(side) => setChoices((before) => ({ ...before, ...chooseAll([view], side) }))}
        />
      ))}
    </div>
  )
}
