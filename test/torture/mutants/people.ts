import { unit, data, type Mutant } from './mutant'

const services = 'electron/services'

/** Promises about several officers on one computer: who may do what, and what a former one leaves behind. */
export const people: readonly Mutant[] = [
  unit(
    'personal data is masked before it leaves the worker',
    'renderer/workers/book/personal.ts',
    "?.sensitivity === 'personal'",
    "?.sensitivity === 'secret'",
    'renderer/workers/book/personal.test.ts',
  ),
  unit(
    'a book that nobody uses locks by itself',
    `${services}/auto-lock.ts`,
    'idleSeconds() >= minutes * 60',
    'idleSeconds() >= minutes * 60_000',
    `${services}/auto-lock.test.ts`,
  ),
  unit(
    'the process of a locked page ends',
    'electron/shell/ending.ts',
    'if (window && !window.isDestroyed()) renew(window)',
    'if (window?.isDestroyed()) renew(window)',
    'electron/shell/ending.test.ts',
  ),
  unit(
    'a page that hangs ends all the same',
    'electron/shell/ending.ts',
    'waiting.set(id, setTimeout(endNow, patienceMs, id))',
    'waiting.set(id, setTimeout(() => undefined, patienceMs))',
    'electron/shell/ending.test.ts',
  ),
  unit(
    'main lets nobody beyond the own roles',
    `${services}/permissions.ts`,
    'return may(holder.roles, asked.right)',
    'return holder.roles.length > 0',
    `${services}/permissions.test.ts`,
  ),
  unit(
    'the worker lets nobody beyond the own roles',
    'renderer/workers/book/role-gate.ts',
    'needed!.some((right) => may(held, right))',
    'needed!.some(() => held.length > 0)',
    'renderer/workers/book/role-gate.test.ts',
  ),
  unit(
    'a disabled officer has no key any more',
    `${services}/vault-people.ts`,
    'delete officer.wrap',
    '',
    `${services}/vault-people.test.ts`,
  ),
  unit(
    'wrong passwords of one officer do not lock out another',
    `${services}/vault-shelf.ts`,
    "return failed(vault, officer, 'wrongPassword')",
    "return failed(vault, book.officers[0]!, 'wrongPassword')",
    `${services}/vault-people.test.ts`,
  ),
  unit(
    'a first password opens nothing but the way to an own one',
    `${services}/vault.ts`,
    "if (officer.initial) throw refuse('initial')",
    '',
    `${services}/vault-people.test.ts`,
  ),
  unit(
    'who changed a document last does not check it',
    'shared/people/checking.ts',
    'return author === who ? ownWork : undefined',
    'return author === undefined ? ownWork : undefined',
    'shared/people/checking.test.ts',
  ),
  unit(
    'a document that was changed is unchecked again',
    'shared/people/checking.ts',
    'before && isSame\n',
    'before\n',
    'shared/people/checking.test.ts',
  ),
  unit(
    'a clock that is put back gives no time',
    'shared/people/checking.ts',
    'Math.max(hoursOf(now), seen)',
    'hoursOf(now)',
    'shared/people/checking.test.ts',
  ),
  unit(
    'leave to destroy holds once',
    'renderer/workers/book/grants.ts',
    '|| this.#used.has(given.nonce)',
    '',
    'renderer/workers/book/grants.test.ts',
  ),
  unit(
    'leave to destroy is given by main only',
    'renderer/workers/book/grants.ts',
    '|| !(await this.#isOurs(given))',
    '',
    'renderer/workers/book/grants.test.ts',
  ),
  data(
    'nothing is destroyed without leave',
    'renderer/workers/book/keeping-host.ts',
    "await session.grants.take({ act: 'purge', subject: digest }, grant, session.book.context.now())",
    '',
    'renderer/workers/book/work.data.test.ts',
  ),
  data(
    'nothing unchecked is declared',
    'renderer/workers/declaration/declare.ts',
    'if (checking && !stored.record.checked)',
    'if (checking && stored.record.author === undefined)',
    'renderer/workers/book/work.data.test.ts',
  ),
]
