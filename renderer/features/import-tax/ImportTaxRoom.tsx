import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReadMessages } from '../../app/read-messages/ReadMessages'
import { Deliveries } from './Deliveries'
import { TaxBills } from './TaxBills'
import './import-tax.css'

const faces = ['bills', 'deliveries'] as const
type Face = (typeof faces)[number]

/** What retail import has to pay, and what the site took in. */
export function ImportTaxRoom() {
  const { t } = useTranslation('import-tax')
  const [face, setFace] = useState<Face>('bills')
  return (
    <div className="import-tax" data-room="import-tax" data-help="import-tax.room">
      <div className="import-tax-tools">
        <Segmented<Face>
          aria-label={t('faces')}
          value={face}
          onChange={setFace}
          options={faces.map((one) => ({ value: one, label: t(`face.${one}`) }))}
        />
        <span className="import-tax-space" />
        <ReadMessages />
      </div>
      {face === 'bills' ? <TaxBills /> : <Deliveries />}
    </div>
  )
}
