import { Segmented } from 'antd'
import { useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { FaceKeys } from '../../app/FaceKeys'
import type { ViewProps } from '../../app/room'
import { useFocusHere } from '../../app/useFocusHere'
import type { RebateFound } from '../../data/port'
import { ExemptPages, LedgerPages } from './after/Faces'
import { Handbooks } from './after/Handbooks'
import { Batches } from './batches/Batches'
import { EnterpriseStep } from './enterprise/EnterpriseStep'
import { YearEnd } from './exempt/YearEnd'
import { Invoices } from './sources/Invoices'
import { FoundContext, useFound } from './sources/found'
import { Items } from './sources/Items'
import { Rates } from './sources/Rates'
import '../../styles/faces.css'
import './rebate.css'

const faces = {
  batches: Batches,
  items: Items,
  invoices: Invoices,
  rates: Rates,
  enterprise: EnterpriseStep,
  handbooks: Handbooks,
  ledger: LedgerPages,
  exempt: ExemptPages,
  yearEnd: YearEnd,
} as const satisfies Record<string, ComponentType>
type Face = keyof typeof faces
const names = Object.keys(faces) as Face[]

/** 出口退税: batches, what they are made of, the ledger, the month of exempt sales, and what last year left open. */
export function RebateRoom({ params }: ViewProps) {
  const { t } = useTranslation('rebate')
  const [face, setFace] = useState<Face>('batches')
  // A finding elsewhere leads to the rates it lacks.
  const asked = params['face']
  const [led, setLed] = useState<string>()
  if (asked !== led) {
    setLed(asked)
    const named = names.find((one) => one === asked)
    if (named) setFace(named)
  }
  const only = useFound(params['id'])
  const [opened, setOpened] = useState<RebateFound>()
  if (only && only !== opened) {
    setOpened(only)
    if (only.table !== 'links') setFace(only.table)
  }
  const Shown = faces[face]
  const part = useFocusHere<HTMLDivElement>(face)
  return (
    <div ref={part} tabIndex={-1} className="rebate" data-room="rebate" data-help="rebate.room">
      <Segmented<Face>
        className="face-tabs"
        aria-label={t('faces')}
        value={face}
        onChange={setFace}
        options={names.map((value) => ({ value, label: t(`face.${value}`) }))}
      />
      <FaceKeys room="rebate" faces={names} onOpen={setFace} />
      <FoundContext value={only}>
        <Shown />
      </FoundContext>
    </div>
  )
}
