import { App, Button, Empty, Input, Select } from 'antd'
import { useDeferredValue, useMemo, useState, type DragEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { evidenceKindIds, evidenceRule, type EvidenceKind } from '#shared/evidence/kinds'
import { useWhyNot } from '../../app/roles'
import { useColumnTitles } from '../../components/column-titles'
import { Grid, type GridColumn } from '../../components/grid'
import { StateTag } from '../../components/StateTag'
import { StateFilter } from '../../components/StateFilter'
import { listed, useText } from '../../components/text'
import { draftOf, type Draft } from './draft'
import { PaperDetail } from './PaperDetail'
import { PaperTools } from './PaperTools'
import { states, toneOf, type State } from './states'
import { usePapers, type Choice, type Row } from './usePapers'

function useColumns(open: (id: string) => void): GridColumn<Row>[] {
  const { t } = useTranslation('evidence')
  const show = useText()
  const title = useColumnTitles('evidence', 'column')
  return useMemo(
    (): GridColumn<Row>[] => [
      {
        key: 'title',
        title: title('title'),
        width: 180,
        frozen: true,
        format: (_v, { document }) => document.title,
        render: (_v, { id, document }) => (
          <Button type="link" size="small" tabIndex={-1} onClick={() => open(id)}>
            {document.title}
          </Button>
        ),
      },
      {
        key: 'state',
        title: title('state'),
        width: 128,
        format: (_v, { validity }) =>
          t(`state.${validity.state}`, { days: 'days' in validity ? validity.days : 0 }),
        render: (_v, { validity }) => (
          <StateTag tone={toneOf(validity)}>
            {t(`state.${validity.state}`, { days: 'days' in validity ? validity.days : 0 })}
          </StateTag>
        ),
      },
      { key: 'to', title: title('to'), width: 100, format: (_v, { document }) => document.to ?? '' },
      {
        key: 'kind',
        title: title('kind'),
        width: 160,
        format: (_v, { document }) => show(evidenceRule(document.kind).name),
      },
      {
        key: 'number',
        title: title('number'),
        width: 150,
        format: (_v, { document }) => document.number ?? '',
      },
      {
        key: 'subjects',
        title: title('subjects'),
        width: 150,
        format: (_v, { document }) => show(listed(document.subjects)),
      },
      {
        key: 'file',
        title: title('file'),
        width: 110,
        format: (_v, { document: { file } }) =>
          file
            ? [file.type.toUpperCase(), file.pages && t('pages', { count: file.pages })]
                .filter(Boolean)
                .join(' ')
            : '',
      },
    ],
    [open, show, t, title],
  )
}

type Props = { faces: ReactNode; onEdit: (drafts: Draft[]) => void }

/** Every paper, those that end first in front. Files that are dropped anywhere on it are attached one after another. */
export function PaperList({ faces, onEdit }: Props) {
  const { t } = useTranslation('evidence')
  const show = useText()
  const [text, setText] = useState('')
  const [state, setState] = useState<State | ''>('')
  const [kind, setKind] = useState<EvidenceKind>()
  const [open, setOpen] = useState<string>()
  const [over, setOver] = useState(false)
  const { message } = App.useApp()
  const refused = useWhyNot()('putEvidence')
  const asked = useDeferredValue(text.trim())
  const choice = useMemo(
    (): Choice => ({ ...(asked && { text: asked }), ...(state && { state }), ...(kind && { kind }) }),
    [asked, kind, state],
  )
  const { source, total, states: counts } = usePapers(choice)
  const columns = useColumns(setOpen)
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (refused !== undefined) void message.warning(refused)
    else onEdit([...event.dataTransfer.files].map((file) => draftOf({ file })))
  }
  return (
    <>
      <div className="face-tools" role="toolbar" aria-label={t('title')}>
        {faces}
        <PaperTools choice={choice} total={total} onAdd={() => onEdit([draftOf({})])} />
      </div>
      <div className="face-tools" role="search">
        <StateFilter
          label={t('column.state')}
          all={t('state.all', { count: all })}
          states={states}
          counts={counts}
          nameOf={(one) => t(`stateName.${one}`)}
          value={state}
          onChange={setState}
        />
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          className="face-choice-wide"
          aria-label={t('column.kind')}
          placeholder={t('column.kind')}
          value={kind ?? null}
          onChange={setKind}
          options={evidenceKindIds.map((value) => ({ value, label: show(evidenceRule(value).name) }))}
        />
        <Input.Search
          className="evidence-search"
          allowClear
          aria-label={t('search')}
          placeholder={t('search')}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      <div
        className={over ? 'face-split evidence-over' : 'face-split'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <div className="face-grid">
          <Grid<Row>
            id="evidence"
            label={{ zh: t('title', { lng: 'zh' }), en: t('title', { lng: 'en' }) }}
            columns={columns}
            source={source}
            onOpen={({ id }) => setOpen(id)}
            totals={{ filter: { rows: total } }}
            empty={<p>{t('empty')}</p>}
          />
        </div>
        <aside className="face-card face-detail face-aside" aria-label={t('detail')}>
          {open ? (
            <PaperDetail
              key={open}
              id={open}
              onEdit={(known) => onEdit([draftOf({ known })])}
              onGone={() => setOpen(undefined)}
            />
          ) : (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('choose')} />
          )}
        </aside>
      </div>
    </>
  )
}
