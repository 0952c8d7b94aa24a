import { useTranslation } from 'react-i18next'
import type { ForexFinding } from '#shared/forex/cite'
import { RuleLink } from '../../app/grounds/RuleLink'
import { StateTag } from '../../components/StateTag'
import { useText } from '../../components/text'
import { severityTones } from './words'

/** Findings that stand beside figures: what they say and what to do, with the rule that leads to its grounds. */
export function FindingLines({ findings, none }: { findings: readonly ForexFinding[]; none?: string }) {
  const { t } = useTranslation('forex')
  const show = useText()
  if (findings.length === 0) return none === undefined ? null : <p className="face-note">{none}</p>
  return (
    <ul className="face-list">
      {findings.map(({ rule, severity, target, field, text, fix }) => (
        <li key={`${rule} ${target} ${field} ${text.en}`}>
          <StateTag tone={severityTones[severity]}>{t(`severity.${severity}`)}</StateTag>{' '}
          <RuleLink rule={rule} /> {show(text)} <span className="face-note">{show(fix)}</span>
        </li>
      ))}
    </ul>
  )
}
