type At<Desk> = <T>(work: (desk: Desk) => Promise<T>) => Promise<T>

/**
 * Makes the verbs of the book that a worker of its own answers.
 * @param at asks there, once everything committed before is known there
 */
export const asking =
  <Desk>(at: At<Desk>) =>
  <Verb extends keyof Desk>(verb: Verb): Desk[Verb] => {
    const ask = (...asked: unknown[]) =>
      at((desk) => (desk[verb] as (...asked: unknown[]) => Promise<unknown>)(...asked))
    return ask as Desk[Verb]
  }
