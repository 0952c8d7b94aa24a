import { useState } from 'react'
import { useSession } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { Officers } from './Officers'
import { RightsTable } from './RightsTable'
import { Rules } from './Rules'
import './people.css'

/** 操作员: who may open the book, what each role may do, and the rules for several of them. */
export function PeopleRoom() {
  const { entry, port } = useSession()
  const [changed, setChanged] = useState(0)
  const stored = useChanges('settings')
  const { value: people } = useQueryState(() => window.yiguan.invoke('vault.officers', entry.id), changed)
  const { value: rules } = useQueryState(() => port.people(), `${stored} ${changed}`)
  const again = () => setChanged((n) => n + 1)
  if (!people || !rules) return null
  return (
    <div className="people" data-room="people">
      <div className="people-main">
        <Officers officers={people.officers} onChanged={again} />
        <RightsTable />
      </div>
      <Rules
        key={JSON.stringify([rules.rules, people.autoLock])}
        rules={rules.rules}
        grace={rules.grace}
        autoLock={people.autoLock}
        onChanged={again}
      />
    </div>
  )
}
