import { useEffect } from 'react'
import { useSession } from '../../app/book'
import { refreshBackups } from '../../app/safety/backups'
import { useAct } from '../../app/useAct'
import { Backups } from './Backups'
import { Installer } from './Installer'
import { Keys } from './Keys'
import { Move } from './Move'
import { VerifyJournal } from './VerifyJournal'
import './safety.css'

/** 数据安全: backups and restoring for practice, whether the book is as the program left it, and the ways to its keys. */
export function SafetyRoom() {
  const session = useSession()
  const { refuse } = useAct()
  const { port } = session
  useEffect(() => {
    refreshBackups(session).catch(refuse)
    // Another enterprise record is no other book.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [port, refuse])
  return (
    <div className="safety" data-room="safety">
      <Backups />
      <div className="safety-side">
        <VerifyJournal />
        <Keys />
        <Move />
        <Installer />
      </div>
    </div>
  )
}
