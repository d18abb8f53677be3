/** What is drawn of the path beside one row. */
export interface TrackPiece {
  /** The straight line comes in from above, leaves downward, or both. */
  readonly up: boolean;
  readonly down: boolean;
  /** Whether the straight line ends here, with an arrow. */
  readonly arrives: boolean;
  /** Ways around, which go by other steps or back up. */
  readonly detours: readonly Detour[];
}

/** A piece of a way around in one row. */
export interface Detour {
  /** 1 is next to the straight line. */
  readonly lane: number;
  /** It passes, or bends between the row's step and what is above or below. */
  readonly shape: "through" | "above" | "below";
  /** Whether it ends here, with an arrow. */
  readonly arrives: boolean;
}

/** Ways around beyond this number share the last lane. */
export const LANES = 3;

interface Segment {
  readonly from: number;
  readonly to: number;
  /** 0 is the straight line. */
  readonly lane: number;
}

/**
 * The line that connects steps through rows of code. `stops` has the row of each step, in the order of the path. From one
 * step down to the next in sight the line is straight; what goes back up, or past other steps, goes around them.
 */
export function layTrack(stops: readonly number[], rowCount: number): readonly TrackPiece[] {
  const segments = laySegments(stops);
  return Array.from({ length: rowCount }, (_, row) => pieceAt(row, segments));
}

function laySegments(stops: readonly number[]): readonly Segment[] {
  const segments: Segment[] = [];
  for (const [index, to] of stops.entries()) {
    const from = stops[index - 1];
    if (from === undefined || from === to) continue;
    const isStraight = from < to && !stops.some((stop) => stop > from && stop < to);
    segments.push({ from, to, lane: isStraight ? 0 : freeLane(from, to, segments) });
  }
  return segments;
}

function freeLane(from: number, to: number, segments: readonly Segment[]): number {
  const taken = new Set(segments.filter((other) => overlap({ from, to }, other)).map(({ lane }) => lane));
  let lane = 1;
  while (lane < LANES && taken.has(lane)) lane++;
  return lane;
}

function overlap(one: Pick<Segment, "from" | "to">, other: Pick<Segment, "from" | "to">): boolean {
  return top(one) <= bottom(other) && top(other) <= bottom(one);
}

function top({ from, to }: Pick<Segment, "from" | "to">): number {
  return Math.min(from, to);
}

function bottom({ from, to }: Pick<Segment, "from" | "to">): number {
  return Math.max(from, to);
}

function pieceAt(row: number, segments: readonly Segment[]): TrackPiece {
  const here = segments.filter((segment) => top(segment) <= row && row <= bottom(segment));
  const straight = here.filter(({ lane }) => lane === 0);
  return {
    up: straight.some(({ from }) => from < row),
    down: straight.some(({ to }) => to > row),
    arrives: straight.some(({ to }) => to === row),
    detours: here.filter(({ lane }) => lane > 0).map((segment) => detourAt(row, segment)),
  };
}

function detourAt(row: number, segment: Segment): Detour {
  const { lane, to } = segment;
  const shape = row === top(segment) ? "below" : row === bottom(segment) ? "above" : "through";
  return { lane, shape, arrives: row === to };
}
