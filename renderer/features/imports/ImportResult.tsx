import { Descriptions, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { groupDigits } from '../../components/numbers'
import { useText } from '../../components/text'
import type { ImportView } from '../../data/port'
import { openRowsOf } from './rows-of'

const number = (n: number) => groupDigits(String(n))

type FigureProps = {
  label: string
  value: number
  level?: 'good' | 'bad'
  /** Stands before it; '' sets it apart from the sum. */
  sign?: '=' | '+' | ''
}

function Figure({ label, value, level, sign }: FigureProps) {
  return (
    <div className={level && value > 0 ? `figure figure-${level}` : 'figure'} data-sign={sign}>
      <dt>{label}</dt>
      <dd>{number(value)}</dd>
    </div>
  )
}

/** rows read = accepted + refused + duplicates, always visible as such; what became of refused rows beside it. */
function Identity({ view }: { view: ImportView }) {
  const { t } = useTranslation('imports')
  const report = view.report!
  const { mended, dropped } = view.settled ?? { mended: 0, dropped: 0 }
  return (
    <dl className="identity" aria-label={t('result.identity')}>
      <Figure label={t('result.read')} value={report.rowsRead} />
      <Figure sign="=" label={t('result.accepted')} value={report.rowsAccepted} level="good" />
      <Figure sign="+" label={t('result.refused')} value={report.rowsRefused} level="bad" />
      <Figure sign="+" label={t('result.duplicates')} value={report.duplicates} />
      <Figure sign="" label={t('result.updated')} value={report.updated} />
      <Figure label={t('result.mended')} value={mended} />
      <Figure label={t('result.dropped')} value={dropped} />
    </dl>
  )
}

function Tags({ counts, name }: { counts: Readonly<Record<string, number>>; name: (key: string) => string }) {
  const entries = Object.entries(counts)
  if (entries.length === 0) return <>—</>
  return entries.map(([key, count]) => (
    <Tag key={key}>
      {name(key)} {number(count)}
    </Tag>
  ))
}

/** What an import brought, in counts that add up. */
export function ImportResult({ view, children }: { view: ImportView; children?: ReactNode }) {
  const { t } = useTranslation('imports')
  const show = useText()
  const { report, kind } = view
  if (!report) return null
  const { classes, amounts, records, warnings = {}, questions = [] } = report
  const items = [
    {
      key: 'records',
      label: t('result.records'),
      children: <Tags counts={records.byKind} name={(k) => t(`recordKind.${k}`)} />,
    },
    ...(kind === 'orders'
      ? [
          {
            key: 'classes',
            label: t('result.classes'),
            children: <Tags counts={classes} name={(k) => t(`class.${k}`)} />,
          },
        ]
      : []),
    {
      key: 'amounts',
      label: t('result.amounts'),
      children:
        Object.entries(amounts)
          .map(
            ([currency, sum]) =>
              `${currency === 'unspecified' ? t('noCurrency') : currency} ${groupDigits(sum)}`,
          )
          .join('　') || '—',
    },
    {
      key: 'warnings',
      label: t('result.warnings'),
      children: (
        <Tags counts={warnings} name={(rule) => t(`warning.${rule}`, { defaultValue: t('warning.other') })} />
      ),
    },
    ...(questions.length > 0
      ? [{ key: 'open', label: t('result.open'), children: questions.map((q) => show(q)).join(' / ') }]
      : []),
  ]
  return (
    <section className="import-result" aria-label={t('result.title')}>
      <Identity view={view} />
      <Descriptions size="small" column={1} items={items} />
      <div className="import-result-tools">
        {children}
        {openRowsOf(view, t('openRows'))}
      </div>
    </section>
  )
}
