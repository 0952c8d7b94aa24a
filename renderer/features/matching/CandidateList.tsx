import { Checkbox, Empty } from 'antd'
import { useTranslation } from 'react-i18next'
import { groupDigits } from '../../components/numbers'
import { StateTag } from '../../components/StateTag'
import type { Candidate } from './useCandidates'

const tones = { near: 'waiting', own: 'good', found: 'neutral' } as const

function facts(one: Candidate): string[] {
  if (one.table === 'payments') {
    const { orderNo, currency, amount, day } = one.row
    return [orderNo, `${currency} ${groupDigits(amount)}`, day]
  }
  const { orderNo, grossWeight, day } = one.row
  return [orderNo, grossWeight && `${grossWeight} kg`, day]
}

type CandidateListProps = {
  candidates: readonly Candidate[]
  picked: ReadonlySet<string>
  onPick: (id: string, on: boolean) => void
}

/** Documents that may belong to the order, to be ticked. Those that count already need no tick. */
export function CandidateList({ candidates, picked, onPick }: CandidateListProps) {
  const { t } = useTranslation('matching')
  if (candidates.length === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('manual.noCandidates')} />
  }
  return (
    <ul className="candidates">
      {candidates.map((one) => {
        const { id } = one.row
        const number = one.table === 'payments' ? one.row.paymentNo : one.row.waybillNo
        const own = one.standing === 'own'
        return (
          <li key={id}>
            <Checkbox
              checked={own || picked.has(id)}
              disabled={own}
              onChange={(event) => onPick(id, event.target.checked)}
            >
              {t(`document.${one.table}`)} {number}
            </Checkbox>
            <StateTag tone={tones[one.standing]}>{t(`standing.${one.standing}`)}</StateTag>
            <span className="candidate-facts">{facts(one).filter(Boolean).join(' · ')}</span>
          </li>
        )
      })}
    </ul>
  )
}
