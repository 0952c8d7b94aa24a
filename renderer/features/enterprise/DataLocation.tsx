import { Alert, Descriptions } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '#shared/ipc/contract'
import { useSession } from '../../app/book'
import { describeFailure, type Failure } from '../../components/failure'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'

/** 数据位置: where the book lies, what protects its key, and what runs the app. Facts only. */
export function DataLocation() {
  const { t } = useTranslation('enterprise')
  const show = useText()
  const { entry } = useSession()
  const [info, setInfo] = useState<Result<'app.info'>>()
  const [failure, setFailure] = useState<Failure>()
  useEffect(() => {
    window.yiguan.invoke('app.info').then(setInfo, (error: unknown) => setFailure(describeFailure(error)))
  }, [])
  return (
    <section className="enterprise-part" aria-label={t('data.title')}>
      <header>
        <h2>{t('data.title')}</h2>
      </header>
      {failure && <Alert type="error" showIcon title={show(failure.text)} />}
      {info && (
        <Descriptions
          bordered
          size="small"
          column={1}
          items={[
            { key: 'where', label: t('data.where'), children: <code>{info.dataLocation}</code> },
            { key: 'key', label: t('data.key'), children: t(`app:keyStore.${info.keyStore}`) },
            {
              key: 'host',
              label: t('data.host'),
              children: `${t(`app:host.${info.host}`)} · ${info.version}`,
            },
            { key: 'created', label: t('data.created'), children: showTime(entry.createdAt) },
            { key: 'sealed', label: t('data.sealed'), children: t('data.sealedHow') },
          ]}
        />
      )}
    </section>
  )
}
