/** A grant as main makes it and the worker of a book takes it: both are tested with this one. */
export const written = {
  indexKey: '0707070707070707070707070707070707070707070707070707070707070707',
  grant: {
    act: 'purge',
    subject: 'digest of what goes',
    officer: '王主管',
    nonce: '00000000-0000-4000-8000-000000000001',
    until: '2026-11-23T08:02:00.000Z',
    proof: 'Y59nz7Z_vMCtcCv1lceH2MobhCLno0v-Sotix6QFbio',
  },
}
