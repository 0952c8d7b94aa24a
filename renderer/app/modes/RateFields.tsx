import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CnyRates, cnyRatesKey } from '#shared/declaration/modes/cny'
import { ActButton } from '../ActButton'
import { useAct } from '../useAct'
import { useBook } from '../book'

type Row = { rate: string; day: string; source: string }
type RateFieldsProps = { currencies: readonly string[]; rates: CnyRates }

/** Rates by which the limit of 5,000 yuan is judged: given by the officer, with day and source, never guessed. */
export function RateFields({ currencies, rates }: RateFieldsProps) {
  const { t } = useTranslation('modes')
  const port = useBook()
  const { act, refuse } = useAct()
  const [typed, setTyped] = useState<Readonly<Record<string, Partial<Row>>>>({})
  const rowOf = (letters: string): Row => ({
    rate: '',
    day: '',
    source: '',
    ...rates[letters],
    ...typed[letters],
  })
  const next = CnyRates.safeParse({
    ...rates,
    ...Object.fromEntries(
      currencies.flatMap((letters) => (rowOf(letters).rate === '' ? [] : [[letters, rowOf(letters)]])),
    ),
  })
  const save = async () => {
    if (!next.success) return
    try {
      const stored = (await port.all('settings')).find(({ record }) => record.key === cnyRatesKey)
      const record = { key: cnyRatesKey, value: next.data }
      const change = { table: 'settings', op: 'put', id: stored?.id, rev: stored?.rev ?? 0, record } as const
      await act({ name: 'modes.rates', why: t('rates.why'), changes: [change], said: t('rates.said') })
      setTyped({})
    } catch (error) {
      if (!(typeof error === 'object' && error !== null && 'code' in error)) refuse(error)
    }
  }
  return (
    <div className="modes-rates" role="group" aria-label={t('rates.title')} data-help="modes.rates">
      <span>{t('rates.hint')}</span>
      {currencies.map((letters) => (
        <span key={letters} className="modes-rate">
          {t('rates.one', { letters })}
          {(['rate', 'day', 'source'] as const).map((field) => (
            <Input
              key={field}
              size="small"
              className={`modes-rate-${field}`}
              aria-label={t(`rates.field.${field}`, { letters })}
              placeholder={t(`rates.example.${field}`)}
              value={rowOf(letters)[field]}
              onChange={({ target }) =>
                setTyped({ ...typed, [letters]: { ...typed[letters], [field]: target.value.trim() } })
              }
            />
          ))}
        </span>
      ))}
      <ActButton
        does="command"
        size="small"
        disabled={!next.success || Object.keys(typed).length === 0}
        onClick={() => void save()}
      >
        {t('rates.save')}
      </ActButton>
    </div>
  )
}
