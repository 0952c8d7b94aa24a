import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { useUndoable } from '../../../app/useUndoable'
import type { Agent } from '../../../data/port'

/** Who works in this book: the enterprise itself, or an agent by name and credit code. */
export function AgentForm({ agent, principal }: { agent: Agent | undefined; principal: string }) {
  const { t } = useTranslation('filing')
  const port = useBook()
  const act = useUndoable()
  const [typed, setTyped] = useState<Agent>()
  const { uscc, name } = typed ?? agent ?? { uscc: '', name: '' }
  const set = async (next: Agent | null) => {
    const said = next ? t('agency.set', { name: next.name }) : t('agency.setSelf')
    const done = await act(
      () => port.setAgent(next, said),
      () => said,
    )
    if (done) setTyped(undefined)
  }
  return (
    <section className="face-card" aria-label={t('agency.who')}>
      <h2>
        {t('agency.who')} <small>{t('agency.principal', { principal })}</small>
      </h2>
      <form
        className="face-tools"
        onSubmit={(event) => {
          event.preventDefault()
          void set({ uscc: uscc.trim().toUpperCase(), name: name.trim() })
        }}
      >
        <label>
          {t('agency.uscc')}
          <Input
            className="number"
            maxLength={18}
            value={uscc}
            onChange={({ target }) => setTyped({ uscc: target.value, name })}
          />
        </label>
        <label>
          {t('agency.name')}
          <Input value={name} onChange={({ target }) => setTyped({ uscc, name: target.value })} />
        </label>
        <ActButton
          does="setAgent"
          htmlType="submit"
          disabled={!typed || uscc.trim() === '' || name.trim() === ''}
        >
          {t('agency.setOpen')}
        </ActButton>
        {agent && (
          <ActButton does="setAgent" onClick={() => void set(null)}>
            {t('agency.setSelf')}
          </ActButton>
        )}
      </form>
    </section>
  )
}
