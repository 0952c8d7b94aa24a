import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewProps } from '../../app/room'
import { Lacking } from './Lacking'
import { PaperDialog } from './PaperDialog'
import { PaperList } from './PaperList'
import type { Draft } from './draft'
import '../../styles/faces.css'
import './evidence.css'

const faces = ['papers', 'lacking'] as const
type Face = (typeof faces)[number]
const isFace = (text: string | undefined): text is Face => faces.some((face) => face === text)

/** 证照与文件: papers with their days and files, and what cannot be done for want of one. `face` as param opens the second. */
export function EvidenceRoom({ params }: ViewProps) {
  const { t } = useTranslation('evidence')
  const [chosen, setChosen] = useState<Face>()
  const [drafts, setDrafts] = useState<readonly Draft[]>([])
  const shown = chosen ?? (isFace(params['face']) ? params['face'] : 'papers')
  const choice = (
    <Segmented<Face>
      aria-label={t('faces')}
      value={shown}
      onChange={setChosen}
      options={faces.map((value) => ({ value, label: t(`face.${value}`) }))}
    />
  )
  const [draft] = drafts
  return (
    <div className="evidence" data-room="evidence" data-help="evidence.room">
      {shown === 'papers' ? (
        <PaperList faces={choice} onEdit={setDrafts} />
      ) : (
        <Lacking faces={choice} onEdit={(one) => setDrafts([one])} />
      )}
      {draft && (
        <PaperDialog
          key={draft.key}
          draft={draft}
          waiting={drafts.length - 1}
          onClose={() => setDrafts((before) => before.slice(1))}
        />
      )}
    </div>
  )
}
