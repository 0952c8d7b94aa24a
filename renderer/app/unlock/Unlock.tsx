import { Alert, Button, Empty, Form, Input, Select, Typography, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookEntry } from '#shared/ipc/vault'
import type { Failure } from '../../components/failure'
import { useText } from '../../components/text'
import { openBook, openingFailure, startAnotherBook } from '../book'
import { BookTag } from '../frame/BookTag'
import { Entrance } from './Entrance'
import { FirstPassword } from './FirstPassword'
import { KeyStoreLine } from './KeyStoreLine'
import { RecoverBook } from './RecoverBook'
import { RestoreBook } from './RestoreBook'

type UnlockProps = { books: readonly BookEntry[]; failure?: Failure }

function BookChoice({ book, chosen, onChoose }: { book: BookEntry; chosen: boolean; onChoose: () => void }) {
  return (
    <label className={chosen ? 'book-choice book-choice-on' : 'book-choice'}>
      <input type="radio" name="book" checked={chosen} onChange={onChoose} />
      <span className="book-choice-name">{book.label}</span>
      <BookTag kind={book.kind} />
    </label>
  )
}

/** Choose a book and give its password. Nothing of a book is readable before. */
export function Unlock({ books, failure }: UnlockProps) {
  const { t } = useTranslation('app')
  const show = useText()
  const [chosen, setChosen] = useState(books[0]?.id)
  const [busy, setBusy] = useState(false)
  const [way, setWay] = useState<'password' | 'restore' | 'recover'>('password')
  const [who, setWho] = useState<string>()
  const [given, setGiven] = useState<string>()
  const password = useRef<InputRef>(null)
  const book = books.find((candidate) => candidate.id === chosen)

  const officers = book?.officers ?? []
  const officer = officers.find(({ id }) => id === who) ?? officers[0]
  const unlock = async (values: { password: string }) => {
    if (!book || !officer) return
    setBusy(true)
    if (await openBook(book, values.password, officer.id)) return
    setBusy(false)
    if (openingFailure() === 'initial-password') setGiven(values.password)
    else password.current?.select()
  }
  if (book && officer && given !== undefined) {
    return (
      <Entrance>
        <FirstPassword book={book} officer={officer.id} given={given} onBack={() => setGiven(undefined)} />
      </Entrance>
    )
  }
  const back = () => setWay('password')
  if (way === 'restore' || (way === 'recover' && book)) {
    return (
      <Entrance>
        {way === 'restore' ? <RestoreBook onBack={back} /> : <RecoverBook book={book!} onBack={back} />}
      </Entrance>
    )
  }
  return (
    <Entrance>
      <Typography.Title level={3}>{t('unlock.title')}</Typography.Title>
      {failure && <Alert type="error" showIcon title={show(failure.text)} className="entrance-alert" />}
      {books.length === 0 && <Empty description={t('unlock.none')} />}
      <div role="radiogroup" aria-label={t('unlock.books')} className="book-choices">
        {books.map((candidate) => (
          <BookChoice
            key={candidate.id}
            book={candidate}
            chosen={candidate.id === chosen}
            onChoose={() => setChosen(candidate.id)}
          />
        ))}
      </div>
      {book && (
        <Form layout="vertical" requiredMark={false} onFinish={unlock}>
          {officers.length > 1 && (
            <Form.Item label={t('unlock.officer')} htmlFor="unlock-officer">
              <Select
                id="unlock-officer"
                size="large"
                value={officer?.id}
                options={officers.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(id: string) => {
                  setWho(id)
                  password.current?.focus()
                }}
              />
            </Form.Item>
          )}
          <Form.Item
            name="password"
            label={t('unlock.password')}
            rules={[{ required: true, message: t('unlock.needed') }]}
          >
            <Input.Password ref={password} autoFocus size="large" autoComplete="off" />
          </Form.Item>
          <Button type="primary" htmlType="submit" size="large" block loading={busy}>
            {t('unlock.open')}
          </Button>
        </Form>
      )}
      <div className="entrance-ways">
        <Button type="link" className="entrance-more" onClick={() => startAnotherBook(books)}>
          {t('unlock.another')}
        </Button>
        <Button type="link" className="entrance-more" onClick={() => setWay('restore')}>
          {t('safety:restore.title')}
        </Button>
        {book && (
          <Button type="link" className="entrance-more" onClick={() => setWay('recover')}>
            {t('safety:recover.title')}
          </Button>
        )}
      </div>
      <KeyStoreLine />
    </Entrance>
  )
}
