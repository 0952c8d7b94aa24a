import { Button, Empty, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversion, ConversionDecision } from '#shared/tariff/convert'
import { decisionOf, unitsAsked } from './decided'

type Props = {
  conversion: Conversion | undefined
  decision: ConversionDecision | undefined
  onDecide: (decision: ConversionDecision) => void
}

/** The candidates for one of the goods with everything the new line says otherwise, and the choice among them. */
export function Decide({ conversion, decision, onDecide }: Props) {
  const { t } = useTranslation('tariff')
  const [code, setCode] = useState(decision?.code ?? conversion?.candidates[0]?.code)
  const [typed, setTyped] = useState<Partial<Record<'perUnit1' | 'perUnit2', string>>>(decision ?? {})
  if (!conversion) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('choose')} />
  }
  const { sku, name, from, candidates } = conversion
  const chosen = candidates.find((one) => one.code === code)
  const next = chosen && decisionOf(chosen, typed)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (next) onDecide(next)
      }}
    >
      <h2>
        {sku} <small>{`${name} · ${from}`}</small>
      </h2>
      {candidates.length === 0 && <p>{t('conversion.noCandidate')}</p>}
      <Radio.Group
        aria-label={t('conversion.candidates')}
        value={code ?? null}
        onChange={({ target }) => setCode(target.value as string)}
        className="tariff-candidates"
      >
        {candidates.map((one) => (
          <Radio key={one.code} value={one.code}>
            <span className="number">{one.code}</span> {one.name}
            {[...one.changes, ...one.line].map(({ field, before, after }) => (
              <div key={field} className="face-note">
                {t('conversion.change', {
                  field: t(`conversion.field.${field}`),
                  before: before || '—',
                  after: after || '—',
                })}
              </div>
            ))}
          </Radio>
        ))}
      </Radio.Group>
      {chosen &&
        unitsAsked(chosen).map((field) => (
          <label key={field} className="face-field">
            {t(`conversion.give.${field}`)}
            <Input
              className="number"
              value={typed[field] ?? ''}
              onChange={({ target }) => setTyped((before) => ({ ...before, [field]: target.value }))}
            />
          </label>
        ))}
      {chosen && (
        <Button type="primary" htmlType="submit" disabled={!next}>
          {t('conversion.take')}
        </Button>
      )}
      {decision && <span className="face-note"> {t('conversion.taken', { code: decision.code })}</span>}
    </form>
  )
}
