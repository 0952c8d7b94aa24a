import { CheckOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { may, rightNames, rights, roleNames, roles } from '#shared/people/roles'
import { useText } from '../../components/text'

/** The one table of who may do what, as the program asks it before every act. */
export function RightsTable() {
  const { t } = useTranslation('people')
  const show = useText()
  return (
    <section className="face-card" aria-label={t('rights')}>
      <h2>
        {t('rights')}
        <small>{t('rightsOwn')}</small>
      </h2>
      <table className="face-plain people-rights">
        <thead>
          <tr>
            <th scope="col">{t('may')}</th>
            {roles.map((role) => (
              <th key={role} scope="col">
                {show(roleNames[role])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rights.map((right) => (
            <tr key={right}>
              <th scope="row">{show(rightNames[right])}</th>
              {roles.map((role) => (
                <td key={role}>{may([role], right) && <CheckOutlined aria-label={t('yes')} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
