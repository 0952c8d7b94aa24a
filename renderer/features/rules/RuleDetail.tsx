import { useTranslation } from 'react-i18next'
import type { CatalogueRule } from '#shared/policy/catalogue'
import { Button } from 'antd'
import { StateTag } from '../../components/StateTag'
import { useText } from '../../components/text'
import { daysOf, severityTones, strengthTones } from './columns'

type Props = { rule: CatalogueRule; onDocument: (document: string) => void }

/** One rule: what it says, what to do, for which days, and on which ground; each document leads to its page. */
export function RuleDetail({ rule, onDocument }: Props) {
  const { t } = useTranslation('rules')
  const show = useText()
  return (
    <article className="rule-detail" aria-label={rule.id} data-help="rules.rule">
      <h2>
        {rule.id}
        <StateTag tone={severityTones[rule.severity]}>{t(`severity.${rule.severity}`)}</StateTag>
        <StateTag tone={strengthTones[rule.strength]}>{t(`strength.${rule.strength}`)}</StateTag>
      </h2>
      <dl>
        <dt>{t('says')}</dt>
        <dd>{show(rule.text)}</dd>
        <dt>{t('fix')}</dt>
        <dd>{show(rule.fix)}</dd>
        <dt>{t(`days.${rule.room}`)}</dt>
        <dd>{daysOf(rule) || t('always')}</dd>
      </dl>
      <h3>{t('basis')}</h3>
      <table className="face-plain">
        <thead>
          <tr>
            <th>{t('document')}</th>
            <th>{t('article')}</th>
            <th>{t('holds')}</th>
            <th>{t('source')}</th>
          </tr>
        </thead>
        <tbody>
          {rule.basis.map((basis) => (
            <tr key={`${basis.document} ${basis.article} ${daysOf(basis)} ${basis.strength}`}>
              <td>
                <Button type="link" size="small" onClick={() => onDocument(basis.document)}>
                  {basis.document}
                </Button>
              </td>
              <td>{basis.article}</td>
              <td>{daysOf(basis) || t('always')}</td>
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
