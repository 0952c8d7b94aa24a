import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { useQueryState } from '../../app/useQuery'
import type { DeskState } from '../../data/port'
import { MoveWizard } from './MoveWizard'

/** The way to another computer, and back to the file when it was lost. */
export function Move() {
  const { t } = useTranslation('safety')
  const port = useBook()
  const [moving, setMoving] = useState(false)
  const { value: desk } = useQueryState(() => port.deskState() as Promise<DeskState>, 0)
  return (
    <section className="face-card" aria-label={t('moving.title')}>
      <h2>{t('moving.title')}</h2>
      <p className="face-note">{t(desk?.moved ? 'moving.isOut' : 'moving.what')}</p>
      <div className="face-tools">
        <ActButton does="moveOut" data-help="safety.move" onClick={() => setMoving(true)}>
          {t(desk?.moved ? 'moving.again' : 'moving.button')}
        </ActButton>
      </div>
      {moving && desk && <MoveWizard desk={desk} onClose={() => setMoving(false)} />}
    </section>
  )
}
