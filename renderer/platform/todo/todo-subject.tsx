type TodoSubjectProps = { readonly party: string; readonly title: string };

/** Whom and which case a thing to do is about: however long the name, the case number or the paper stays in sight. */
export function TodoSubject({ party, title }: TodoSubjectProps) {
  return (
    <div className="todo-item-party todo-subject" title={[party, title].filter(Boolean).join('　')}>
      {party ? <span>{party}</span> : null}
      {title ? <span>{title}</span> : null}
    </div>
  );
}
