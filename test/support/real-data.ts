import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const besideProject = fileURLToPath(new URL('../../../shared/data', import.meta.url))
const largest = 'orders-large/online-retail-uci-full/onlineretail.csv.gz'

/**
 * A folder with public exports that may be read but not shipped: the one `YIGUAN_REAL_DATA` names, else one that lies
 * beside the project. Undefined where there is none; a folder that was named but does not hold them is a mistake.
 */
export const realData = ((): string | undefined => {
  const named = process.env['YIGUAN_REAL_DATA']
  if (named && !existsSync(join(named, largest))) {
    throw new Error(`YIGUAN_REAL_DATA: ${named} does not hold ${largest}`)
  }
  return named || (existsSync(join(besideProject, largest)) ? besideProject : undefined)
})()

/** 541,909 invoice lines of the UCI "Online Retail" set, compressed. */
export const onlineRetail = realData && join(realData, largest)

/** Tests of such files; left out where the files are not, because a skipped test counts as failed. */
export const realDataTests = '**/*-real.test.ts'
