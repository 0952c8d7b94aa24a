import type { Edit } from '../support/edited'
import type { Faults, Workload } from './plan'

export type EngineMutant = {
  /** The promise it breaks: the beginning of what the invariant says. */
  breaks: 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6'
  edits: readonly Edit[]
  /** Faults without which the mistake does not show. */
  needs?: Partial<Faults>
  work?: Partial<Workload>
  /** The first seed that is tried: it brought the mistake to light, and those before it did not. */
  seed?: number
}

const edit = (find: string, put: string): Edit => ({ find, put })

/**
 * Mistakes in the engine itself and in main's way to a service, made by changing a line of its source. Whoever rewrites such a line is told by the
 * bundler that the mistake has to be put anew.
 */
export const engineMutants: Readonly<Record<string, EngineMutant>> = {
  'a broken line is taken for a refusal': {
    breaks: 'I1',
    edits: [
      edit(
        'if (failure.line) return lineDown(batch, failure, around, sent)',
        "if (failure.line) return [{ verb: 'dissolve', how: { reason: reasonOf(failure), crowd: Infinity, at } }]",
      ),
    ],
    needs: { loseResponse: 0.3 },
  },
  'the send journal is not compared': {
    breaks: 'I1',
    edits: [edit('await ports.store.adopt(await ports.transport.journal(), ports.clock.now(), fence)', '')],
    needs: { rollback: true, sentinel: false, accountSwitch: false },
    seed: 3,
  },
  'an item that was refused counts as taken in': {
    breaks: 'I2',
    edits: [edit("const taken = item.outcome !== 'refused'", 'const taken = true')],
    seed: 3,
  },
  'what is on its way can be taken back': {
    breaks: 'I2',
    edits: [
      edit(
        "stage === 'waiting' || stage === 'queued' || (stage",
        "stage === 'waiting' || stage === 'queued' || stage === 'sending' || stage === 'sent' || (stage",
      ),
    ],
    needs: { loseResponse: 0.3, rollback: false },
    work: { takeBack: 0.9 },
  },
  'a late receipt turns the state back': {
    breaks: 'I3',
    edits: [edit('if (stale) return seen', ''), edit('if (seen.final) return seen', '')],
    needs: { delayReceipt: 0.5 },
  },
  'the cursor moves past what was not stored': {
    breaks: 'I3',
    edits: [
      edit(
        'facts: receipts.flatMap((receipt) => readFacts(receipt, codec))',
        'facts: more ? [] : receipts.flatMap((receipt) => readFacts(receipt, codec))',
      ),
    ],
    seed: 6,
  },
  'a batch unknown there is never sent again': {
    breaks: 'I4',
    edits: [
      edit(
        'return sent({ counts: false, nextAt: now, resend: true })',
        'return sent({ counts: false, nextAt: now, resend: false })',
      ),
    ],
    needs: { loseRequest: 0.3 },
  },
  'a refused batch is not halved': {
    breaks: 'I4',
    edits: [edit('Math.floor(batch.submissions.length / 2)', 'batch.submissions.length')],
    seed: 6,
  },
  'a wait set by a wrong clock is kept': {
    breaks: 'I4',
    edits: [edit(' || time - now > LONGEST_WAIT_MS', '')],
    needs: { clockJumpPerMinute: 0.1, busy: 0.3 },
  },
  'a half answer closes the batch': {
    breaks: 'I4',
    edits: [edit('s.batch === batch.id && awaitsResult(s)', 'working && s.batch === batch.id')],
    needs: { half: 0.3 },
  },
  'batches forget their account': {
    breaks: 'I5',
    edits: [
      edit(
        'this.batchesIn(openStages).filter((batch) => batch.account === account)',
        'this.batchesIn(openStages)',
      ),
      edit(
        '!openStages.includes(batch.stage) || batch.account !== this.state.account)',
        '!openStages.includes(batch.stage))',
      ),
    ],
    needs: { accountSwitch: true, loseRequest: 0.3 },
  },
  'what a service lost when it was put back is not sent again': {
    breaks: 'I2',
    edits: [edit('if (isWhole) {', 'if (isWhole) return true\n if (isWhole) {')],
    needs: { serviceRestore: true, rollback: false, accountSwitch: false },
  },
  'what was answered is not looked for now and then': {
    breaks: 'I2',
    edits: [
      edit("{ do: 'recheck', batch: oldest, probe: true }", 'undefined'),
      edit('if (page.restarted) this.wasPutBack()', ''),
    ],
    needs: { serviceRestore: true, rollback: false, accountSwitch: false },
  },
  'a service that lost filings and nothing else is not missed': {
    breaks: 'I2',
    edits: [edit('if (hasFiled && isDue(filingsComparedAt, now))', 'if (false)')],
    needs: { filingsLost: true, serviceRestore: false, rollback: false, accountSwitch: false },
    work: { filings: 3 },
  },
  'what only the send journal knows is not asked about again': {
    breaks: 'I2',
    edits: [
      edit(
        '.filter((one) => one.account === account)\n      .map',
        '.filter((one) => !one.ghost && one.account === account)\n      .map',
      ),
    ],
    needs: { serviceRestore: true },
    seed: 371,
  },
  'a refusal that may repeat an earlier one is believed': {
    breaks: 'I1',
    edits: [edit('if (own || !isDoubtful(fact, no, attempts, restarts))', 'if (no >= 0)')],
    needs: { serviceRestore: true, ownGuids: true, rollback: false, accountSwitch: false },
    work: { wrong: 0.8 },
    seed: 47,
  },
  'what a ghost brought there counts as that of the batch before': {
    breaks: 'I1',
    edits: [edit('...(ghost && { batch: id }),', '')],
    needs: { serviceRestore: true, rollback: true },
    seed: 390,
  },
  'what a ghost overtook goes again': {
    breaks: 'I1',
    edits: [
      edit('current(dossier, one)?.id === one.id && !one.overtaken', 'current(dossier, one)?.id === one.id'),
    ],
    needs: { serviceRestore: true, rollback: true },
    seed: 294,
  },
  'a page asked for ahead is taken for any other': {
    breaks: 'I3',
    edits: [edit('ahead?.epoch === work.epoch && ahead.cursor === cursor && ahead.limit === limit', 'ahead')],
    needs: { diskFull: 0.1, accountSwitch: false, rollback: false },
    seed: 11,
  },
  'a refresh token that was used up is tried for ever': {
    breaks: 'I4',
    edits: [
      edit("if (failure.reached && failure.kind !== 'retry') return signIn()", ''),
      edit('    held = undefined\n    return { ...outcome', '    return { ...outcome'),
    ],
    needs: { sessionMinutes: 3, loseResponse: 0.3, rollback: false, accountSwitch: false },
  },
  'an upload begins at its start again': {
    breaks: 'I4',
    edits: [edit('for (let offset = (reached = start.value); ;', 'for (let offset = (reached = 0); ;')],
    needs: {
      chunkBytes: 600,
      loseRequest: 0.3,
      rollback: false,
      accountSwitch: false,
      serviceRestore: false,
    },
  },
  'a send that was cut off is forgotten': {
    breaks: 'I6',
    edits: [
      edit(
        'work.batches.filter((batch) => isDue(batch.nextAt, now))',
        "work.batches.filter((batch) => batch.stage !== 'sending' && isDue(batch.nextAt, now))",
      ),
    ],
  },
}
