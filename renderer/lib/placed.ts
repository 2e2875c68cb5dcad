export type Placed<T> = { readonly item: T; readonly place: number };

/** Parts of a text that is drawn whole each time: each with its place, which is all that tells two of them apart. */
export const placed = <T>(items: readonly T[]): readonly Placed<T>[] =>
  items.map((item, place) => ({ item, place }));
