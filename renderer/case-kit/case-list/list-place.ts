/** How each list was last left, by its path: the way back from a case leads there. Gone with the window. */
const places = new Map<string, string>();

export const keepListPlace = (path: string, search: string): void => {
  places.set(path, search);
};

/** Address of the list, with the filter it was left with. */
export const listPlace = (path: string): string => `${path}${places.get(path) ?? ''}`;
