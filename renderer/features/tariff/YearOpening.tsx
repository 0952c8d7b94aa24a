import { Alert, Button, Steps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { businessDay } from '#shared/time/shanghai'
import { useBook } from '../../app/book'
import { openRoom } from '../../app/navigation'
import type { Params } from '../../app/room'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { NumberInput } from '../../components/NumberInput'
import { useText } from '../../components/text'
import { CalendarButton } from './Calendars'

/** Where a step is done; the conversion is a face of this room, holidays are taken in their dialog. */
const places: Readonly<Record<string, { room: string; params?: Params }>> = {
  tariff: { room: 'imports', params: { kind: 'tariff' } },
  rates: { room: 'imports', params: { kind: 'rates' } },
  'exchange-rate': { room: 'imports', params: { kind: 'exchange-rates' } },
  unfinished: { room: 'rebate' },
}

/** From November on the next year is prepared, before that the present one is looked after. */
const opensInMonth = 11
const yearToOpen = (today: string): number =>
  Number(today.slice(0, 4)) + (Number(today.slice(5, 7)) >= opensInMonth ? 1 : 0)

/** 年度开账: what is left to do for a year, each step judged by what is in the book. */
export function YearOpening({ onConversion }: { onConversion: () => void }) {
  const { t } = useTranslation('tariff')
  const show = useText()
  const port = useBook()
  const [year, setYear] = useState(() => yearToOpen(businessDay(new Date().toISOString())))
  const changes = useChanges('goods', 'facts', 'settings', 'lists', 'rebateLines', 'reference')
  const { value = [], state } = useQueryState(async () => port.yearOpening(year), `${year} ${changes}`)
  const open = value.filter(({ state: stands }) => stands === 'todo').length
  return (
    <div className="tariff-scroll" data-help="tariff.year">
      <div className="face-tools">
        <label>
          {t('year.year')}
          <NumberInput
            aria-label={t('year.year')}
            min={2020}
            max={2099}
            value={year}
            onChange={(next) => next !== null && setYear(next)}
          />
        </label>
        {state === 'ready' && (
          <span role="status">
            {open === 0 ? t('year.done', { year }) : t('year.open', { year, count: open })}
          </span>
        )}
      </div>
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      <Steps
        orientation="vertical"
        items={value.map(({ id, state: stands, says, fix }) => {
          const place = places[id]
          return {
            title: show(says),
            status: stands === 'done' ? ('finish' as const) : ('wait' as const),
            content:
              stands === 'todo' ? (
                <>
                  {show(fix)} {id === 'holidays' && <CalendarButton />}
                  {(place || id === 'conversion') && (
                    <Button
                      size="small"
                      onClick={() => (place ? openRoom(place.room, place.params ?? {}) : onConversion())}
                    >
                      {t('year.go')}
                    </Button>
                  )}
                </>
              ) : (
                t('year.stepDone')
              ),
          }
        })}
      />
    </div>
  )
}
