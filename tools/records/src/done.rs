//! Calls that are signed one at a time, and what comes of them.

use crate::{
	calls::{Call, PALLET},
	error::Error,
	node::{Node, Signer},
	status::resolution,
	words::{money, time},
};
use codec::Decode;
use hanse_client::{Report, decoded, lost};
use hanse_credit_model::{Category, Level, Moment};
use pallet_credit_records::{Reason, Resolution, Verdict};
use serde::Serialize;
use sp_core::{H256, crypto::AccountId32};
use std::time::Duration;

/// How long a transaction may take into a block. While finality lags, there is a block a minute.
const INCLUDED_WITHIN: Duration = Duration::from_secs(180);

/// A call that is in a block.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Done {
	/// Which call.
	call: String,
	/// The number of the block.
	block: u64,
	/// Its hash.
	block_hash: String,
	/// Whether it is final.
	finalised: bool,
	/// What happened, in words.
	events: Vec<String>,
}

impl Report for Done {
	fn text(&self) -> String {
		let finality = if self.finalised { "final" } else { "NOT FINAL YET" };
		let head = format!("{} is in block {} ({finality})", self.call, self.block);
		let lines = self.events.iter().map(|event| format!("  {event}"));
		[head].into_iter().chain(lines).map(|line| line + "\n").collect()
	}
}

/// Signs and submits a call, waits until it is in a block, and then until that is final, as long as it
/// was asked to.
///
/// # Errors
///
/// What the chain refuses, and what can go wrong on the way.
pub async fn submit(node: &Node, signer: &Signer, call: &Call) -> Result<Done, Error> {
	let submitted =
		hanse_client::submit(&node.connection, &signer.keys, call, INCLUDED_WITHIN).await?;
	let mut events = Vec::new();
	for event in submitted.events.iter() {
		let event = event.map_err(lost)?;
		if event.pallet_name() == PALLET {
			events.extend(words(event.event_name(), event.field_bytes())?);
		}
	}
	let mut done = Done {
		call: format!("creditRecords.{}", call.call_name()),
		block: submitted.number,
		block_hash: format!("{:?}", submitted.block),
		finalised: false,
		events,
	};
	if !signer.final_within.is_zero() {
		done.finalised = submitted.finalised(signer.final_within).await?;
	}
	Ok(done)
}

/// An event of the pallet in words; nothing for those that nobody waits for.
///
/// # Errors
///
/// [`hanse_client::Error::OtherVersion`] if the chain's events are others.
pub fn words(name: &str, bytes: &[u8]) -> Result<Option<String>, Error> {
	type Record = (AccountId32, u64);
	fn fields<T: Decode>(name: &str, bytes: &[u8]) -> Result<T, Error> {
		Ok(decoded(&format!("the event {name}"), bytes)?)
	}
	Ok(Some(match name {
		"BondPosted" => {
			let (_, category, _, total): (AccountId32, Category, u128, u128) = fields(name, bytes)?;
			format!("{} is held for the category {}", money(total), crate::status::name(&category))
		},
		"BondReleased" => {
			let (_, _, release): (AccountId32, Category, Moment) = fields(name, bytes)?;
			format!(
				"nothing can be submitted on it from now on, and it can be withdrawn from {}",
				time(release)
			)
		},
		"BondWithdrawn" => {
			let (_, _, amount): (AccountId32, Category, u128) = fields(name, bytes)?;
			format!("{} is free", money(amount))
		},
		"BondSlashed" => {
			let (provider, _, amount, left): (AccountId32, Category, u128, u128) =
				fields(name, bytes)?;
			format!("{provider} lost {} of its bond, and {} is left", money(amount), money(left))
		},
		"LevelRaised" => {
			let (_, _, old, new): (Record, AccountId32, Level, Level) = fields(name, bytes)?;
			let level = |level| crate::status::name(&level);
			format!("the record counts as {} and not as {} any more", level(new), level(old))
		},
		"ObjectionOpened" => {
			type Fields = (Record, AccountId32, Reason, H256, Moment, Option<u128>);
			let (_, _, _, _, deadline, stake): Fields = fields(name, bytes)?;
			let stake = stake.map_or(String::new(), |stake| format!("; {} is held", money(stake)));
			format!(
				"the record does not count; its provider has until {} to answer{stake}",
				time(deadline)
			)
		},
		"ObjectionAnswered" => {
			let (_, _, deadline): (Record, H256, Moment) = fields(name, bytes)?;
			format!("the reviewers have until {} to decide", time(deadline))
		},
		"VerdictGiven" => {
			let (_, _, verdict): (Record, AccountId32, Verdict) = fields(name, bytes)?;
			match verdict {
				Verdict::Upheld => "the verdict is for the subject",
				Verdict::Dismissed => "the verdict is for the record",
				Verdict::Frivolous => "the verdict is for the record, and that the subject knew",
			}
			.to_owned()
		},
		"ObjectionClosed" => {
			let (_, _, end): (Record, AccountId32, Resolution) = fields(name, bytes)?;
			format!("the contest is over: {}", resolution(end))
		},
		"RecordWithdrawn" => "the record does not count any more".to_owned(),
		"ContradictionProven" => {
			type Fields = (AccountId32, u64, u64, AccountId32, bool, AccountId32, u128, u128);
			let (_, _, later, _, repeated, _, slashed, reward): Fields = fields(name, bytes)?;
			let out = match repeated {
				true => format!("record {later} repeats the other, and is out"),
				false => "both records are out".to_owned(),
			};
			let (slashed, reward) = (money(slashed), money(reward));
			format!("{out}; the provider lost {slashed}, of which {reward} is yours")
		},
		_ => return Ok(None),
	}))
}
