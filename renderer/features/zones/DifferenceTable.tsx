import { useTranslation } from 'react-i18next'
import type { ZoneDifference } from '#shared/zones/compare'
import type { Zone } from '#shared/zones/zone'
import { StateTag } from '../../components/StateTag'
import { useText } from '../../components/text'

type Props = { differences: readonly ZoneDifference[]; left: Zone; right: Zone }

/** Two zones, or two editions of one, side by side, row by row; the words are those of the plans. */
export function DifferenceTable({ differences, left, right }: Props) {
  const { t } = useTranslation('zones')
  const show = useText()
  const head = ({ name, edition }: Zone) => (left.id === right.id ? t('edition.of', { edition }) : show(name))
  return (
    <table className="face-plain zones-differences">
      <thead>
        <tr>
          <th scope="col">{t('column.field')}</th>
          <th scope="col">{head(left)}</th>
          <th scope="col">{head(right)}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ field, label, left: before, right: after, unconfirmed }) => (
          <tr key={field}>
            <th scope="row">
              {show(label)} {unconfirmed && <StateTag tone="waiting">{t('unconfirmed')}</StateTag>}
            </th>
            <td>{show(before) || t('silent')}</td>
            <td>{show(after) || t('silent')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
