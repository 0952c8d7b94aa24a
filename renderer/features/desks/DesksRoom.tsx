import { Alert, Badge, Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FaceKeys } from '../../app/FaceKeys'
import { Conflicts } from './Conflicts'
import { DeskFacts } from './DeskFacts'
import { HandOver } from './HandOver'
import { MoveOut } from './MoveOut'
import { useDeskState } from './useDeskState'
import './desks.css'

const faces = ['facts', 'conflicts', 'handOver', 'moveOut'] as const

/** 多台电脑: the desks of the enterprise, what they exchange, what they disagree on, handing over, moving out. */
export function DesksRoom() {
  const { t } = useTranslation('desks')
  const { desk } = useDeskState()
  const [face, setFace] = useState<string>('facts')
  if (!desk) return null
  const { moved, counts } = desk
  return (
    <div className="desks" data-room="desks">
      <FaceKeys room="desks" faces={faces} onOpen={setFace} />
      {moved && (
        <Alert
          type="error"
          showIcon
          title={t('moved.banner', { code: desk.code })}
          description={t(moved.told ? 'moved.told' : 'moved.untold')}
        />
      )}
      <Tabs
        activeKey={face}
        onChange={setFace}
        items={[
          { key: 'facts', label: t('face.facts'), children: <DeskFacts desk={desk} /> },
          {
            key: 'conflicts',
            label: (
              <Badge size="small" offset={[14, -2]} count={counts.conflicts}>
                {t('face.conflicts')}
              </Badge>
            ),
            children: <Conflicts />,
          },
          { key: 'handOver', label: t('face.handOver'), children: <HandOver /> },
          { key: 'moveOut', label: t('face.moveOut'), children: <MoveOut desk={desk} /> },
        ]}
      />
    </div>
  )
}
