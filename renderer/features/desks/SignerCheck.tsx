import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Reason } from '#shared/protocol/engine/records'
import { useText } from '../../components/text'

/** A file of a desk whose key is not known here: nothing of it is used before the officer compared the two. */
export type UnknownSigner = { bytes: Uint8Array; fingerprint: string; reason: Reason }

/** Shows the key of a first file, to be compared with what the other computer shows. */
export function SignerCheck(props: {
  file: UnknownSigner | undefined
  onConfirm: (file: UnknownSigner) => void
  onCancel: () => void
}) {
  const { t } = useTranslation('desks')
  const show = useText()
  const { file, onConfirm, onCancel } = props
  return (
    <Modal
      open={file !== undefined}
      title={t('signer.title')}
      okText={t('signer.same')}
      cancelText={t('signer.cancel')}
      onOk={() => file && onConfirm(file)}
      onCancel={onCancel}
      destroyOnHidden
    >
      {file && (
        <>
          <p>{show(file.reason.text)}</p>
          <p>
            <code className="desk-print">{file.fingerprint}</code>
          </p>
          <p>{file.reason.fix && show(file.reason.fix)}</p>
        </>
      )}
    </Modal>
  )
}
