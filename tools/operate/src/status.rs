//! How the chain is doing.

use crate::{
	chain::{Attendance, Chain, Height, Tally, variant},
	error::Error,
	session::{Sessions, duration},
};
use hanse_client::Report;
use serde::Serialize;
use std::{
	collections::BTreeMap,
	fmt::Write as _,
	time::{SystemTime, UNIX_EPOCH},
};
use subxt::{dynamic::Value, utils::AccountId32};

/// How the chain is doing, as one node knows it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Status {
	node: String,
	spec_version: u32,
	best: Height,
	finalised: Height,
	/// How far finality is behind.
	lag: Lag,
	/// How old the best block is by this machine's clock.
	seconds_since_best: u64,
	seconds_per_block: f64,
	session: Session,
	validators: Vec<Validator>,
	absent: Vec<Absent>,
	suspended: Vec<Suspended>,
	minimum_validators: u32,
	seats: usize,
	open_motions: usize,
	peers: usize,
	syncing: bool,
}

#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Lag {
	blocks: u32,
	seconds: u64,
}

#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Session {
	index: u32,
	length: u32,
	/// Blocks of it that there are.
	passed: u32,
	/// The first block of the next.
	next_begins_at: u32,
	/// Whether the validators change then.
	change_is_planned: bool,
	/// Slots of it in which nobody authored for a whole round.
	outage: u32,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Validator {
	account: String,
	name: Option<String>,
	/// Slots of this session that it filled.
	authored: Option<u32>,
	/// Slots of this session that it left empty.
	missed: Option<u32>,
	disabled: bool,
	/// Whether it is among those planned for the session after.
	in_next_session: bool,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Absent {
	account: String,
	name: Option<String>,
	session: u32,
	authored: u32,
	missed: u32,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Suspended {
	account: String,
	name: Option<String>,
	cause: String,
	since: u32,
	until: Option<u32>,
}

impl Status {
	/// Asks a node.
	///
	/// # Errors
	///
	/// What can go wrong on the way.
	pub async fn read(chain: &Chain) -> Result<Self, Error> {
		let name = |account: &AccountId32| chain.names.get(&account.0).cloned();
		let best = chain.height(&chain.best).await?;
		let finalised = chain.height(&chain.finalised().await?).await?;
		let sessions = chain.sessions().await?;

		let set: Vec<AccountId32> =
			chain.entry("Session", "Validators", vec![]).await?.unwrap_or_default();
		let disabled: Vec<(u32, Value)> =
			chain.entry("Session", "DisabledValidators", vec![]).await?.unwrap_or_default();
		let queued: Vec<(AccountId32, Value)> =
			chain.entry("Session", "QueuedKeys", vec![]).await?.unwrap_or_default();
		let tally = match chain.has("Attendance") {
			true => Some(chain.view::<_, Tally>("Attendance", "tally", ()).await?),
			false => None,
		};
		let outage = tally.as_ref().map_or(0, |tally| tally.outage);
		let tally: BTreeMap<[u8; 32], Attendance> = tally
			.map(|tally| tally.authors.into_iter().map(|(who, of)| (who.0, of)).collect())
			.unwrap_or_default();
		let validators = (0u32..)
			.zip(&set)
			.map(|(index, account)| Validator {
				account: account.to_string(),
				name: name(account),
				authored: tally.get(&account.0).map(|of| of.authored),
				missed: tally.get(&account.0).map(|of| of.missed),
				disabled: disabled.iter().any(|(at, _)| *at == index),
				in_next_session: queued.iter().any(|(next, _)| next == account),
			})
			.collect();

		let absent = match chain.has("Attendance") {
			true => chain.absent().await?,
			false => Vec::new(),
		};
		let mut suspended = Vec::new();
		let knows_suspension = chain.has_view("Consortium", "suspension");
		for account in chain.names.keys().copied().map(AccountId32).filter(|_| knows_suspension) {
			if let Some(suspension) = chain.suspension(&account).await? {
				suspended.push(Suspended {
					name: name(&account),
					account: account.to_string(),
					cause: variant(&suspension.cause),
					since: suspension.since,
					until: suspension.until,
				});
			}
		}
		let health =
			chain.connection.rpc.system_health().await.map_err(|error| Error::Rpc {
				method: "system_health",
				reason: error.to_string(),
			})?;
		let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
		let now = u64::try_from(now).unwrap_or(u64::MAX);
		Ok(Self {
			node: chain.url.clone(),
			spec_version: chain.best.spec_version(),
			best,
			finalised,
			lag: Lag {
				blocks: best.number.saturating_sub(finalised.number),
				// The genesis has no time.
				seconds: match finalised.time {
					0 => 0,
					time => best.time.saturating_sub(time) / 1_000,
				},
			},
			seconds_since_best: now.saturating_sub(best.time) / 1_000,
			seconds_per_block: chain.seconds_per_block().await?,
			session: Session::of(
				sessions,
				chain.entry("Session", "QueuedChanged", vec![]).await?.unwrap_or_default(),
				outage,
			),
			validators,
			absent: absent
				.into_iter()
				.map(|(account, absence)| Absent {
					name: name(&account),
					account: account.to_string(),
					session: absence.session,
					authored: absence.authored,
					missed: absence.missed,
				})
				.collect(),
			suspended,
			minimum_validators: match chain.has_view("Consortium", "minimum_validators") {
				true => chain.view("Consortium", "minimum_validators", ()).await?,
				false => 1,
			},
			seats: chain.seats().await?.len(),
			open_motions: chain.motions().await?.len(),
			peers: health.peers,
			syncing: health.is_syncing,
		})
	}
}

impl Session {
	fn of(sessions: Sessions, change_is_planned: bool, outage: u32) -> Self {
		let next = sessions.current.saturating_add(1);
		Self {
			index: sessions.current,
			length: sessions.length,
			passed: sessions.passed(),
			next_begins_at: sessions.first_block(next),
			change_is_planned,
			outage,
		}
	}
}

impl Report for Status {
	fn text(&self) -> String {
		let mut out = String::new();
		let session = &self.session;
		let left = f64::from(session.next_begins_at.saturating_sub(self.best.number));
		let seconds_left = (left * self.seconds_per_block) as u64;
		let syncing = if self.syncing { ", and is syncing" } else { "" };
		// Writing to a string does not fail.
		let _ = writeln!(out, "node        {}, runtime version {}", self.node, self.spec_version);
		let _ = writeln!(out, "peers       {}{syncing}", self.peers);
		let _ = writeln!(
			out,
			"best        {}, {} ago; a block takes {:.1} s",
			self.best.number,
			duration(self.seconds_since_best),
			self.seconds_per_block
		);
		let _ = writeln!(
			out,
			"finalised   {}, {} blocks and {} behind",
			self.finalised.number,
			self.lag.blocks,
			duration(self.lag.seconds)
		);
		let _ = writeln!(
			out,
			"session     {}, block {} of {}; the next begins with block {}, in about {}{}",
			session.index,
			session.passed,
			session.length,
			session.next_begins_at,
			duration(seconds_left),
			if session.change_is_planned { ", with other validators or keys" } else { "" }
		);
		if session.outage > 0 {
			let _ = writeln!(out, "            {} of its slots nobody used", session.outage);
		}
		let _ =
			writeln!(out, "council     {} seats, {} open motions", self.seats, self.open_motions);
		let _ = writeln!(
			out,
			"validators  {}, and there must be {} at least",
			self.validators.len(),
			self.minimum_validators
		);
		for one in &self.validators {
			let slots = match (one.authored, one.missed) {
				(Some(authored), Some(missed)) => format!("authored {authored}, missed {missed}"),
				_ => String::new(),
			};
			let disabled = if one.disabled { ", DISABLED" } else { "" };
			let leaving = if one.in_next_session { "" } else { ", not in the next session" };
			let _ =
				writeln!(out, "  {}  {slots}{disabled}{leaving}", shown(&one.account, &one.name));
		}
		for one in &self.absent {
			let _ = writeln!(
				out,
				"set aside   {}: missed {} of {} slots in session {}",
				shown(&one.account, &one.name),
				one.missed,
				one.missed.saturating_add(one.authored),
				one.session
			);
		}
		for one in &self.suspended {
			let until = match one.until {
				Some(until) => format!("until block {until}"),
				None => "until a vote ends it".to_owned(),
			};
			let _ = writeln!(
				out,
				"suspended   {}: {} since block {}, {until}",
				shown(&one.account, &one.name),
				one.cause,
				one.since
			);
		}
		out
	}
}

/// An account with its name.
pub fn shown(account: &str, name: &Option<String>) -> String {
	match name {
		Some(name) => format!("{account} {name}"),
		None => account.to_owned(),
	}
}
