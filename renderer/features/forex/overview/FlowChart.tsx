import { useTranslation } from 'react-i18next'
import type { FlowMonth } from '#shared/forex/aggregate'
import { groupDigits } from '../../../components/numbers'
import { bars, flows } from './bars'

const plot = { width: 900, height: 170 }
const left = 90
const below = 22

/** Goods and money by month, to be seen at a glance; the same figures stand in the table below. */
export function FlowChart({ months }: { months: readonly FlowMonth[] }) {
  const { t } = useTranslation('forex')
  const { bars: drawn, labels, ticks } = bars(months, plot)
  return (
    <figure className="forex-chart">
      <figcaption>
        {flows.map((flow) => (
          <span key={flow} className={`forex-key forex-${flow}`}>
            {t(`flow.${flow}`)}
          </span>
        ))}
      </figcaption>
      <svg
        role="img"
        aria-label={t('flow.chart')}
        viewBox={`0 0 ${plot.width + left} ${plot.height + below + 8}`}
      >
        {ticks.map(({ y, value }) => (
          <g key={value}>
            <line className="forex-grid-line" x1={left} x2={left + plot.width} y1={y + 8} y2={y + 8} />
            <text className="forex-tick" x={left - 8} y={y + 12} textAnchor="end">
              {groupDigits(String(value))}
            </text>
          </g>
        ))}
        {drawn.map(({ month, flow, x, y, width, height }) => (
          <rect
            key={`${month} ${flow}`}
            className={`forex-bar forex-${flow}`}
            x={left + x}
            y={y + 8}
            width={width}
            height={height}
          />
        ))}
        {labels.map(({ month, x }) => (
          <text key={month} className="forex-tick" x={left + x} y={plot.height + below} textAnchor="middle">
            {month}
          </text>
        ))}
      </svg>
    </figure>
  )
}
