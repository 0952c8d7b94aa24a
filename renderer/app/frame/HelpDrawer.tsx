import { Descriptions, Drawer, Empty, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useText } from '../../components/text'
import type { FieldHelp, HelpCard } from '../help'
import { useNavigation } from '../navigation'
import { rooms } from '../rooms'
import { usePanels } from './panels'

function Card({ card }: { card: HelpCard }) {
  const { t } = useTranslation('app')
  const show = useText()
  return (
    <article className="card" data-card={card.id}>
      <h3>{show(card.title)}</h3>
      <ol>
        {card.steps.map((step, at) => (
          <li key={at}>{show(step)}</li>
        ))}
      </ol>
      {card.sample && <p className="card-sample">{t('help.sample', { name: card.sample })}</p>}
    </article>
  )
}

function Field({ field }: { field: FieldHelp }) {
  const { t } = useTranslation('app')
  const show = useText()
  const { length, codeTable, example, source, refusal } = field
  const facts = [
    { key: 'fill', value: show(field.fill) },
    { key: 'length', value: length },
    { key: 'codeTable', value: codeTable && show(codeTable) },
    { key: 'example', value: example },
    { key: 'source', value: source && show(source) },
    { key: 'refusal', value: refusal && show(refusal) },
  ].filter((fact) => fact.value)
  return (
    <article className="card">
      <h3>{show(field.title)}</h3>
      <Descriptions
        column={1}
        size="small"
        items={facts.map(({ key, value }) => ({ key, label: t(`help.${key}`), children: value }))}
      />
    </article>
  )
}

/** Field help first when a field was asked for, then the cards of this room, then the others. */
function Contents({ asked }: { asked: string | undefined }) {
  const { t } = useTranslation('app')
  const show = useText()
  const [query, setQuery] = useState('')
  const { room: room, active, tabs } = useNavigation()
  const here = tabs.find((tab) => tab.id === active)?.view.split('/')[0] ?? room
  const word = query.trim().toLowerCase()
  const matches = (texts: readonly string[]) =>
    word === '' || texts.some((text) => text.toLowerCase().includes(word))

  const fields = rooms
    .flatMap((r) => r.fields ?? [])
    .filter((f) => (word === '' ? f.id === asked : matches([show(f.title), show(f.fill), f.id])))
  const cards = rooms
    .flatMap((r) => r.cards ?? [])
    .filter((card) => matches([show(card.title), ...card.steps.map(show)]))
  const rank = (card: HelpCard) => (asked === `card:${card.id}` ? 0 : card.room === here ? 1 : 2)
  const sorted = [...cards].sort((a, b) => rank(a) - rank(b))
  return (
    <>
      <Input.Search
        allowClear
        aria-label={t('help.search')}
        placeholder={t('help.search')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {fields.map((field) => (
        <Field key={field.id} field={field} />
      ))}
      {sorted.map((card) => (
        <Card key={card.id} card={card} />
      ))}
      {fields.length + sorted.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('help.nothing')} />
      )}
    </>
  )
}

/** F1. Everything in it comes with the app: it works without a line. */
export function HelpDrawer() {
  const { t } = useTranslation('app')
  const { open, field, hide } = usePanels()
  return (
    <Drawer open={open === 'help'} onClose={hide} title={t('help.title')} size={420} destroyOnHidden>
      <Contents asked={field} />
    </Drawer>
  )
}
