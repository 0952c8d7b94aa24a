import { Collapse } from 'antd'
import { useTranslation } from 'react-i18next'
import { stayGroups } from './stays'

/** What travels between the desks and what does not: nobody must find out by missing it. */
export function Stays() {
  const { t } = useTranslation('desks')
  const groups = stayGroups.map((group) => t(`stays.${group}`))
  return (
    <Collapse
      size="small"
      defaultActiveKey="stays"
      items={[
        {
          key: 'stays',
          label: t('stays.title'),
          children: (
            <>
              <p className="desk-hint">{t('stays.travels')}</p>
              <p className="desk-hint">{t('stays.machine')}</p>
              <p className="desk-hint">{t('stays.stay')}</p>
              <ul className="desk-hint">
                {groups.map((group) => (
                  <li key={group}>{group}</li>
                ))}
              </ul>
              <p className="desk-hint">{t('stays.remedy')}</p>
            </>
          ),
        },
      ]}
    />
  )
}
