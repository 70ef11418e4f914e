/* Civil dates and times, in UTC, by the proleptic Gregorian calendar. */
#ifndef JIKJI_BASE_CALENDAR_H
#define JIKJI_BASE_CALENDAR_H

/* A moment as people write it. */
typedef struct CivilTime {
  int year, month, day; /* month and day from 1 */
  int hour, minute, second, millisecond;
  int weekday;     /* 0 = Sunday; worked out, never read */
  int day_of_year; /* from 1; worked out, never read */
} CivilTime;

/* Milliseconds since 1970-01-01T00:00Z to civil time and back. Fields out of
 * range carry over (month 13 is January of the next year). */
CivilTime calendar_civil(double milliseconds);
double calendar_milliseconds(CivilTime civil);

/* Days since 1970-01-01. */
long calendar_days(int year, int month, int day);

#endif
