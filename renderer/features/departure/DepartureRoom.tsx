import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewProps } from '../../app/room'
import { Bills } from './Bills'
import { Departures } from './Departures'
import { Parties } from './Parties'
import { Weights } from './Weights'
import '../../styles/faces.css'
import './departure.css'

const faces = ['weights', 'bills', 'departures', 'parties'] as const
type Face = (typeof faces)[number]

/** From the warehouse's scales to the aircraft: weights, bills, 总分单, and who reports what. */
export function DepartureRoom({ params }: Partial<ViewProps>) {
  const { t } = useTranslation('departure')
  const [face, setFace] = useState<Face>('weights')
  // A number that was searched for leads to where it stands.
  const found = params?.['id']
  const [shown, setShown] = useState<string>()
  if (found && found !== shown) {
    setShown(found)
    setFace('departures')
  }
  return (
    <div className="departure" data-room="departure" data-help="departure.room">
      <Segmented<Face>
        aria-label={t('faces')}
        className="departure-faces"
        value={face}
        onChange={setFace}
        options={faces.map((one) => ({ value: one, label: t(`face.${one}`) }))}
      />
      {face === 'weights' && <Weights />}
      {face === 'bills' && <Bills onDeparted={() => setFace('departures')} />}
      {face === 'departures' && <Departures found={found} />}
      {face === 'parties' && <Parties />}
    </div>
  )
}
