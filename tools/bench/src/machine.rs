//! What everything was measured on, and what it cost.

use serde::{Deserialize, Serialize};
use std::{
	fs,
	time::{Duration, SystemTime, UNIX_EPOCH},
};

/// A second, as Linux counts the time of processes, has always a hundred ticks.
const TICKS: u64 = 100;

/// What everything was measured on.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Default, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Machine {
	/// The day, by universal time.
	pub day: String,
	/// The processor, as it calls itself.
	pub processor: String,
	/// How many of its threads this process may use.
	pub threads: usize,
	/// In MiB.
	pub memory: u64,
	/// The kernel.
	pub kernel: String,
}

impl Machine {
	/// This machine. What cannot be told is left empty.
	pub fn here() -> Self {
		let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
		let field = |text: &str, name: &str| {
			let line = text.lines().find(|line| line.starts_with(name))?;
			line.split_once(':').map(|(_, value)| value.trim().to_owned())
		};
		let memory = field(&read("/proc/meminfo"), "MemTotal").unwrap_or_default();
		let memory = memory.split_whitespace().next().and_then(|kib| kib.parse::<u64>().ok());
		let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
		Self {
			day: day(now.as_secs()),
			processor: field(&read("/proc/cpuinfo"), "model name").unwrap_or_default(),
			threads: std::thread::available_parallelism().map_or(0, usize::from),
			memory: memory.unwrap_or_default() / 1_024,
			kernel: read("/proc/sys/kernel/osrelease").trim().to_owned(),
		}
	}

	/// In a few words.
	pub fn words(&self) -> String {
		let Self { day, processor, threads, memory, kernel } = self;
		format!("{threads} × {processor}, {} GiB, Linux {kernel}; {day}", memory.div_ceil(1_024))
	}
}

/// The day of a moment, as year, month and day.
fn day(seconds: u64) -> String {
	// Counted from the first of March of the year 0, so that the day that is not always there comes
	// last: after Howard Hinnant, `days_from_civil`.
	let days = seconds / 86_400 + 719_468;
	let (era, day) = (days / 146_097, days % 146_097);
	let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
	let day = day - (365 * year + year / 4 - year / 100);
	let month = (5 * day + 2) / 153;
	let day = day - (153 * month + 2) / 5 + 1;
	let (month, year) = if month < 10 { (month + 3, year) } else { (month - 9, year + 1) };
	format!("{:04}-{month:02}-{day:02}", year + era * 400)
}

/// How long a process has computed so far, on all threads together; nothing if that cannot be told.
pub fn computed(process: u32) -> Option<Duration> {
	ticks(&fs::read_to_string(format!("/proc/{process}/stat")).ok()?)
		.map(|ticks| Duration::from_millis(ticks * 1_000 / TICKS))
}

/// User and system time in a line of /proc/PID/stat.
fn ticks(stat: &str) -> Option<u64> {
	// The name of the program, in brackets, may have spaces in it.
	let (_, rest) = stat.rsplit_once(')')?;
	let mut fields = rest.split_whitespace().skip(11);
	let user = fields.next()?.parse::<u64>().ok()?;
	let system = fields.next()?.parse::<u64>().ok()?;
	Some(user + system)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn days_are_those_of_the_calendar() {
		for (seconds, expected) in [
			(0, "1970-01-01"),
			(951_782_400, "2000-02-29"),
			(951_868_800, "2000-03-01"),
			(1_767_225_599, "2025-12-31"),
			(4_107_542_400, "2100-03-01"),
		] {
			assert_eq!(day(seconds), expected);
		}
	}

	#[test]
	fn the_time_of_a_process_is_told() {
		let stat = "7 (a b) c) S 1 7 7 0 -1 4194304 1 2 3 4 250 50 0 0 20 0 1 0 9";
		assert_eq!(ticks(stat), Some(300));
		assert!(computed(std::process::id()).is_some());
		assert_eq!(computed(u32::MAX), None);
	}
}
