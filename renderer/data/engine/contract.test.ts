import { describe, expect, it } from 'vitest'
import { storeContract } from '#shared/protocol/engine/store-contract'
import { openTestBook } from '../../../test/data/book-kit'
import { BookStore } from './store'

describe('the store of a book, by the contract of the memory store', () => {
  storeContract(async () => new BookStore((await openTestBook()).context, 'A'), { test: it, expect })
})
