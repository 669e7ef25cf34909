//! Times and amounts as people write them.

use hanse_credit_model::Moment;
use hanse_runtime_common::money::{TOKEN_DECIMALS, TOKEN_SYMBOL, UNIT};

/// A moment as a date and a time of day, in UTC.
pub fn time(moment: Moment) -> String {
	let (days, seconds) = (moment / 86_400, moment % 86_400);
	let (hours, minutes) = (seconds / 3_600, seconds % 3_600 / 60);
	match date(days) {
		Some((year, month, day)) => {
			format!("{year:04}-{month:02}-{day:02} {hours:02}:{minutes:02} UTC")
		},
		None => format!("{moment} s after 1970"),
	}
}

/// The date of a day since 1970, by the calendar that everybody uses. From a March to the next every
/// year has the same months, but for the last day of the last.
fn date(days: u64) -> Option<(u64, u64, u64)> {
	// 719,468 days before 1970 was the first of March of the year zero, with which an era of 400 years
	// begins.
	let day = days.checked_add(719_468)?;
	let (era, day) = (day / 146_097, day % 146_097);
	let leaps = (day / 1_460).checked_add(day / 146_096)?.checked_sub(day / 36_524)?;
	let year = day.checked_sub(leaps)? / 365;
	let before = year.checked_mul(365)?.checked_add(year / 4)?.checked_sub(year / 100)?;
	let day = day.checked_sub(before)?;
	let month = day.checked_mul(5)?.checked_add(2)? / 153;
	let first = month.checked_mul(153)?.checked_add(2)? / 5;
	let year = era.checked_mul(400)?.checked_add(year)?;
	let (year, month) = match month {
		0..=9 => (year, month.checked_add(3)?),
		_ => (year.checked_add(1)?, month.checked_sub(9)?),
	};
	Some((year, month, day.checked_sub(first)?.checked_add(1)?))
}

/// An amount of money with its unit.
pub fn money(amount: u128) -> String {
	let whole = amount.checked_div(UNIT).unwrap_or_default();
	let rest = amount.checked_rem(UNIT).unwrap_or_default();
	let digits = format!("{rest:0width$}", width = TOKEN_DECIMALS.into());
	match digits.trim_end_matches('0') {
		"" => format!("{whole} {TOKEN_SYMBOL}"),
		digits => format!("{whole}.{digits} {TOKEN_SYMBOL}"),
	}
}

/// The amount that a text such as `1000` or `0.5` is, in whole units.
///
/// # Errors
///
/// Says what an amount looks like.
pub fn amount(text: &str) -> Result<u128, String> {
	let wrong = || {
		format!(
			"{text} is no amount of {TOKEN_SYMBOL}: such as 1000 or 0.5, {TOKEN_DECIMALS} decimals"
		)
	};
	let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
	let places = usize::from(TOKEN_DECIMALS);
	let is_number = |digits: &str| digits.bytes().all(|digit| digit.is_ascii_digit());
	if whole.is_empty() || !is_number(whole) || !is_number(fraction) || fraction.len() > places {
		return Err(wrong());
	}
	format!("{whole}{fraction:0<places$}").parse().map_err(|_| wrong())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn moments_are_dates() {
		assert_eq!(time(0), "1970-01-01 00:00 UTC");
		assert_eq!(time(951_782_399), "2000-02-28 23:59 UTC");
		assert_eq!(time(951_782_400), "2000-02-29 00:00 UTC");
		assert_eq!(time(951_868_800), "2000-03-01 00:00 UTC");
		assert_eq!(time(1_709_164_800), "2024-02-29 00:00 UTC");
		assert_eq!(time(1_735_689_599), "2024-12-31 23:59 UTC");
		assert_eq!(time(4_107_542_400), "2100-03-01 00:00 UTC");
		assert!(time(u64::MAX).ends_with("UTC"));
	}

	#[test]
	fn amounts_have_decimals() {
		let unit = 1_000_000_000_000;
		assert_eq!(amount("1000"), Ok(1_000 * unit));
		assert_eq!(amount("0.5"), Ok(unit / 2));
		assert_eq!(amount("0.000000000001"), Ok(1));
		for wrong in ["", ".5", "1,5", "-1", "1e3", "0.0000000000001", "1.5.5"] {
			assert!(amount(wrong).is_err(), "{wrong}");
		}
		assert_eq!(money(1_000 * unit), "1000 HNS");
		assert_eq!(money(unit / 2), "0.5 HNS");
		assert_eq!(money(1), "0.000000000001 HNS");
	}
}
