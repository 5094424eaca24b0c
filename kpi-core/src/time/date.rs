//! The calendar: dates by year, month and day, and as days from 1970-01-01 on.

use core::fmt;

/// A day in µs.
pub(super) const DAY: i64 = 86_400_000_000;

/// Days in 400 years, after which the calendar begins again.
const ERA: i64 = 146_097;
/// Days from 1 March of the year 0 to 1970-01-01.
const SINCE_MARCH_0: i64 = 719_468;

/// A date of the Gregorian calendar, also before there was one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Date {
    pub year: i64,
    pub month: i64,
    pub day: i64,
}

#[expect(clippy::arithmetic_side_effects, reason = "the days of all instants, and the years of four digits, are small")]
impl Date {
    /// The date of these numbers, if there is one.
    pub fn new(year: i64, month: i64, day: i64) -> Option<Self> {
        let date = Date { year, month, day };
        ((1..=12).contains(&month) && Date::of(date.days()) == date).then_some(date)
    }

    /// The date so many days from 1970-01-01 on.
    pub fn of(days: i64) -> Self {
        let days = days + SINCE_MARCH_0;
        let of_era = days.rem_euclid(ERA);
        // A year begins in March here, so that the leap day ends it.
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let march_month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * march_month + 2) / 5 + 1;
        let month = (march_month + 2) % 12 + 1;
        Date { year: year + days.div_euclid(ERA) * 400 + i64::from(month < 3), month, day }
    }

    /// The days from 1970-01-01 to the date.
    pub fn days(self) -> i64 {
        let year = self.year - i64::from(self.month < 3);
        let of_era = year.rem_euclid(400);
        let of_year = (153 * ((self.month + 9) % 12) + 2) / 5 + self.day - 1;
        year.div_euclid(400) * ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - SINCE_MARCH_0
    }

    /// The first day of the month so many months later.
    pub fn month_after(self, months: i64) -> Self {
        let month = self.year * 12 + self.month - 1 + months;
        Date { year: month.div_euclid(12), month: month.rem_euclid(12) + 1, day: 1 }
    }
}

/// ISO 8601; a year outside 0000 to 9999 has a sign.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Date { year, month, day } = self;
        if (0..=9999).contains(year) {
            write!(f, "{year:04}-{month:02}-{day:02}")
        } else {
            write!(f, "{year:+05}-{month:02}-{day:02}")
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;
    use chrono::{Datelike, Days, NaiveDate};

    #[test]
    fn the_dates_are_those_of_chrono() {
        let mut date = NaiveDate::from_ymd_opt(-801, 1, 1).unwrap();
        let mut days = i64::from(date.num_days_from_ce()) - 719_163;
        while date.year() < 2801 {
            let own = Date::of(days);
            assert_eq!((own.year, own.month, own.day), (date.year().into(), date.month().into(), date.day().into()));
            assert_eq!((own.days(), own.to_string()), (days, date.to_string()));
            date = date.checked_add_days(Days::new(1)).unwrap();
            days += 1;
        }
        assert_eq!((Date::new(2026, 2, 29), Date::new(2026, 0, 1), Date::new(2026, 4, 31)), (None, None, None));
        assert!(
            Date::new(2000, 2, 29).is_some() && Date::new(1900, 2, 29).is_none() && Date::new(2026, 1, 0).is_none()
        );
    }
}
