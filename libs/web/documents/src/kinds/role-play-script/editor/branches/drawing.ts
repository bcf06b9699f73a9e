import type { PicturePlace, PictureWay, ScriptPicture } from '@common-ground/rules/content';

/** What a box of the picture says. */
export interface BoxWords {
  readonly heading: string;
  readonly words: string;
  readonly marks: readonly string[];
  /** One for each way of the place, in its order. */
  readonly ways: readonly { readonly ifThey: string; readonly to: string }[];
}

export interface DrawnLine {
  readonly text: string;
  readonly sort: 'heading' | 'words' | 'mark' | 'way';
  readonly y: number;
}

export interface DrawnBox {
  readonly id: string;
  readonly sort: PicturePlace['sort'];
  readonly isAside: boolean;
  readonly y: number;
  readonly height: number;
  readonly lines: readonly DrawnLine[];
}

export interface DrawnPath {
  readonly d: string;
  readonly sort: 'straight' | 'lane' | 'arrival' | 'nowhere';
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly DrawnBox[];
  readonly paths: readonly DrawnPath[];
  /** Where a way joins its lane: what only crosses a lane has none. */
  readonly joints: readonly { readonly x: number; readonly y: number }[];
}

export const BOX = { left: 8, width: 352, padding: 12 } as const;
const RIGHT = BOX.left + BOX.width;
const TOP = 8;
const GAP = 30;
const LANE = 20;
const LETTERS = 42;
const MOST_LINES = 2;
const HEIGHT = { heading: 20, words: 22, mark: 20, way: 22 } as const;
/** From the top of a line of text down to where its letters stand. */
const BASE = 15;

/** Where everything of the picture stands, in points of the drawing; what is drawn where depends on nothing but this. */
export function drawn(picture: ScriptPicture, told: (place: PicturePlace) => BoxWords): Drawing {
  const boxes: DrawnBox[] = [];
  const ports: { way: PictureWay; y: number; bottom: number; below: number }[] = [];
  let y = TOP;
  for (const place of picture.places) {
    const box = boxOf(place, told(place), y);
    const wayLines = box.lines.filter(({ sort }) => sort === 'way');
    const bottom = box.y + box.height;
    sidewaysOf(place).forEach((way, index) => {
      ports.push({ way, y: (wayLines[index]?.y ?? bottom) - BASE / 3, bottom, below: bottom + GAP });
    });
    for (const way of place.ways.filter(isStraight))
      ports.push({ way, y: bottom, bottom, below: bottom + GAP });
    boxes.push(box);
    y = bottom + GAP;
  }
  const lanes = Math.max(0, ...picture.lanes.map(({ lane }) => lane + 1));
  const laneAt = (lane: number): number => RIGHT + LANE * (lane + 1.5);
  const arrivals = new Map(boxes.map((box) => [box.id, box.y + BOX.padding + BASE / 2]));
  const paths: DrawnPath[] = [];
  const joints: { x: number; y: number }[] = [];
  for (const { way, y: from, bottom, below } of ports) {
    if (way.to === null) {
      paths.push({ sort: 'nowhere', d: `M${RIGHT} ${from}h${LANE}m0 -7v14` });
    } else if (way.lane === null) {
      const middle = BOX.left + BOX.width / 2;
      paths.push({ sort: 'straight', d: `M${middle} ${bottom}V${below}` });
    } else {
      const x = laneAt(way.lane);
      paths.push({ sort: 'lane', d: `M${RIGHT} ${from}H${x}` });
      joints.push({ x, y: from });
    }
  }
  for (const { to, lane } of picture.lanes) {
    const x = laneAt(lane);
    const arrival = arrivals.get(to) ?? 0;
    const joined = ports.filter(({ way }) => way.to === to && way.lane === lane).map((port) => port.y);
    const [first, last] = [Math.min(arrival, ...joined), Math.max(arrival, ...joined)];
    paths.push({ sort: 'lane', d: `M${x} ${first}V${last}` });
    paths.push({ sort: 'arrival', d: `M${x} ${arrival}H${RIGHT}` });
  }
  return { width: laneAt(lanes), height: Math.max(0, y - GAP) + TOP, boxes, paths, joints };
}

function isStraight({ to, lane }: PictureWay): boolean {
  return to !== null && lane === null;
}

/** What leaves at the side of a box: everything but the way straight down. */
function sidewaysOf({ ways }: PicturePlace): PictureWay[] {
  return ways.filter((way) => !isStraight(way));
}

function boxOf(place: PicturePlace, told: BoxWords, top: number): DrawnBox {
  const ways = place.ways.flatMap((way, index) => {
    const said = told.ways[index];
    if (said === undefined || isStraight(way)) return [];
    return [`${clipped(said.ifThey, LETTERS - widthOf(said.to) - 3)} → ${said.to}`];
  });
  const texts = [
    { sort: 'heading' as const, text: clipped(told.heading, LETTERS) },
    ...wrapped(told.words).map((text) => ({ sort: 'words' as const, text })),
    ...told.marks.map((text) => ({ sort: 'mark' as const, text: clipped(text, LETTERS) })),
    ...ways.map((text) => ({ sort: 'way' as const, text })),
  ];
  let y = top + BOX.padding;
  const lines = texts.map(({ sort, text }): DrawnLine => {
    const line = { sort, text, y: y + BASE };
    y += HEIGHT[sort];
    return line;
  });
  const { id, sort, isAside } = place;
  return { id, sort, isAside, y: top, height: y + BOX.padding - top, lines };
}

/** Broken between words where there are any, and short: the picture shows where, the script says what. */
export function wrapped(text: string): string[] {
  const lines: string[] = [];
  let rest = text.trim().replaceAll(/\s+/gu, ' ');
  while (rest !== '' && lines.length < MOST_LINES - 1 && widthOf(rest) > LETTERS) {
    const fitting = startOf(rest, LETTERS + 1);
    const space = fitting.lastIndexOf(' ');
    const line = space > 0 ? fitting.slice(0, space) : startOf(rest, LETTERS);
    lines.push(line);
    rest = rest.slice(line.length).trimStart();
  }
  return rest === '' ? lines : [...lines, clipped(rest, LETTERS)];
}

function clipped(text: string, most: number): string {
  return widthOf(text) <= most ? text : `${startOf(text, most - 1).trimEnd()}…`;
}

/** Chinese, Japanese and Korean letters and emoji take the room of two. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function widthOf(text: string): number {
  return [...graphemes.segment(text)].reduce((sum, { segment }) => sum + (WIDE.test(segment) ? 2 : 1), 0);
}

function startOf(text: string, most: number): string {
  let start = '';
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    width += WIDE.test(segment) ? 2 : 1;
    if (width > most) break;
    start += segment;
  }
  return start;
}
