import { proxy } from 'comlink'
import { create } from 'zustand'
import { may } from '#shared/people/roles'
import { describeFailure } from '../../components/failure'
import type { Session } from '../book'
import { notify } from '../notices'

/** How many rows of the open book were looked at since it is brought under a new key; absent: that is not going on. */
export const useRenewal = create<{ rows?: number }>(() => ({}))

/**
 * Go on with bringing the book under its present key, and have main forget the one before when nothing needs it. Where 审计 is
 * signed in, it waits for the next who works with the book.
 */
export async function goOnRenewing({ port, entry, roles }: Session): Promise<void> {
  if (!may(roles, 'backup')) return
  const progress = (rows: number) => useRenewal.setState({ rows })
  try {
    if (await port.renewSeals(proxy(progress))) await window.yiguan.invoke('vault.keysRenewed', entry.id)
  } catch (error) {
    notify({
      id: 'renewal',
      level: 'warning',
      title: {
        zh: '更换数据密钥没有做完，下次解锁时继续；数据都能照常使用。',
        en: 'The renewal of the data keys is not at its end; it goes on at the next unlock, and all data can be used.',
      },
      detail: describeFailure(error).text,
      at: new Date().toISOString(),
      view: 'safety',
    })
  } finally {
    useRenewal.setState({}, true)
  }
}
