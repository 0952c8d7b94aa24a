/** Body of a refusal with this code; nobody reads its words here. */
export const errorBody = (code: string) => ({
  error: { code, message: { zh: code, en: code }, fix: { zh: code, en: code } },
})
