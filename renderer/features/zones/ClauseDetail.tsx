import { useTranslation } from 'react-i18next'
import type { ClauseVerdict, ConditionVerdict } from '#shared/zones/eligibility'
import { StateTag, type StateTone } from '../../components/StateTag'
import { useText } from '../../components/text'

const tones: Readonly<Record<ConditionVerdict['state'], StateTone>> = {
  met: 'good',
  open: 'waiting',
  broken: 'bad',
}

/** One clause: the verdict, each condition with what to do, the words of the plan and what it rests on. */
export function ClauseDetail({ verdict, tone }: { verdict: ClauseVerdict; tone: StateTone }) {
  const { t } = useTranslation('zones')
  const show = useText()
  const { name, edition, state, says, conditions, quote, note, rate, basis } = verdict
  return (
    <article aria-label={show(name)} data-help="zones.clause">
      <h2>
        {show(name)} <StateTag tone={tone}>{t(`state.${state}`)}</StateTag>
        {rate && <small>{`${rate}%`}</small>}
      </h2>
      <p>{show(says)}</p>
      {conditions.length > 0 && (
        <table className="face-plain">
          <tbody>
            {conditions.map((one) => (
              <tr key={one.condition}>
                <td className="zones-mark">
                  <StateTag tone={tones[one.state]}>{t(`condition.${one.state}`)}</StateTag>
                </td>
                <td>
                  {show(one.says)}
                  {one.value && <div className="face-note">{show(one.value)}</div>}
                  {one.state !== 'met' && <div className="face-note">{`→ ${show(one.fix)}`}</div>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {quote && <blockquote className="zones-quote">{quote}</blockquote>}
      {note && <p className="face-note">{show(note)}</p>}
      <p className="face-note">{t('edition.judged', { edition })}</p>
      <ul className="zones-basis">
        {basis.map(({ document, article, strength }) => (
          <li key={`${document} ${article}`}>
            {`${document} ${article} `}
            <StateTag tone={strength === 'primary' ? 'good' : 'waiting'}>
              {t(`strength.${strength}`)}
            </StateTag>
          </li>
        ))}
      </ul>
    </article>
  )
}
