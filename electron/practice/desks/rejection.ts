/** Why customs rejects. `desc` names goods by SKU and value, never by line, so that equal causes read equal. */
export type Rejection = { code: string; desc: string }

/** returnInfo as customs writes its decisions. */
export const rejectionInfo = (rejections: readonly Rejection[]): string =>
  rejections
    .map(({ code, desc }) => `[Code:${code};Desc:${desc}]`)
    .join('')
    .slice(0, 1000)
