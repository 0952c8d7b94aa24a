import type { Text } from '#shared/model/text'

/** A request that main understood and declines: a code for programs, a sentence with the remedy for people. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly text: Text,
  ) {
    super(text.en)
    this.name = 'Refusal'
  }
}
