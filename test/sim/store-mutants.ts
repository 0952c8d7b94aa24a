import { MemoryStore } from '#shared/protocol/engine/memory-store'
import type { MemoryState } from '#shared/protocol/engine/memory-state'
import type { AnswerNote, Fence, FixedBatch, ReceiptBatch, SentNote } from '#shared/protocol/engine/ports'
import type { Enqueued, JournalEntry, Submission } from '#shared/protocol/engine/records'
import type { BatchAnswer } from '#shared/protocol/api'

/** Where a process may be killed; the stores of the simulator call it wherever a real one would touch the disk. */
export type Pause = () => Promise<void>
type Base = new (start: string | MemoryState) => MemoryStore

const reason = { code: 'mutant', text: { zh: '变异', en: 'mutant' } }

/**
 * Stores broken on purpose, one mistake each. If the simulator did not catch one of them, it would not catch the real
 * mistake either.
 */
export const storeMutants: Readonly<Record<string, (pause: Pause) => Base>> = {
  /** A result that is unknown is taken for a failure, and the documents go into a new batch. */
  'remake on unknown result': () =>
    class extends MemoryStore {
      override async markSent(id: string, note: SentNote, fence: Fence) {
        await super.markSent(id, note, fence)
        await super.dissolve(id, { reason, crowd: Infinity, at: note.call.at }, fence)
      }
    },

  /** The cursor is on disk before the receipts are. */
  'cursor outside the transaction': (pause) =>
    class extends MemoryStore {
      override async applyReceipts(page: ReceiptBatch, fence: Fence) {
        const moved = await super.applyReceipts({ ...page, facts: [], originals: [] }, fence)
        await pause()
        return moved && super.applyReceipts({ ...page, from: page.cursor }, fence)
      }
    },

  /** The batch is on disk before its documents know of it. */
  'batch fixed in two steps': (pause) =>
    class extends MemoryStore {
      override async fixBatch(fixed: FixedBatch, fence: Fence) {
        const { batch, bytes } = fixed
        this.state.batches.set(batch.id, batch)
        this.state.bytes.set(batch.id, bytes)
        await pause()
        this.state.batches.delete(batch.id)
        return super.fixBatch(fixed, fence)
      }
    },

  /** What reached its end is queued once more. */
  'sent again after the end': () =>
    class extends MemoryStore {
      override async applyReceipts(page: ReceiptBatch, fence: Fence) {
        const result = await super.applyReceipts(page, fence)
        for (const one of this.state.submissions.values()) {
          if (one.stage === 'done') this.state.submissions.set(one.id, { ...one, stage: 'queued' })
        }
        return result
      }
    },

  /** What the send journal knows is ignored after the database was restored. */
  'journal ignored': () =>
    class extends MemoryStore {
      override async adopt(_entries: JournalEntry[], _now: number, _fence: Fence) {
        return 0
      }
    },

  /** A refused document is dropped instead of kept for correction. */
  'refused dropped': () =>
    class extends MemoryStore {
      override async applyAnswer(id: string, answer: BatchAnswer, next: AnswerNote, fence: Fence) {
        await super.applyAnswer(id, answer, next, fence)
        for (const one of [...this.state.submissions.values()]) {
          if (one.stage === 'rejected') this.state.submissions.delete(one.id)
        }
      }
    },

  /** Batches made for one account are offered under another. */
  'account forgotten': () =>
    class extends MemoryStore {
      override async nextWork(now: number, limit: number) {
        const { account, batches } = this.state
        for (const batch of [...batches.values()]) batches.set(batch.id, { ...batch, account })
        return super.nextWork(now, limit)
      }
    },

  /** Whatever arrives last is the state. */
  'end reopened by a late receipt': () =>
    class extends MemoryStore {
      override async applyReceipts(page: ReceiptBatch, fence: Fence) {
        const result = await super.applyReceipts(page, fence)
        for (const { message, businessKey, status } of page.facts) {
          for (const one of [...this.state.submissions.values()]) {
            if (one.message !== message || one.businessKey !== businessKey) continue
            this.state.submissions.set(one.id, { ...one, state: { ...one.state, code: status } })
          }
        }
        return result
      }
    },

  /** A batch the service will not have is never taken apart. */
  'refused batch kept whole': () =>
    class extends MemoryStore {
      override async dissolve() {}
    },

  /** A second window may queue what is on its way already. */
  'queued twice': () =>
    class extends MemoryStore {
      override async enqueue(submissions: Enqueued[], at: string) {
        for (const { message, businessKey } of submissions) {
          for (const one of [...this.state.submissions.values()]) {
            const same = one.message === message && one.businessKey === businessKey
            if (same) this.state.submissions.set(one.id, { ...one, stage: 'rejected' } satisfies Submission)
          }
        }
        return super.enqueue(submissions, at)
      }
    },

  /** The next batch of a dossier does not wait for the one before. */
  'list before its order': () =>
    class extends MemoryStore {
      override async enqueue(submissions: Enqueued[], at: string) {
        return super.enqueue(
          submissions.map((one) => ({ ...one, waits: [] })),
          at,
        )
      }
    },
}
