import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { supervisionMarks } from '#shared/control/supervision'
import { businessDay } from '#shared/time/shanghai'
import type { TariffHit } from '#shared/tariff/search'
import { listed, useText } from '../../components/text'
import { codeEntries, useCodeBook } from '../../components/useCodeBook'
import { useBook } from '../book'
import { useQueryState } from '../useQuery'

type Props = { hit: TariffHit; onTake: (() => void) | undefined }

/** A line of the tariff in words: elements, units, what supervision asks for, rates, and what it means for the master. */
export function HsLine({ hit: { code, row, own, gone }, onTake }: Props) {
  const { t } = useTranslation('hs')
  const show = useText()
  const port = useBook()
  const codes = useCodeBook()
  const on = businessDay(new Date().toISOString())
  const { value } = useQueryState(async () => port.tariffLine(code, on), `${code} ${on}`)
  const line = value?.row.code === code ? value : undefined
  const unit = (number: string | undefined) => {
    if (number === undefined) return ''
    const name = codes && codeEntries(codes, 'unit').find((entry) => entry.code === number)?.name
    return `${number} ${name ?? ''}`.trim()
  }
  const marks = [...new Set(row?.conditions ?? '')].map((letter) => {
    const mark = supervisionMarks[letter]
    return `${letter} ${mark ? show(mark.name) : t('unknownMark')}`
  })
  const facts: readonly [key: string, value: string | undefined][] = [
    ['en', row?.en],
    ['elements', row?.elements],
    ['units', [unit(row?.unit1), unit(row?.unit2)].filter(Boolean).join(' / ')],
    ['conditions', marks.join('; ')],
    ['inspection', row?.inspection],
    ['exportDuty', row?.exportDuty && `${row.exportDuty}%`],
    ['vat', row?.vat && `${row.vat}%`],
    ['days', [row?.from, row?.to].filter(Boolean).join(' – ')],
    ['own', own && [show(listed(own.skus)), own.lastOn].filter(Boolean).join(' · ')],
  ]
  return (
    <article aria-label={code}>
      <h2>
        <span className="number">{code}</span> {row?.name}
      </h2>
      {gone && <p className="face-error">{t('goneSays')}</p>}
      <dl className="hs-facts">
        {facts.map(
          ([key, text]) =>
            text && (
              <div key={key}>
                <dt>{t(`fact.${key}`)}</dt>
                <dd>{text}</dd>
              </div>
            ),
        )}
        {line?.proposals.map(({ field, value: says, why }) => (
          <div key={field}>
            <dt>{t(`proposal.${field}`)}</dt>
            <dd>{`${says} · ${show(why)}`}</dd>
          </div>
        ))}
      </dl>
      {onTake && (
        <Button type="primary" size="small" onClick={onTake}>
          {t(code.length === 10 ? 'take' : 'inside')}
        </Button>
      )}
    </article>
  )
}
