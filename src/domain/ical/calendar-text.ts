import { Temporal } from 'temporal-polyfill';
import { contentLine, textValue, utcValue } from './lines.js';
import { timeZoneComponent } from './time-zone.js';

export interface CalendarEvent {
  /** The same for as long as it is the same date of the same thing. */
  readonly uid: string;
  /** Grows with every change. */
  readonly sequence: number;
  readonly changedAt: Date;
  /** An entry of a whole day stands on the day of its last millisecond: a period that ends at midnight ends the day before. */
  readonly at: Date;
  readonly allDay: boolean;
  readonly cancelled: boolean;
  readonly summary: string;
  readonly description: string | null;
  readonly url: string | null;
}

export interface Calendar {
  readonly name: string;
  readonly asOf: string;
  readonly timeZone: string;
  readonly changedAt: Date;
  readonly events: readonly CalendarEvent[];
}

/** Length of an entry with a time of day. */
const TIMED_MINUTES = 30;

/** A calendar as RFC 5545 and RFC 7986 have it. */
export function calendarText({ name, asOf, timeZone, changedAt, events }: Calendar): string {
  const timed = events.filter(({ allDay }) => !allDay).map(({ at }) => at.getTime());
  const zone =
    timed.length === 0
      ? ''
      : timeZoneComponent(timeZone, new Date(Math.min(...timed)), new Date(Math.max(...timed)));
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Leadwarden//Calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${textValue(name)}`,
    `X-WR-CALNAME:${textValue(name)}`,
    `DESCRIPTION:${textValue(asOf)}`,
    `X-WR-CALDESC:${textValue(asOf)}`,
    `X-WR-TIMEZONE:${timeZone}`,
    `LAST-MODIFIED:${utcValue(changedAt)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
  ];
  const body = events.map((event) => eventText(event, timeZone)).join('');
  return `${head.map(contentLine).join('')}${zone}${body}${contentLine('END:VCALENDAR')}`;
}

function eventText(event: CalendarEvent, timeZone: string): string {
  const { uid, sequence, changedAt, at, allDay, cancelled, summary, description, url } = event;
  const lines = [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utcValue(changedAt)}`,
    `LAST-MODIFIED:${utcValue(changedAt)}`,
    ...(allDay ? dayLines(at, timeZone) : timeLines(at, timeZone)),
    `SUMMARY:${textValue(summary)}`,
    ...(description === null ? [] : [`DESCRIPTION:${textValue(description)}`]),
    ...(url === null ? [] : [`URL:${url}`]),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    // The agent can be met at that time.
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    'END:VEVENT',
  ];
  return lines.map(contentLine).join('');
}

function dayLines(at: Date, timeZone: string): string[] {
  const last = Temporal.Instant.fromEpochMilliseconds(at.getTime() - 1);
  const day = last.toZonedDateTimeISO(timeZone).toPlainDate();
  const value = (date: Temporal.PlainDate) => date.toString().replaceAll('-', '');
  return [`DTSTART;VALUE=DATE:${value(day)}`, `DTEND;VALUE=DATE:${value(day.add({ days: 1 }))}`];
}

function timeLines(at: Date, timeZone: string): string[] {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime();
  const value = local.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
  return [`DTSTART;TZID=${timeZone}:${value}`, `DURATION:PT${TIMED_MINUTES}M`];
}
