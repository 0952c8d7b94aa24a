/** One promise about the officer's data broken in the source, and the test that must find it. */
export type Mutant = {
  promise: string
  /** Where, what stands there exactly once, and what is put there instead. */
  file: string
  find: string
  put: string
  project: 'unit' | 'data' | 'torture'
  test: string
}

export const unit = (promise: string, file: string, find: string, put: string, test: string): Mutant => ({
  promise,
  file,
  find,
  put,
  project: 'unit',
  test,
})
export const data = (...of: Parameters<typeof unit>): Mutant => ({ ...unit(...of), project: 'data' })
