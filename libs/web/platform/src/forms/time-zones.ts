/** A time zone as people know it. */
export interface ZoneInWords {
  /** Its name in the tables of the world: *America/New_York*. */
  readonly zone: string;
  /** The place it is named after: *New York*, *Knox, Indiana*. */
  readonly city: string;
  /** What its clock is called: *Eastern Time*. */
  readonly name: string;
}

/** Where most of the people are who choose one: the clocks of the United States, from east to west. */
const LIKELY = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
];

export function zoneInWords(zone: string, locale: string): ZoneInWords {
  const places = zone.split('/').map((part) => part.replaceAll('_', ' '));
  const city = (places.length > 1 ? places.slice(1) : places).reverse().join(', ');
  return { zone, city, name: nameOf(zone, locale) };
}

/** Every zone this browser knows, and the ones said, once each; by place. */
export function allZones(locale: string, besides: readonly string[]): readonly ZoneInWords[] {
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), ...besides]);
  return [...zones]
    .map((zone) => zoneInWords(zone, locale))
    .sort((one, other) => one.city.localeCompare(other.city, locale));
}

/** What somebody most probably wants: what stands there, the clock of this device, and those of most people. */
export function likelyZones(chosen: string, here: string): readonly string[] {
  return [...new Set([chosen, here, ...LIKELY])];
}

/**
 * The zones whose words begin as what is typed does, in any order and without accents; first those of which the place
 * itself begins so.
 */
export function zonesMatching(zones: readonly ZoneInWords[], typed: string): readonly ZoneInWords[] {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return [];
  const hasAll = (words: readonly string[]): boolean =>
    wanted.every((one) => words.some((word) => word.startsWith(one)));
  const found = zones.filter(({ zone, city, name }) => hasAll(wordsOf(`${city} ${name} ${zone}`)));
  const begins = ({ city }: ZoneInWords): boolean => wordsOf(city).join(' ').startsWith(wanted.join(' '));
  return [...found.filter(begins), ...found.filter((zone) => !begins(zone))];
}

/** What the clock of a zone shows at a moment: *4:32 PM*. */
export function clockOf(zone: string, locale: string, at: Date): string {
  return formatted(zone, locale, { timeStyle: 'short' })?.format(at) ?? '';
}

function nameOf(zone: string, locale: string): string {
  const said = (timeZoneName: 'long' | 'longGeneric'): string => {
    const parts = formatted(zone, locale, { timeZoneName })?.formatToParts(new Date(0)) ?? [];
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  };
  const name = said('longGeneric');
  // Where there is none for the whole year, one for the winter says more than a number.
  return name.startsWith('GMT') ? said('long') : name;
}

/** The server may know a zone that this browser does not: then there is nothing to say but its name. */
function formatted(
  timeZone: string,
  locale: string,
  how: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat(locale, { ...how, timeZone });
  } catch {
    return null;
  }
}

function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}+-]+/u).filter((word) => word !== '');
}
