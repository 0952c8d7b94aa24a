import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { strengthLabel, type Basis } from '#shared/rules/rule'
import { openRoom } from '../navigation'
import { StateTag } from '../../components/StateTag'
import { useText } from '../../components/text'
import './grounds.css'

/** Grounds of a rule: document and article, its days, and the mark where the wording was not read. */
export function BasisList({ basis }: { basis: readonly Basis[] }) {
  const { t } = useTranslation('grounds')
  const show = useText()
  if (basis.length === 0) return <span className="face-note">{t('noBasis')}</span>
  return (
    <ul className="face-list">
      {basis.map((one) => (
        <li key={`${one.document} ${one.article} ${one.from ?? ''} ${one.strength}`}>
          <Button
            type="link"
            size="small"
            className="rule-link"
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
