import { Alert, Button, Spin } from 'antd'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeBook } from '#shared/codes/book'
import { goodsFaults } from '#shared/declaration/master-check'
import { businessDay } from '#shared/time/shanghai'
import type { Goods } from '#shared/model/goods'
import type { TariffHit } from '#shared/tariff/search'
import { useWhyNot } from '../../app/roles'
import { ActButton } from '../../app/ActButton'
import { useBook, useSession } from '../../app/book'
import { useDraft } from '../../app/drafts'
import { closeTab, openTab, tabId, titleTab } from '../../app/navigation'
import type { Params, ViewProps } from '../../app/room'
import { HsDialog } from '../../app/hs/HsDialog'
import { overridesField, overridesText } from '../../app/provenance/overrides-text'
import { useFieldSources } from '../../app/provenance/useFieldSources'
import { useAct } from '../../app/useAct'
import { useAttempt } from '../../app/useAttempt'
import { useCommand } from '../../app/useCommand'
import { describeFailure } from '../../components/failure'
import { RecordForm } from '../../components/record-form/RecordForm'
import { useText } from '../../components/text'
import { useCodeBook } from '../../components/useCodeBook'
import type { Stored } from '../../data/port'
import { blankGoods, goodsSections } from './fields'
import { conversionNote, goodsOf, valuesOf, weightNote } from './record'
import { GoodsFiling } from './GoodsFiling'
import { GoodsFlags } from './GoodsFlags'
import { GoodsPapers } from './GoodsPapers'
import { takenFrom } from './taken'
import { useGoods } from './useGoods'
import { useReturned } from './useReturned'

type FormProps = { params: Params; codes: CodeBook; source: Stored<Goods> | undefined }

function Form({ params, codes, source }: FormProps) {
  const { t } = useTranslation('goods')
  const { t: words } = useTranslation('provenance')
  const { entry } = useSession()
  const port = useBook()
  const attempt = useAttempt()
  const { act, refuse } = useAct()
  const own = params['id'] ? source : undefined
  const stored = useMemo(() => {
    if (!source) return blankGoods
    const values = { ...valuesOf(source.record), [overridesField]: overridesText(source.record.overrides) }
    return own ? values : { ...values, sku: '' }
  }, [own, source])
  const view = tabId('goods/record', params)
  const { values, change, drop, dirty, moved, keepOwn } = useDraft(
    view,
    `${t('title')} ${own?.record.sku ?? t('new')}`,
    stored,
  )
  const sources = useFieldSources({ master: 'goods', values, change, dirty })
  const [busy, setBusy] = useState(false)
  const refused = useWhyNot()('command')
  const context = useMemo(() => ({ codes, practice: entry.kind === 'practice' }), [codes, entry.kind])
  const faults = useMemo(() => goodsFaults(values, context), [values, context])
  const [finding, setFinding] = useState(false)
  const returned = useReturned(own?.record.sku, values)
  const openHs = useCallback(() => setFinding(true), [])
  useCommand({ id: 'goods.hs', title: 'goods:hs', group: 'room', keys: 'Alt+H', run: openHs })
  const take = async (hit: TariffHit) => {
    setFinding(false)
    const day = businessDay(new Date().toISOString())
    const line = await attempt(() => port.tariffLine(hit.code, day))
    for (const [field, value] of Object.entries(takenFrom(values, hit.code, line))) change(field, value)
  }
  const sections = useMemo(() => {
    const notes = {
      perUnit1: conversionNote(values, codes, 'unit1', 'perUnit1'),
      perUnit2: conversionNote(values, codes, 'unit2', 'perUnit2'),
      netWeight: weightNote(values['netWeight']),
      grossWeight: weightNote(values['grossWeight']),
      ...returned,
    }
    const find = { title: { zh: t('hs', { lng: 'zh' }), en: t('hs', { lng: 'en' }) }, run: openHs }
    return goodsSections(codes, notes, own !== undefined, { gcode: find })
  }, [codes, openHs, own, returned, t, values])
  const sku = values['sku'] ?? ''
  useEffect(() => {
    titleTab('goods/record', params, own?.record.sku ?? t('new'))
  }, [own?.record.sku, params, t])

  const recordNow = () => {
    try {
      return goodsOf(values, sources.overrides)
    } catch (error) {
      refuse(error)
      return undefined
    }
  }
  const save = async (another: boolean) => {
    const record = recordNow()
    if (!record) return
    setBusy(true)
    try {
      await act({
        name: own ? 'goods.edit' : 'goods.add',
        why: sku,
        changes: [{ table: 'goods', op: 'put', id: own?.id, rev: own?.rev ?? 0, record }],
        said: t('saved', { sku }),
      })
      drop()
      closeTab(view)
      if (another) openTab({ view: 'goods/record', params: {}, title: t('new') })
    } catch {
      // Said by the act; the input stays.
    } finally {
      setBusy(false)
    }
  }
  const sound = faults.every(({ severity }) => severity === 'warn')
  return (
    <>
      <RecordForm
        refused={refused}
        label={own ? own.record.sku : t('new')}
        sections={sources.withSources(sections)}
        values={values}
        onChange={change}
        faults={faults}
        onSubmit={() => void save(false)}
        newer={
          own && moved.length > 0 && !busy
            ? {
                stored,
                fields: moved,
                labels: { overrides: words('byHand') },
                onKeepOwn: keepOwn,
                onDrop: drop,
              }
            : undefined
        }
        first={own ? 'name' : 'sku'}
        actions={
          <>
            <ActButton does="command" type="primary" htmlType="submit" loading={busy}>
              {t('save')}
            </ActButton>
            {!own && (
              <ActButton does="command" disabled={!sound || busy} onClick={() => void save(true)}>
                {t('saveAndNext')}
              </ActButton>
            )}
            {own && (
              <ActButton
                does="command"
                onClick={() => openTab({ view: 'goods/record', params: { copy: own.id }, title: t('new') })}
              >
                {t('copy')}
              </ActButton>
            )}
            <span className="record-space" />
            {dirty && <span className="record-note-plain">{t('draft')}</span>}
            {dirty && <Button onClick={drop}>{t('giveUp')}</Button>}
          </>
        }
      />
      {own && (
        <div className="goods-cards">
          <GoodsFiling goods={own.record} />
          <GoodsFlags sku={own.record.sku} />
          <GoodsPapers sku={own.record.sku} />
        </div>
      )}
      {sources.dialog}
      {finding && (
        <HsDialog
          initial={(values['gcode'] ?? '').slice(0, 4)}
          onTake={(hit) => void take(hit)}
          onClose={() => setFinding(false)}
        />
      )}
    </>
  )
}

/** One SKU of the goods master as a tab: a stored one, a copy of one, or a new one. */
export function GoodsForm({ params }: ViewProps) {
  const { t } = useTranslation('goods')
  const show = useText()
  const codes = useCodeBook()
  const read = useGoods(params['id'] ?? params['copy'])
  if (read.state === 'failed') {
    return <Alert type="error" showIcon title={show(describeFailure(read.error).text)} />
  }
  if (!codes || read.state === 'loading') return <Spin description={t('loading')} />
  if (params['id'] && !read.stored) return <Alert type="warning" showIcon title={t('gone')} />
  return <Form params={params} codes={codes} source={read.stored} />
}
