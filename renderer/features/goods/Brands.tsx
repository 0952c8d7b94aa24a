import { Alert, Popconfirm, Spin } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { businessDay } from '#shared/time/shanghai'
import { within } from '#shared/rules/rule'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { useUndoable } from '../../app/useUndoable'
import { StateTag } from '../../components/StateTag'
import { useText } from '../../components/text'
import type { Brands as Known } from '../../data/port'
import { BrandDialog, type BrandEdit } from './BrandDialog'

type Leave = Known['leaves'][number]

/** 品牌与授权: brands the names of goods are looked through for, and who may sell which, where and until when. */
export function Brands({ faces }: { faces: ReactNode }) {
  const { t } = useTranslation('goods')
  const show = useText()
  const port = useBook()
  const act = useUndoable()
  const changes = useChanges('settings')
  const on = businessDay(new Date().toISOString())
  const { value: known, state } = useQueryState(async () => port.brands(), changes)
  const [editing, setEditing] = useState<BrandEdit>()
  const store = async (next: Known, said: string): Promise<boolean> => {
    const done = await act(
      () => port.setBrands(next, said),
      () => said,
    )
    return done !== undefined
  }
  const drop = (name: string) =>
    known &&
    void store(
      {
        brands: known.brands.filter((one) => one.name !== name),
        leaves: known.leaves.filter(({ brand }) => brand !== name),
      },
      t('brands.dropped', { name }),
    )
  const dropLeave = (leave: Leave) =>
    known &&
    void store(
      { ...known, leaves: known.leaves.filter((one) => one !== leave) },
      t('brands.leaveDropped', { name: leave.brand }),
    )
  const holds = ({ from, to }: Leave) => within(on, { from, ...(to !== undefined && { to }) })
  return (
    <>
      <div className="goods-tools" role="toolbar" aria-label={t('title')}>
        {faces}
        <ActButton does="setBrands" disabled={!known} onClick={() => setEditing({ kind: 'brand' })}>
          {t('brands.add')}
        </ActButton>
        <span className="face-note">{t('brands.says')}</span>
      </div>
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      {!known && state === 'loading' && <Spin description={t('loading')} />}
      {known && (
        <div className="face-page face-scroll" data-help="goods.brands">
          {known.brands.length === 0 && <p className="face-note">{t('brands.none')}</p>}
          {known.brands.map((brand) => (
            <section key={brand.name} className="face-card" aria-label={brand.name}>
              <h2>
                {brand.name} {brand.own && <StateTag tone="good">{t('brands.own')}</StateTag>}
                <small>{brand.words.join(' ')}</small>
              </h2>
              <div className="face-tools">
                <ActButton does="setBrands" size="small" onClick={() => setEditing({ kind: 'brand', brand })}>
                  {t('brands.edit')}
                </ActButton>
                {!brand.own && (
                  <ActButton
                    does="setBrands"
                    size="small"
                    onClick={() => setEditing({ kind: 'leave', brand })}
                  >
                    {t('brands.addLeave')}
                  </ActButton>
                )}
                <Popconfirm
                  title={t('brands.dropAsk', { name: brand.name })}
                  okText={t('delete')}
                  onConfirm={() => drop(brand.name)}
                >
                  <ActButton does="setBrands" size="small" danger>
                    {t('delete')}
                  </ActButton>
                </Popconfirm>
              </div>
              <ul className="face-list">
                {known.leaves
                  .filter((leave) => leave.brand === brand.name)
                  .map((leave) => (
                    <li key={JSON.stringify(leave)}>
                      <StateTag tone={holds(leave) ? 'good' : 'bad'}>
                        {t(holds(leave) ? 'brands.holds' : 'brands.over')}
                      </StateTag>{' '}
                      {[leave.from, leave.to ?? t('brands.lasting')].join(' – ')}{' '}
                      {t('brands.where', { countries: leave.countries?.join(' ') ?? t('brands.everywhere') })}{' '}
                      {t('brands.which', { skus: leave.skus?.join(' ') ?? t('brands.everything') })}
                      <ActButton
                        does="setBrands"
                        type="link"
                        size="small"
                        danger
                        onClick={() => dropLeave(leave)}
                      >
                        {t('delete')}
                      </ActButton>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </div>
      )}
      {editing && known && (
        <BrandDialog
          edit={editing}
          known={known}
          today={on}
          onSave={store}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  )
}
