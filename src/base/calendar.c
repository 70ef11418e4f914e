/* Days of the Gregorian calendar counted from a 1 March, so that the leap day
 * comes last in its year. */
#include "base/calendar.h"

#include <math.h>

static const long DAYS_IN_ERA = 146097; /* 400 years */
static const long EPOCH_FROM_ERA = 719468;

static long floor_divide(long a, long b) {
  return a / b - (a % b != 0 && (a % b < 0) != (b < 0));
}

long calendar_days(int year, int month, int day) {
  long months = (long)year * 12 + month - 1;
  long y = floor_divide(months, 12), m = months - y * 12 + 1;
  if (m <= 2) y--;
  long era = floor_divide(y, 400), year_of_era = y - era * 400;
  long day_of_year = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  long day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * DAYS_IN_ERA + day_of_era - EPOCH_FROM_ERA;
}

static void civil_date(long days, CivilTime *civil) {
  days += EPOCH_FROM_ERA;
  long era = floor_divide(days, DAYS_IN_ERA), day = days - era * DAYS_IN_ERA;
  long year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
  long day_of_year = day - (365 * year + year / 4 - year / 100);
  long month = (5 * day_of_year + 2) / 153;
  civil->day = (int)(day_of_year - (153 * month + 2) / 5 + 1);
  civil->month = (int)(month < 10 ? month + 3 : month - 9);
  civil->year = (int)(year + era * 400 + (civil->month <= 2));
}

CivilTime calendar_civil(double milliseconds) {
  const double DAY = 86400000.0;
  CivilTime civil = {0};
  if (!isfinite(milliseconds) || fabs(milliseconds) > 8.64e15) return civil;
  long days = (long)floor(milliseconds / DAY);
  long rest = (long)(milliseconds - (double)days * DAY);
  civil_date(days, &civil);
  civil.hour = (int)(rest / 3600000);
  civil.minute = (int)(rest / 60000 % 60);
  civil.second = (int)(rest / 1000 % 60);
  civil.millisecond = (int)(rest % 1000);
  civil.weekday = (int)(((days + 4) % 7 + 7) % 7);
  civil.day_of_year = (int)(days - calendar_days(civil.year, 1, 1) + 1);
  return civil;
}

double calendar_milliseconds(CivilTime civil) {
  double days = (double)calendar_days(civil.year, civil.month, civil.day);
  return days * 86400000.0 + civil.hour * 3600000.0 + civil.minute * 60000.0 +
         civil.second * 1000.0 + civil.millisecond;
}
