import { Batches } from './Batches'
import { SigningAlert } from './certificate/SigningAlert'
import { ComparisonPanel } from './ComparisonPanel'
import { LineFacts } from './LineFacts'
import { OtherWays } from './OtherWays'
import { Waiting } from './Waiting'
import { Warnings } from './Warnings'
import { useFacts } from './useFacts'
import './queue.css'

/** 发送队列: the line with its facts, what holds it, every batch with its tries, and the comparison with the service. */
export function QueueRoom() {
  const facts = useFacts()
  return (
    <div className="queue" data-room="queue">
      {facts && <LineFacts facts={facts} />}
      {facts && <Warnings facts={facts} />}
      <SigningAlert />
      <OtherWays facts={facts} />
      <Waiting />
      <Batches />
      <ComparisonPanel />
    </div>
  )
}
