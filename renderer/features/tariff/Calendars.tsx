import { useTranslation } from 'react-i18next'
import { calendarTable, kindOf } from '#shared/reference/kinds'
import { ReferenceButton } from '../../app/reference/ReferenceButton'
import { StateTag } from '../../components/StateTag'
import type { CalendarView } from '../../data/port'

/** Opens the update of the 工作日历; a year that is not known is mended there. */
export function CalendarButton() {
  const { t } = useTranslation('tariff')
  const name = kindOf(calendarTable)!.name(calendarTable, new Map())
  return <ReferenceButton size="small" table={calendarTable} name={name} label={t('tables.updateCalendar')} />
}

/** The years whose holidays are known here, each with where that is from. */
export function Calendars({ years }: { years: readonly CalendarView[] }) {
  const { t } = useTranslation('tariff')
  return (
    <section className="face-card" aria-label={t('tables.calendar')}>
      <h2>
        {t('tables.calendar')} <CalendarButton />
      </h2>
      <p className="face-note">{t('tables.calendarSays')}</p>
      <table className="face-plain">
        <thead>
          <tr>
            <th scope="col">{t('tables.year')}</th>
            <th scope="col">{t('tables.source')}</th>
            <th scope="col">{t('tables.version')}</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, source, published, signed }) => (
            <tr key={year}>
              <td className="number">{year}</td>
              <td>{source}</td>
              <td>
                {published === undefined ? (
                  <span className="face-note">{t('tables.shipped')}</span>
                ) : (
                  <>
                    {published}{' '}
                    <StateTag tone={signed ? 'good' : 'neutral'}>
                      {t(signed ? 'tables.signed' : 'tables.unsigned')}
                    </StateTag>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
