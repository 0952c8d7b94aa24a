import { Badge, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewProps } from '../../app/room'
import { Brands } from './Brands'
import { GoodsList } from './GoodsList'
import { MissingSheet } from './MissingSheet'
import { Pieces } from './pieces/Pieces'
import { useMissing } from './useMissing'
import './goods.css'

type Face = 'all' | 'missing' | 'brands' | 'pieces'

/** The goods master, the SKUs of orders it still lacks, brands, and pieces that are followed. Params open another face. */
export function GoodsRoom({ params }: ViewProps) {
  const { t } = useTranslation('goods')
  const [face, setFace] = useState<Face>()
  const missing = useMissing()
  const asked: Face = params['missing'] ? 'missing' : params['face'] === 'pieces' ? 'pieces' : 'all'
  const shown = face ?? asked
  const count = missing.state === 'ready' ? missing.goods.length : 0
  const faces = (
    <Segmented<Face>
      aria-label={t('faces')}
      value={shown}
      onChange={setFace}
      options={[
        { value: 'all', label: t('title') },
        {
          value: 'missing',
          label: (
            <span>
              {t('missing.title')} <Badge count={count} overflowCount={9999} size="small" />
            </span>
          ),
        },
        { value: 'brands', label: t('brands.title') },
        { value: 'pieces', label: t('pieces:title') },
      ]}
    />
  )
  return (
    <div className="goods" data-room="goods">
      {shown === 'all' && <GoodsList faces={faces} />}
      {shown === 'missing' && <MissingSheet faces={faces} missing={missing} />}
      {shown === 'brands' && <Brands faces={faces} />}
      {shown === 'pieces' && <Pieces faces={faces} />}
    </div>
  )
}
