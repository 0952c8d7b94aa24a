import { ServiceError } from '../service-error'
import { hasKey } from '../store/accounts'
import { rememberPublicKey } from '../store/enterprises'
import type { Sql } from '../store/sql'

/**
 * Whether a key may sign for an enterprise. Where other machines can come in, its account lists the keys; on the loopback
 * interface the first key it shows is its own. The caller holds the enterprise's row lock.
 * @throws ServiceError
 */
export async function admitSigner(
  sql: Sql,
  enterprise: string,
  publicKey: string,
  isPublic: boolean,
): Promise<void> {
  if (isPublic) {
    if (!(await hasKey(sql, enterprise, publicKey)))
      throw new ServiceError('account-unknown', { code: enterprise })
  } else if ((await rememberPublicKey(sql, enterprise, publicKey)) !== publicKey) {
    throw new ServiceError('signer-differs')
  }
}
