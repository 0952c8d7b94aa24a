import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WeightTolerance } from '#shared/departure/weight-check'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { useAct } from '../../app/useAct'
import { AskReason } from './AskReason'

const isNumber = (text: string) => /^\d+(\.\d+)?$/.test(text)

/** How far a weighing may be from what was calculated. */
export function Tolerance({ tolerance }: { tolerance: WeightTolerance }) {
  const { t } = useTranslation('departure')
  const port = useBook()
  const { refuse } = useAct()
  const [edited, setEdited] = useState<WeightTolerance>()
  const wrong = edited !== undefined && !(isNumber(edited.percent) && isNumber(edited.kg))
  return (
    <span data-help="departure.tolerance">
      {t('tolerance.is', tolerance)}
      <ActButton does="setTolerance" type="link" size="small" onClick={() => setEdited(tolerance)}>
        {t('tolerance.change')}
      </ActButton>
      {edited && (
        <AskReason
          title={t('tolerance.title')}
          confirm={t('tolerance.save')}
          blocked={wrong}
          onConfirm={(why) => {
            setEdited(undefined)
            void port.setTolerance(edited, why).catch(refuse)
          }}
          onClose={() => setEdited(undefined)}
        >
          <div className="face-fields">
            {(['percent', 'kg'] as const).map((key) => (
              <label key={key} className="face-field">
                {t(`tolerance.${key}`)}
                <Input
                  value={edited[key]}
                  status={isNumber(edited[key]) ? '' : 'error'}
                  onChange={(event) => setEdited({ ...edited, [key]: event.target.value.trim() })}
                />
              </label>
            ))}
          </div>
          {wrong && <p className="face-error">{t('tolerance.wrong')}</p>}
        </AskReason>
      )}
    </span>
  )
}
