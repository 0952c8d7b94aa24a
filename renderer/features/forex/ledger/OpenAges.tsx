import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import { useForexChanges } from '../changes'
import { today } from '../words'
import { openAges, openOf, type OpenAge } from './claim'

type Props = { value: OpenAge | ''; onChange: (age: OpenAge | '') => void }

/** Open credits by age, as numbers and as a filter of the ledger. */
export function OpenAges({ value, onChange }: Props) {
  const { t } = useTranslation('forex')
  const port = useBook()
  const day = today()
  const { value: counts } = useQueryState(
    () =>
      Promise.all(
        openAges.map(
          async ({ id }) =>
            (
              await port.forexPage({
                table: 'credits',
                filter: { where: openOf(id, day) },
                offset: 0,
                limit: 1,
              })
            ).total,
        ),
      ),
    `${useForexChanges()} ${day}`,
  )
  return (
    <Segmented<OpenAge | ''>
      aria-label={t('age.title')}
      data-help="forex.age"
      value={value}
      onChange={onChange}
      options={[
        { value: '' as const, label: t('age.all') },
        ...openAges.map(({ id }, at) => ({ value: id, label: `${t(`age.${id}`)} ${counts?.[at] ?? ''}` })),
      ]}
    />
  )
}
