import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Params, ViewProps } from '../../app/room'
import { groupDigits } from '../../components/numbers'
import { BuildView } from './build/BuildView'
import { FaultView } from './build/FaultView'
import { CausesView } from './causes/CausesView'
import { faces, type Face, type GoTo } from './faces'
import { ListsView } from './lists/ListsView'
import { useCounts } from './useCounts'
import './declaration.css'

/** Which face params ask for: a filter on 清单 means the 清单 themselves. */
function faceOf({ face, ...filter }: Params): Face | undefined {
  return faces.find((one) => one === face) ?? (Object.keys(filter).length > 0 ? 'lists' : undefined)
}

/** From orders that are ready to 清单 in the queue, and back again when customs sends some back. */
export function DeclarationRoom({ params }: ViewProps) {
  const { t } = useTranslation('declaration')
  const counts = useCounts()
  const [at, setAt] = useState<{ params: Params; face: Face; preset: Params }>()
  const { face: _face, ...asked } = params
  const shown = at?.params === params ? at : { face: faceOf(params) ?? 'build', preset: asked, params }
  const go: GoTo = (face, preset = {}) => setAt({ params, face, preset })
  return (
    <div className="declaration" data-room="lists">
      <Segmented<Face>
        aria-label={t('faces')}
        className="declaration-faces"
        value={shown.face}
        onChange={(face) => go(face)}
        options={faces.map((face) => ({
          value: face,
          label: counts ? `${t(`face.${face}`)} ${groupDigits(String(counts[face]))}` : t(`face.${face}`),
        }))}
      />
      <div className="declaration-face">
        {shown.face === 'build' && <BuildView onGo={go} />}
        {shown.face === 'faults' && <FaultView />}
        {shown.face === 'lists' && (
          <ListsView key={JSON.stringify(shown.preset)} preset={shown.preset} onShowAll={() => go('lists')} />
        )}
        {shown.face === 'causes' && <CausesView onShow={(preset) => go('lists', preset)} />}
      </div>
    </div>
  )
}
