//! How far the work has come, on standard error.

use indicatif::{ProgressBar, ProgressStyle};
use std::{
	io::{IsTerminal, stderr},
	time::{Duration, Instant},
};

/// How long lines are apart, so that quick work is done quietly.
const AT_LEAST: Duration = Duration::from_secs(1);

/// A bar on a terminal, a line now and then elsewhere.
pub struct Progress {
	what: &'static str,
	total: u64,
	started: Instant,
	bar: Option<ProgressBar>,
	/// The tenth that was last told of, and when.
	told: (u64, Instant),
}

impl Progress {
	/// Begins something that takes so many steps.
	pub fn new(what: &'static str, total: u64) -> Self {
		let bar = stderr().is_terminal().then(|| {
			let bar = ProgressBar::new(total).with_message(what);
			let template = "{msg} {wide_bar} {human_pos}/{human_len} {per_sec} {eta}";
			if let Ok(style) = ProgressStyle::with_template(template) {
				bar.set_style(style);
			}
			bar.enable_steady_tick(Duration::from_millis(500));
			bar
		});
		let now = Instant::now();
		Self { what, total, started: now, bar, told: (0, now) }
	}

	/// Tells how many steps are done.
	pub fn set(&mut self, done: u64) {
		if let Some(bar) = &self.bar {
			bar.set_position(done);
			return;
		}
		let tenth = (done * 10).checked_div(self.total).unwrap_or(10);
		let (told, when) = self.told;
		if tenth > told && when.elapsed() >= AT_LEAST {
			self.told = (tenth, Instant::now());
			let seconds = self.started.elapsed().as_secs_f64();
			eprintln!("{}: {done} of {} after {seconds:.0} s", self.what, self.total);
		}
	}

	/// Says something in between.
	pub fn note(&self, text: &str) {
		match &self.bar {
			Some(bar) => bar.suspend(|| eprintln!("{text}")),
			None => eprintln!("{text}"),
		}
	}
}

impl Drop for Progress {
	fn drop(&mut self) {
		if let Some(bar) = &self.bar {
			bar.finish_and_clear();
		}
	}
}
