import { useCallback, useEffect, useState } from 'react'
import type { Result } from '#shared/ipc/contract'
import { useSession } from '../../app/book'
import { describeFailure, type Failure } from '../../components/failure'

export type NetworkSettings = Result<'network.settings'>

/** How the open book reaches its single window, as main keeps it; `reload` after a change. */
export function useSettings() {
  const { entry } = useSession()
  const [settings, setSettings] = useState<NetworkSettings>()
  const [failure, setFailure] = useState<Failure>()
  const reload = useCallback(async () => {
    try {
      setSettings(await window.yiguan.invoke('network.settings', entry.id))
    } catch (error) {
      setFailure(describeFailure(error))
    }
  }, [entry.id])
  useEffect(() => void reload(), [reload])
  return { settings, failure, reload }
}
