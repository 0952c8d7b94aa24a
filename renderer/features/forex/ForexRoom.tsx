import { Segmented } from 'antd'
import { useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { FaceKeys } from '../../app/FaceKeys'
import type { ViewProps } from '../../app/room'
import { useFocusHere } from '../../app/useFocusHere'
import { Check } from './check/Check'
import { DutiesPanel } from './duties/DutiesPanel'
import { Individual } from './individual/Individual'
import { LawAsOf } from './LawAsOf'
import { Ledger } from './ledger/Ledger'
import { Levels } from './levels/Levels'
import { Months } from './months/Months'
import { Notes } from './notes/Notes'
import { Overview } from './overview/Overview'
import { Sources } from './sources/Sources'
import { SubjectForms } from './subject/SubjectForms'
import '../../styles/faces.css'
import './forex.css'

const faces = {
  ledger: Ledger,
  check: Check,
  levels: Levels,
  duties: DutiesPanel,
  months: Months,
  overview: Overview,
  sources: Sources,
  subject: SubjectForms,
  notes: Notes,
  individual: Individual,
} as const satisfies Record<string, ComponentType>
type Face = keyof typeof faces
const names = Object.keys(faces) as Face[]

/** 收汇与结汇: credits and what they are, three levels, pre-check, duties, month end, and the whole of it. */
export function ForexRoom({ params }: ViewProps) {
  const { t } = useTranslation('forex')
  const [face, setFace] = useState<Face>('ledger')
  // What leads here names the page; the same page may be asked for again after the officer went on to another.
  const [led, setLed] = useState<typeof params>()
  if (params !== led) {
    setLed(params)
    const named = names.find((one) => one === params['face'])
    if (named) setFace(named)
  }
  const Shown = faces[face]
  const part = useFocusHere<HTMLDivElement>(face)
  return (
    <div ref={part} tabIndex={-1} className="forex" data-room="forex" data-help="forex.room">
      <Segmented<Face>
        className="face-tabs"
        aria-label={t('faces')}
        value={face}
        onChange={setFace}
        options={names.map((value) => ({ value, label: t(`face.${value}`) }))}
      />
      <FaceKeys room="forex" faces={names} onOpen={setFace} />
      <Shown />
      <LawAsOf />
    </div>
  )
}
