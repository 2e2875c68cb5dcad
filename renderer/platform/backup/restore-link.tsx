import { useSession } from '../../lib/session';

/** On the doors: a new computer, or one whose file is gone, begins with a backup. */
export function RestoreLink() {
  const { status, openDoor } = useSession();
  return (
    <p>
      {status.state === 'new' ? '已有备份？' : '换了电脑，或者资料打不开？'}
      <button type="button" className="link-button" onClick={() => openDoor('restore')}>
        从备份恢复
      </button>
    </p>
  );
}
