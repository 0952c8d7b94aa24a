import { useState } from 'react'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ViewProps } from '../../app/room'
import { Agency } from './agency/Agency'
import { PartyList } from './PartyList'
import '../../styles/faces.css'
import './filing.css'

const faces = ['parties', 'agency'] as const
type Face = (typeof faces)[number]

/** 主体备案: masters that are filed once for everybody, and for whom an agent may work. `face` as param opens the second. */
export function FilingRoom({ params }: ViewProps) {
  const { t } = useTranslation('filing')
  const [chosen, setFace] = useState<Face>()
  const face = chosen ?? (params['face'] === 'agency' ? 'agency' : 'parties')
  const choice = (
    <Segmented<Face>
      aria-label={t('faces')}
      value={face}
      onChange={setFace}
      options={faces.map((value) => ({ value, label: t(`face.${value}`) }))}
    />
  )
  return (
    <div className="filing" data-room="filing" data-help="filing.room">
      {face === 'parties' ? <PartyList faces={choice} /> : <Agency faces={choice} />}
    </div>
  )
}
