/** A paragraph as the paper page offers it for editing. */
export type ParagraphDraft = {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly defaultText: string;
  readonly isEdited: boolean;
  readonly isOptional: boolean;
  readonly isIncluded: boolean;
};

/** Text by paragraph key; null leaves an optional paragraph out, its default text takes one in. */
export type ParagraphEdits = Readonly<Record<string, string | null>>;
