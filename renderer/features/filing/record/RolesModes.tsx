import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { filingModes, roleIds, roles } from '#shared/filing/roles'
import type { FormValues } from '../../../components/record-form/RecordForm'
import { useText } from '../../../components/text'

type Props = { values: FormValues; onChange: (key: string, value: string) => void }

/** Who somebody is and in which modes they work: these decide what is asked for below. */
export function RolesModes({ values, onChange }: Props) {
  const { t } = useTranslation('filing')
  const show = useText()
  const listed = (key: string) => (values[key] ?? '').split(' ').filter(Boolean)
  const group = (key: 'roles' | 'modes', all: readonly { value: string; label: string }[]) => (
    <fieldset className="filing-choices" data-help={`filing.${key}`} data-field={key}>
      <legend>{t(`column.${key}`)}</legend>
      <Checkbox.Group
        aria-label={t(`column.${key}`)}
        value={listed(key)}
        // In the order of the table, so that ticking forth and back is no change.
        onChange={(chosen) =>
          onChange(key, all.flatMap(({ value }) => (chosen.includes(value) ? [value] : [])).join(' '))
        }
        options={[...all]}
      />
    </fieldset>
  )
  return (
    <section className="face-card">
      {group(
        'roles',
        roleIds.map((value) => ({ value, label: show(roles[value]) })),
      )}
      {group(
        'modes',
        filingModes.map((value) => ({ value, label: value })),
      )}
      {values['roles'] === '' && <p className="face-error">{t('noRole')}</p>}
    </section>
  )
}
