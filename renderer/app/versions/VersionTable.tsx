import { useTranslation } from 'react-i18next'
import type { Pick, VersionField } from '#shared/filing/three-way'
import { useText } from '../../components/text'
import type { FilingWords } from './words'

type Props = FilingWords & {
  fields: readonly VersionField[]
  choices: Readonly<Record<string, Pick>>
  onChoose: (field: string, side: Pick) => void
}
const sides = ['mine', 'theirs'] as const

/** Each field that differs: what it was, ours, theirs; the side that alone changed it is taken unless the other one is chosen. */
export function VersionTable({ fields, choices, labelOf, shown, onChoose }: Props) {
  const { t } = useTranslation('versions')
  const show = useText()
  const words = (name: string, value: string | undefined) =>
    value === undefined ? t('none') : shown(name, value)
  return (
    <table className="face-plain version-table">
      <thead>
        <tr>
          {(['field', 'base', ...sides] as const).map((key) => (
            <th key={key} scope="col">
              {t(`side.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, base, pick, ...field }) => {
          const chosen = choices[name] ?? pick
          const label = show(labelOf(name))
          return (
            <tr key={name} className={chosen ? undefined : 'version-open'}>
              <th scope="row">{label}</th>
              <td>{words(name, base)}</td>
              {sides.map((side) => (
                <td key={side}>
                  <label className="version-side">
                    <input
                      type="radio"
                      name={`version ${name}`}
                      checked={chosen === side}
                      aria-label={`${label} ${t(`side.${side}`)}`}
                      onChange={() => onChoose(name, side)}
                    />
                    {words(name, field[side])}
                  </label>
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
