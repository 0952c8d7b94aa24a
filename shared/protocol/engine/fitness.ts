import type { Capabilities } from '../api'
import { agree, spoken } from '../negotiation'
import type { Hold } from './records'

/** A practice book never sends to a real service, nor a real one to the practice window. */
export function unfitService(
  { service, protocol }: Capabilities,
  book: 'practice' | 'real',
): Hold | undefined {
  if (service.practice !== (book === 'practice')) {
    const text = {
      zh: '演练账套只能发往演练单一窗口，正式账套只能发往正式单一窗口',
      en: 'A practice book sends only to a practice window, a real book only to a real one',
    }
    const fix = {
      zh: '请在网络设置中更正服务地址',
      en: 'Correct the service address in the network settings',
    }
    return { kind: 'service', reason: { code: 'book-mismatch', text, fix } }
  }
  const common = agree(protocol)
  if ('version' in common) return undefined
  const range = ({ min, max }: Capabilities['protocol']) => (min === max ? `${min}` : `${min}-${max}`)
  const text = {
    zh: `单一窗口接口版本为 ${range(protocol)}，本机为 ${range(spoken)}`,
    en: `The single window speaks protocol ${range(protocol)}, this client ${range(spoken)}`,
  }
  const fix =
    common.behind === 'client'
      ? { zh: '请更新客户端；单证保留在队列中', en: 'Update the client; the documents stay queued' }
      : {
          zh: '单一窗口版本较旧，请联系单一窗口；单证保留在队列中',
          en: 'The single window is older; ask its operator. The documents stay queued',
        }
  return { kind: 'service', reason: { code: 'protocol-version', text, fix } }
}
