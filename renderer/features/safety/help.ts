import type { FieldHelp, HelpCard } from '../../app/help'

export const cards: readonly HelpCard[] = [
  {
    id: 'safety-backup',
    room: 'safety',
    title: { zh: '备份、演练与恢复', en: 'Backing up, drilling and restoring' },
    steps: [
      {
        zh: '第一次：在「数据安全」点「设置备份口令…」。备份口令与登录口令分开，换了电脑也靠它打开备份，请另外保管。',
        en: 'First: set a backup passphrase under Data safety. It is not the unlock password; on another computer it alone opens a backup. Keep it elsewhere.',
      },
      {
        zh: '点「更换位置…」选移动硬盘或共享盘。放在本机同一块盘上的备份，盘坏了会一起丢。',
        en: 'Choose a removable or shared disk under Another place: a backup beside the book is lost with the disk.',
      },
      {
        zh: '之后每天有改动、且三分钟没有人操作时自动备份一份；也可随时点「立即备份」。写完会从盘上重新读出核对，核对通过才算数。',
        en: 'From then on one is written each day that brought changes, when nobody worked for three minutes; or at once with Back up now. It counts only after it was read back from the disk.',
      },
      {
        zh: '每季度对最近一份点「恢复演练…」：真的恢复到一个临时库，逐条、逐块与备份对照，再核验操作记录，最后删除临时库。',
        en: 'Each quarter drill the newest: it is really restored into a temporary database, compared row by row and part by part, its journal verified, and removed.',
      },
      {
        zh: '要恢复：点「锁定并前往恢复」，在解锁页点「从备份恢复」，选文件、输备份口令、设登录口令。恢复成另一个账套，原来的不动；备份之后发过的批次只查询，不会重发。',
        en: 'To restore: lock, choose Restore from a backup on the unlock page, then the file, its passphrase and a new password. It becomes a book of its own; batches sent since are asked about, never sent again.',
      },
    ],
  },
  {
    id: 'safety-move',
    room: 'safety',
    title: { zh: '换电脑', en: 'Another computer' },
    steps: [
      {
        zh: '旧电脑：在「数据安全」设好备份口令，插上 U 盘，用「更换位置…」选它。',
        en: 'Old computer: set the backup passphrase under Data safety, plug in a disk and choose it under Another place.',
      },
      {
        zh: '点「迁到新电脑…」，写明原因，勾选确认，点「迁出并写迁移文件」。本机从此只能查看。',
        en: 'Choose Move to a new computer, give the reason, confirm, and move out. From then on this one can only be looked at.',
      },
      {
        zh: '文件没有写成（盘满、拔出）：处理后在同一处再写一份，内容不变。',
        en: 'Was the file not written (disk full, pulled out), see to it and write it again at the same place; nothing has changed.',
      },
      {
        zh: '新电脑：解锁页点「从备份恢复」，选迁移文件，输备份口令，设新的登录口令。排队未发的接着发，已发过的只查询。',
        en: 'New computer: Restore from a backup on the unlock page, the moving file, its passphrase, a new password. What waits in the queue goes out there; what was sent is only asked about.',
      },
      {
        zh: '新电脑编新号之前，到「企业」改用新的工位代码：旧代码下的号可能在备份之后用过，同一份文件也可能恢复到另一台电脑。',
        en: 'Before it gives out numbers, choose a new desk code under Company: the old code may have numbered on after the file was written, or the same file may be restored at another computer.',
      },
      {
        zh: '其他操作员的姓名和角色都在，口令不跟着走：到「操作员」给每人一个首次口令。',
        en: 'The other officers are there by name and role, without passwords: give each a first one under Officers.',
      },
    ],
  },
]

export const fields: readonly FieldHelp[] = [
  {
    id: 'safety.move',
    title: { zh: '迁到新电脑', en: 'Move to a new computer' },
    fill: {
      zh: '先冻结本机（已迁出），再写一个带账套、签名密钥和证书的迁移文件。普通备份不带签名密钥，恢复出来的是副本；从已迁出的电脑的普通备份恢复，仍是已迁出。',
      en: 'Freezes this computer (moved out), then writes one file with book, signing key and certificate. A plain backup has no signing key and makes a copy; one of a computer that moved out stays moved out.',
    },
  },
  {
    id: 'safety.backup',
    title: { zh: '立即备份', en: 'Back up now' },
    fill: {
      zh: '把整个账套（加密的数据、操作记录、发送记录、密钥）写成一个文件，用备份口令加密。现有数据比上一份少时先询问，不会顶掉以前的备份。',
      en: 'Writes the whole book, sealed data, journal, what was sent and its keys, as one file under the backup passphrase. Asks first when there is less than in the last one.',
    },
  },
  {
    id: 'safety.passphrase',
    title: { zh: '备份口令', en: 'Backup passphrase' },
    fill: {
      zh: '至少 10 位，建议用几个不相关的词。换口令只影响以后的备份，以前的仍用当时的口令打开。忘记后备份无法打开，没有后门。',
      en: 'At least 10 characters; a few unrelated words are good. A new one holds for backups from now on. Forgotten, it opens nothing: there is no back door.',
    },
  },
  {
    id: 'safety.place',
    title: { zh: '备份位置', en: 'Where backups go' },
    fill: {
      zh: '按日 7 份、按周 4 份、按月 12 份保留。以前写在别处的备份不移动，仍列在表里。',
      en: 'Seven daily, four weekly and twelve monthly ones are kept. Backups written elsewhere before stay there and in the list.',
    },
  },
  {
    id: 'safety.drill',
    title: { zh: '恢复演练', en: 'Drill' },
    fill: {
      zh: '证明这份备份和备份口令真的能用。演练不影响当前账套，需要与账套差不多大的磁盘空间。',
      en: 'Proves that backup and passphrase really work. The open book is not touched; it takes about as much disk as the book.',
    },
  },
  {
    id: 'safety.verify',
    title: { zh: '核验全部', en: 'Verify everything' },
    fill: {
      zh: '从第一条操作记录走到最后一条，并与每条数据对照。有人绕过程序改了数据时，指出是哪一条。打开账套时只看最后 200 条。',
      en: 'Walks the journal from its first entry and compares every record. An edit made outside the program is named by record. At unlock only the last 200 entries are looked at.',
    },
  },
  {
    id: 'safety.recovery',
    title: { zh: '恢复密钥', en: 'Recovery key' },
    fill: {
      zh: '忘记口令、换系统账户或重装系统后，用它打开账套。只显示一次，请抄在纸上离线保管；再生成一把时旧的失效。',
      en: 'Opens the book when the password is forgotten or the system was set up anew. Shown once: write it on paper. A new one makes the earlier useless.',
    },
  },
  {
    id: 'safety.keys',
    title: { zh: '更换数据密钥', en: 'Renew the data keys' },
    fill: {
      zh: '改登录口令不换数据密钥。有人离开、恢复密钥或备份可能外泄时才需要更换：之后拿着旧密钥的人打不开新的数据盘拷贝。旧备份照常用备份口令打开。编号索引的钥匙不变，它打不开任何内容。密评要求国密的企业可在此改用 SM4-GCM，代价写在选项下。',
      en: 'Another unlock password is no other data key. Renew when somebody left, or the recovery key or a backup may be exposed: whoever has the old key then opens nothing of a later copy of the disk. Earlier backups open by their passphrase. The key of the number index stays; it opens nothing. An enterprise whose assessment demands it changes to SM4-GCM here; what that costs stands below the choice.',
    },
  },
]
