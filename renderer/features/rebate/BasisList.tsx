import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { strengthLabel, type Basis } from '#shared/rules/rule'
import { openRoom } from '../../app/navigation'
import { StateTag } from '../../components/StateTag'
import { useText } from '../../components/text'

/** Grounds of a rule: document and article, its days, and the mark where the wording was not read. */
export function BasisList({ basis }: { basis: readonly Basis[] }) {
  const { t } = useTranslation('rebate')
  const show = useText()
  if (basis.length === 0) return <span className="face-note">{t('finding.noBasis')}</span>
  return (
    <ul className="rebate-basis">
      {basis.map((one) => (
        <li key={`${one.document} ${one.article} ${one.from ?? ''} ${one.strength}`}>
          <Button
            type="link"
            size="small"
            className="rebate-rule"
            onClick={() => openRoom('rules', { document: one.document })}
          >
            {one.document}
          </Button>{' '}
          {one.article}{' '}
          {(one.from ?? one.to) !== undefined && (
            <span className="face-note">{`${one.from ?? ''} – ${one.to ?? ''}`}</span>
          )}{' '}
          {one.strength !== 'primary' && (
            <StateTag tone={one.strength === 'to-confirm' ? 'waiting' : 'neutral'}>
              {show(strengthLabel[one.strength])}
            </StateTag>
          )}
        </li>
      ))}
    </ul>
  )
}
