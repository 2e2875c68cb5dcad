import { CheckCircleFilled } from '@ant-design/icons';

export type NavSection = {
  readonly title: string;
  /** Required answers that are still open. */
  readonly openCount: number;
};

type Props = { readonly sections: readonly NavSection[]; readonly onGo: (title: string) => void };

/** Beside a long form: its sections, what is still required in each, and a way there. */
export function SectionNav({ sections, onGo }: Props) {
  return (
    <nav className="sup-section-nav" aria-label="本页内容">
      <ol>
        {sections.map(({ title, openCount }) => (
          <li key={title}>
            <button type="button" className="link-button" onClick={() => onGo(title)}>
              {title}
            </button>
            {openCount > 0 ? (
              <span className="sup-muted">还有 {openCount} 项必填</span>
            ) : (
              <CheckCircleFilled className="sup-good" aria-label="必填项已完成" />
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Scrolls to the section with this heading and puts the cursor into its first field. */
export function goToSection(title: string): void {
  const heading = [...document.querySelectorAll<HTMLElement>('legend, .sup-form-column h2')].find(
    (element) => element.textContent === title,
  );
  const section = heading?.closest<HTMLElement>('fieldset, section');
  section?.scrollIntoView({ block: 'start' });
  section?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
}
