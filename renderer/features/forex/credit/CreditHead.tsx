import { useTranslation } from 'react-i18next'
import { creditNatures } from '#shared/forex/ledger/claims'
import { resultText } from '#shared/forex/verdict'
import { showAmount } from '../../../components/numbers'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import { resultTones, stageTones } from '../words'
import { useCredit } from './context'

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <span className="face-figure">
      <span>{name}</span> <b>{value}</b>
    </span>
  )
}

/** Always on the screen: what came, what it is, what can be presented and what is held. */
export function CreditHead() {
  const { t } = useTranslation('forex')
  const show = useText()
  const {
    credit: { row },
    run,
  } = useCredit()
  const { day, currency, amount, stage, nature, shop, left, result, eligible, held, declareBy } = row
  const money = (value: string) => showAmount(value, currency)
  return (
    <header className="face-head" data-help="forex.credit">
      <h1>
        {day} {currency} {money(amount)}
        <StateTag tone={stageTones[stage]}>{t(`stage.${stage}`)}</StateTag>
        {result !== '' && <StateTag tone={resultTones[result]}>{show(resultText[result])}</StateTag>}
        {/* What was handed in stands as it was judged then. */}
        {run?.outdated && stage !== 'presented' && <StateTag tone="waiting">{t('run.old')}</StateTag>}
      </h1>
      {nature !== '' && <Figure name={t('credit.nature')} value={show(creditNatures[nature])} />}
      {shop !== '' && <Figure name={t('credit.shop')} value={shop} />}
      <Figure name={t('credit.left')} value={money(left)} />
      {result !== '' && (
        <>
          <Figure name={t('credit.eligible')} value={money(eligible)} />
          <Figure name={t('credit.held')} value={money(held)} />
        </>
      )}
      {declareBy !== '' && <Figure name={t('credit.declareBy')} value={declareBy} />}
    </header>
  )
}
