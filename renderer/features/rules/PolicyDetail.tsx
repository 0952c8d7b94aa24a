import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Citing, Policy } from '#shared/policy/catalogue'
import { StateTag } from '../../components/StateTag'
import { useText } from '../../components/text'
import { daysOf, seenOf, seenTones, strengthTones } from './columns'

type Props = { policy: Policy; citing: readonly Citing[]; onRule: (id: string) => void }

/** One document in our own words, how much of it was read, what is open, and every rule that rests on it. */
export function PolicyDetail({ policy, citing, onRule }: Props) {
  const { t } = useTranslation('rules')
  const show = useText()
  return (
    <article className="rule-detail" aria-label={policy.document} data-help="rules.document">
      <h2>
        {policy.document}
        <StateTag tone={seenTones[seenOf(policy)]}>{t(`seen.${seenOf(policy)}`)}</StateTag>
      </h2>
      <p className="face-note">{show(policy.title)}</p>
      <dl>
        {policy.dated && (
          <>
            <dt>{t('dated')}</dt>
            <dd>{policy.dated}</dd>
          </>
        )}
        <dt>{t('holds')}</dt>
        <dd>{daysOf(policy) || t('notKnown')}</dd>
        <dt>{t('settles')}</dt>
        <dd>
          {policy.says.map((said) => (
            <p key={said.en}>{show(said)}</p>
          ))}
        </dd>
        {policy.open && (
          <>
            <dt>
              <StateTag tone="waiting">{t('strength.to-confirm')}</StateTag>
            </dt>
            <dd>{show(policy.open)}</dd>
          </>
        )}
      </dl>
      <h3>{t('citedBy', { count: citing.length })}</h3>
      <table className="face-plain">
        <tbody>
          {citing.map(({ rule, basis }) => (
            <tr key={`${rule.id} ${basis.article} ${daysOf(basis)} ${basis.strength}`}>
              <td className="rule-link">
                <Button type="link" size="small" onClick={() => onRule(rule.id)}>
                  {rule.id}
                </Button>
              </td>
              <td>{basis.article}</td>
              <td>{show(rule.text)}</td>
              <td>
                <StateTag tone={strengthTones[basis.strength]}>{t(`strength.${basis.strength}`)}</StateTag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  )
}
