import { Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Officer } from '#shared/ipc/vault'
import { roleNames } from '#shared/people/roles'
import { useSession } from '../../app/book'
import { useWhyNot } from '../../app/roles'
import { StateTag } from '../../components/StateTag'
import { listed, useText } from '../../components/text'
import { OfficerDialog, type OfficerAct } from './OfficerDialog'

type OfficersProps = { officers: readonly Officer[]; onChanged: () => void }

/** Everybody who ever could sign in; a disabled officer stays, because the journal says the name. */
export function Officers({ officers, onChanged }: OfficersProps) {
  const { t } = useTranslation('people')
  const show = useText()
  const { officerId } = useSession()
  const refused = useWhyNot()('manage')
  const [asking, setAsking] = useState<OfficerAct>()
  const button = (label: string, act: OfficerAct) => (
    <Button
      type="link"
      size="small"
      disabled={refused !== undefined}
      title={refused}
      onClick={() => setAsking(act)}
    >
      {label}
    </Button>
  )
  return (
    <section className="face-card" aria-label={t('officers')}>
      <h2>{t('officers')}</h2>
      <p className="face-note">{t(officers.length === 1 ? 'alone' : 'several')}</p>
      <div className="face-tools">
        <Button
          type="primary"
          disabled={refused !== undefined}
          title={refused}
          data-help="people.add"
          onClick={() => setAsking({ kind: 'add' })}
        >
          {t('add')}
        </Button>
        {refused && <span className="face-note">{refused}</span>}
      </div>
      <Table<Officer>
        size="small"
        rowKey="id"
        aria-label={t('officers')}
        dataSource={[...officers]}
        pagination={false}
        columns={[
          {
            title: t('column.name'),
            render: (_v, { id, name }) => (id === officerId ? t('yourself', { name }) : name),
          },
          {
            title: t('column.roles'),
            render: (_v, { roles }) => show(listed(roles.map((role) => show(roleNames[role])))),
          },
          { title: t('column.state'), render: (_v, officer) => <OfficerTone officer={officer} /> },
          {
            title: t('column.acts'),
            render: (_v, officer) => (
              <>
                {button(t('roles'), { kind: 'roles', officer })}
                {button(t(officer.active ? 'renew' : 'enable'), { kind: 'renew', officer })}
                {officer.active && button(t('disable'), { kind: 'disable', officer })}
              </>
            ),
          },
        ]}
      />
      {asking && (
        <OfficerDialog
          act={asking}
          onClose={() => setAsking(undefined)}
          onDone={() => {
            setAsking(undefined)
            onChanged()
          }}
        />
      )}
    </section>
  )
}

function OfficerTone({ officer }: { officer: Officer }) {
  const { t } = useTranslation('people')
  if (!officer.active) return <StateTag tone="neutral">{t('state.disabled')}</StateTag>
  if (officer.initial) return <StateTag tone="waiting">{t('state.initial')}</StateTag>
  return <StateTag tone="good">{t('state.active')}</StateTag>
}
