/** As many of a finding's places as there is room for: of very many the first ones and the last, which tells where it leaks. */
export function firstAndLast<Place>(places: readonly Place[], most: number): readonly Place[] {
  return places.length <= most ? places : [...places.slice(0, most - 1), ...places.slice(-1)];
}
