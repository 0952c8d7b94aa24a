import { taxStatuses } from '#shared/import-tax/tax-bill'
import { StateTag } from './StateTag'
import { useText } from './text'

/** 税单状态 by its code. `entDutyNo`: the payment document it was summarised into, '' while there is none. */
export function TaxState({ status, entDutyNo }: { status: string; entDutyNo: string }) {
  const show = useText()
  return (
    <StateTag tone={status === '3' ? 'neutral' : entDutyNo === '' ? 'waiting' : 'good'}>
      {taxStatuses[status] ? show(taxStatuses[status]) : status}
    </StateTag>
  )
}
