import { data, unit, type Mutant } from './mutant'

const single = 'electron/single-window'
const trust = [
  'electron/services/certificate-trust.ts',
  'electron/services/certificate-trust.test.ts',
] as const
const plan = ['shared/reference/plan.ts', 'shared/reference/plan.test.ts'] as const

/** Promises against whoever sits on the line, at the service, at a file, or in another book. */
export const underAttack: readonly Mutant[] = [
  // A hostile service
  unit(
    'an answer about another batch settles nothing',
    `${single}/http.ts`,
    'outcome.ok && !isAbout(outcome.value, named) ? aboutAnother(outcome) : outcome',
    'outcome.ok && Object.keys(named).length > 9 ? aboutAnother(outcome) : outcome',
    `${single}/http.test.ts`,
  ),
  unit(
    'an answer in another encoding is not kept with holes in it',
    `${single}/request.ts`,
    '{ fatal: true }',
    '{ fatal: false }',
    `${single}/hostile-answers.test.ts`,
  ),
  unit(
    'the words of a refusal are kept up to a length',
    'shared/protocol/told-error.ts',
    'text.slice(0, MOST_WORDS)',
    'text',
    `${single}/hostile-answers.test.ts`,
  ),
  unit(
    'a small answer does not become a large object',
    `${single}/request.ts`,
    'return isBounded(text) ? JSON.parse(text) : undefined',
    'return JSON.parse(text)',
    `${single}/hostile-answers.test.ts`,
  ),
  unit(
    'an answer larger than any page is not read to its end',
    `${single}/request.ts`,
    'if (end > MOST_ANSWER_BYTES) {',
    'if (end > MOST_ANSWER_BYTES * 9) {',
    `${single}/http.test.ts`,
  ),
  unit(
    'a redirect is not followed with the token',
    `${single}/request.ts`,
    "redirect: 'manual',",
    "redirect: 'follow',",
    `${single}/http.test.ts`,
  ),
  unit(
    'an answer of another shape is no answer',
    `${single}/request.ts`,
    'if (parsed.success) return { ok: true, value: parsed.data',
    'if (parsed) return { ok: true, value: parsed.data!',
    `${single}/http.test.ts`,
  ),
  unit(
    'a service that offers no session gets nothing of a book',
    `${single}/http.ts`,
    'return endpoint.token === undefined ? refused(signInMissing()) : { ok: true, value: endpoint.token }',
    "return { ok: true, value: endpoint.token ?? '' }",
    `${single}/http.test.ts`,
  ),
  unit(
    'more receipts without getting on are no more',
    'shared/protocol/engine/pull.ts',
    'const goesOn = more && next !== cursor',
    'const goesOn = more',
    'shared/protocol/engine/turn.test.ts',
  ),

  // TLS
  unit(
    'a pinned certificate rules out all others',
    trust[0],
    'pins.includes(fingerprintOf(certificate)) ? ACCEPT : REFUSE',
    'pins.includes(fingerprintOf(certificate)) ? ACCEPT : AS_CHROMIUM',
    trust[1],
  ),
  unit(
    'an authority vouches for the host only that stands in the certificate',
    trust[0],
    '(isIP(host) ? certificate.checkIP(host) : certificate.checkHost(host)) !== undefined &&',
    '',
    trust[1],
  ),
  unit(
    'a certificate counts in its time only',
    trust[0],
    'Date.parse(validFrom) <= now && now <= Date.parse(validTo)',
    'Date.parse(validFrom) <= now',
    trust[1],
  ),
  unit(
    'only the certificate of an authority is taken for one',
    trust[0],
    'if (new X509Certificate(trust.pem).ca) return',
    'if (new X509Certificate(trust.pem)) return',
    trust[1],
  ),

  // Installers
  unit(
    'an installer is not older than what is there',
    'shared/release/release.ts',
    'compareVersions(release.version, have) > 0',
    'compareVersions(release.version, have) !== 0',
    'electron/services/releases.test.ts',
  ),
  unit(
    'an installer is signed by the publisher',
    'electron/services/releases.ts',
    'const isOurs = trusted.includes(publicKey)',
    'const isOurs = trusted.length > 0',
    'electron/services/releases.test.ts',
  ),
  unit(
    'an installer has the bytes that were signed',
    'electron/services/releases.ts',
    '|| (await digestOf(installer)) !== release.sha256',
    '',
    'electron/services/releases.test.ts',
  ),

  // What leaves, and what is clear
  unit(
    'a spreadsheet is handed no formula',
    'shared/table/harmless.ts',
    'begins.test(text) && !number.test(text)',
    'begins.test(text) && number.test(text)',
    'renderer/components/grid/tsv.test.ts',
  ),
  unit(
    'a column that is clear shows no text of its record',
    'renderer/data/schema/tables.ts',
    'clear: (r) => ({ state: r.state }), caption: (r) => r.file',
    'clear: (r) => ({ state: r.file }), caption: (r) => r.file',
    'renderer/workers/book/clear-columns.test.ts',
  ),

  // Poisoned updates of tables
  unit(
    'an old table does not undo a newer one',
    plan[0],
    'if (isOlder(to, here.highest))',
    'if (isOlder(here.highest ?? to, to))',
    plan[1],
  ),
  unit(
    'an update joins on to the version that is there',
    plan[0],
    'if (last?.version !== from) {',
    'if (last === undefined) {',
    plan[1],
  ),
  unit(
    'an update joins on to what its publisher had',
    plan[0],
    'return base === last.digest ?',
    'return base !== null ?',
    plan[1],
  ),
  unit(
    'an update gives the table its publisher says it gives',
    plan[0],
    'if (update.digest !== undefined && digest !== update.digest)',
    "if (update.digest !== undefined && digest === '')",
    plan[1],
  ),
  unit(
    'a code is written as codes are',
    'shared/reference/kinds.ts',
    '/^[0-9A-Z]{1,10}$/.test(key)',
    "key !== ''",
    plan[1],
  ),

  // Other enterprises, and what was handed over or destroyed
  unit(
    'no window reaches the book of another enterprise',
    'electron/services/permissions.ts',
    'if (asked.book && first !== holder.bookId)',
    'if (asked.book && first === undefined)',
    'electron/services/permissions.test.ts',
  ),
  unit(
    'a file of a 卷宗 that was changed is named',
    'shared/pack/prove.ts',
    "if ((await digest(content)) !== sha256) throw refuse('hash', name)",
    '',
    'shared/audit-file/audit-file.test.ts',
  ),
  unit(
    'nothing that is open is destroyed, nor what it rests on',
    'shared/retention/decide.ts',
    'if (open) return { keep: open, ...told }',
    '',
    'shared/retention/retention.test.ts',
  ),
  unit(
    'the time of a document counts from the last one linked with it',
    'shared/retention/decide.ts',
    'lastDay({ days: known.flatMap(({ days }) => days) })',
    'lastDay(own)',
    'shared/retention/retention.test.ts',
  ),
  data(
    'only what was purged may be missing from the journal',
    'renderer/data/write/verify.ts',
    'if (!row && (purged.get(key) ?? 0) >= seq) continue',
    'if (!row) continue',
    'renderer/data/write/purge.test.ts',
  ),
  data(
    'what was purged leaves the journal too',
    'renderer/data/write/purge.ts',
    '.map((row) => ({ ...row, before: row.before.filter(stays(row.seq)) }))',
    '.map((row) => ({ ...row }))',
    'renderer/data/write/purge.test.ts',
  ),
]
