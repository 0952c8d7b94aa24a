import { useTranslation } from 'react-i18next'
import { resultText } from '#shared/forex/verdict'
import { FigureTree } from '../../../app/grounds/FigureTree'
import { showAmount } from '../../../components/numbers'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import { FindingList } from '../check/FindingList'
import { RunBar } from '../check/RunBar'
import { resultTones } from '../words'
import { useCredit } from './context'
import { placeOf } from './steps'

const amounts = [
  'credited',
  'matchedGross',
  'supportedGross',
  'foreignCharges',
  'excess',
  'unexplained',
  'needsRegistration',
] as const

/** The verdict with its amounts; those that can be presented and are held open to how they were made. */
function Verdict() {
  const { t } = useTranslation('forex')
  const show = useText()
  const { credit } = useCredit()
  const { verdict, row } = credit
  if (!verdict) return <p className="face-note">{t('verdict.none')}</p>
  return (
    <section className="face-card forex-verdict" aria-label={t('verdict.title')} data-help="forex.verdict">
      <div className="face-tools">
        <StateTag tone={resultTones[verdict.result]}>{show(resultText[verdict.result])}</StateTag>
        {amounts.map((amount) => (
          <span key={amount} className="face-figure">
            <span>{t(`verdict.${amount}`)}</span> <b>{showAmount(verdict[amount], row.currency)}</b>
          </span>
        ))}
      </div>
      {verdict.figures.map((figure) => (
        <FigureTree key={figure.figure} figure={figure} />
      ))}
      <p className="face-note">{t('verdict.says')}</p>
    </section>
  )
}

/** 预检: the verdict of this receipt, and everything that was found about it. */
export function FindingsStep() {
  const { credit, run, go } = useCredit()
  return (
    <div className="face-page" data-help="forex.findings">
      <RunBar run={run} />
      <Verdict />
      {credit.verdict && (
        <FindingList
          run={run?.run}
          credit={credit.row.id}
          onJump={({ rule, field }) => go(placeOf(rule, field))}
        />
      )}
    </div>
  )
}
