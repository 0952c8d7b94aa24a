import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FaceKeys } from '../../app/FaceKeys'
import { HsPanel } from '../../app/hs/HsPanel'
import type { ViewProps } from '../../app/room'
import { Conversion } from './conversion/Conversion'
import { Flagged } from './Flagged'
import { Tables } from './Tables'
import { YearOpening } from './YearOpening'
import '../../styles/faces.css'
import './tariff.css'

const faces = ['find', 'flags', 'conversion', 'year', 'tables'] as const
type Face = (typeof faces)[number]
const isFace = (text: string | undefined): text is Face => faces.some((face) => face === text)

/** 税则与监管: the tariff in use, what it and the lists say of the goods, and what a new one or a new year asks for. */
export function TariffRoom({ params }: ViewProps) {
  const { t } = useTranslation('tariff')
  const [face, setFace] = useState<Face>()
  const shown = face ?? (isFace(params['face']) ? params['face'] : 'find')
  return (
    <div className="tariff" data-room="tariff" data-help="tariff.room">
      <FaceKeys room="tariff" faces={faces} onOpen={setFace} />
      <div className="face-tools" role="toolbar" aria-label={t('title')}>
        <Segmented<Face>
          aria-label={t('faces')}
          value={shown}
          onChange={setFace}
          options={faces.map((value) => ({ value, label: t(`face.${value}`) }))}
        />
      </div>
      {shown === 'find' && <HsPanel />}
      {shown === 'flags' && <Flagged />}
      {shown === 'conversion' && <Conversion />}
      {shown === 'year' && <YearOpening onConversion={() => setFace('conversion')} />}
      {shown === 'tables' && <Tables />}
    </div>
  )
}
