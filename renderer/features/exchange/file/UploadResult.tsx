import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { StateTag, type StateTone } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import { shortId } from '../states'
import type { Uploaded } from './carrying'

type Report = Uploaded['report']

const tones: Record<Report['batches'][number]['state'], StateTone> = {
  accepted: 'good',
  partial: 'waiting',
  refused: 'bad',
  working: 'running',
  'not-sent': 'bad',
}

/** How each batch fared at the service, in words with the service's own code. */
export function UploadResult({ report }: { report: Report }) {
  const { t } = useTranslation('carry')
  const show = useText()
  const { batches, receipts, service, selfCheck, fault } = report
  return (
    <div data-testid="carry-result">
      {fault && (
        <Alert
          type="error"
          showIcon
          title={
            <>
              {t('result.stopped')} {show(fault.message)} <code>{fault.code}</code>
            </>
          }
          description={show(fault.fix)}
        />
      )}
      {service && <p>{t('result.service', { name: service.name, address: service.address })}</p>}
      {selfCheck && <p>{t('result.selfCheck', selfCheck)}</p>}
      <table hidden={batches.length === 0} className="carry-table" aria-label={t('result.title')}>
        <thead>
          <tr>
            {['batch', 'state', 'accepted', 'duplicate', 'refused', 'why'].map((key) => (
              <th key={key}>{t(`result.${key}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {batches.map(({ batchId, state, accepted, duplicate, refused, fault: why }) => (
            <tr key={batchId}>
              <td>
                <code>{shortId(batchId)}</code>
              </td>
              <td>
                <StateTag tone={tones[state]}>{t(`state.${state}`)}</StateTag>
              </td>
              <td>{accepted}</td>
              <td>{duplicate}</td>
              <td>{refused}</td>
              <td>{why && `${show(why.message)} ${why.code}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!selfCheck && <p>{t('result.receipts', { receipts })}</p>}
    </div>
  )
}
