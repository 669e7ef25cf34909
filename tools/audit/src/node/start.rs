//! What is known at the end of a block, where an audit begins.

use super::{Node, RECORDS, SCORE, entries, parameters};
use crate::error::Error;
use hanse_audit::{Start, State, first_difference};
use hanse_client::{At, lost, view};
use hanse_credit_model::{Indicator, Moment};
use pallet_credit_records::Schema;
use std::collections::BTreeMap;
use subxt::dynamic::{self, Value};

/// The block with whose end an audit can begin at the earliest: the first of the chain, or the first at whose
/// end a runtime is at work, and its state in order, whose events tell enough.
///
/// # Errors
///
/// [`Error::TooOld`] if there is none up to the block `last`.
pub async fn begin(node: &Node, last: u32) -> Result<u32, Error> {
	if tells_enough(&node.at(0).await?) {
		return Ok(0);
	}
	let at = node.at(last).await?;
	if !tells_enough(&at) {
		return Err(Error::TooOld { block: last, version: at.spec_version() });
	}
	let too_little = async |block| Ok::<_, Error>(!tells_enough(&node.at(block).await?));
	let upgrade = first_difference(0, last, too_little).await?;
	// The state is turned into that of the new runtime from the next block on.
	for block in upgrade.saturating_add(1)..=last {
		if value(&node.at(block).await?, "Migrations", "Cursor").await?.is_none() {
			return Ok(block);
		}
	}
	Err(Error::TooOld { block: last, version: at.spec_version() })
}

/// Whether the runtime at the end of a block tells enough in its events.
fn tells_enough(at: &At) -> bool {
	let event = |pallet: &str, name: &str| {
		let pallet = at.metadata_ref().pallet_by_name(pallet)?;
		pallet.event_variants()?.iter().find(|event| event.name == name).cloned()
	};
	let has_root = event(RECORDS, "RecordsApplied").is_some_and(|event| {
		event.fields.iter().any(|field| field.name.as_deref() == Some("root"))
	});
	has_root && event(SCORE, "EvidenceLeft").is_some()
}

/// What the state at the end of a block says.
///
/// # Errors
///
/// [`Error::NoState`], and if the state is of another kind.
pub async fn start(node: &Node, block: u32) -> Result<Start, Error> {
	let at = &node.at(block).await?;
	if !tells_enough(at) {
		return Err(Error::TooOld { block, version: at.spec_version() });
	}
	let importing: bool = view(at, RECORDS, "importing", ()).await?;
	let clock: Moment = view(at, RECORDS, "clock", ()).await?;
	let mut state = State {
		time: node.time(block).await?,
		import: importing.then_some(clock),
		parameters: parameters(at).await?,
		scheduled: value(at, SCORE, "Scheduled").await?,
		retention: retention(at).await?,
		maps: BTreeMap::new(),
	};
	for (pallet, name) in State::MAPS {
		state.maps.insert((pallet, name), entries(at, pallet, name).await?);
	}
	Ok(state.start()?)
}

/// For how long records of each indicator are kept.
///
/// # Errors
///
/// If the node does not answer, or schemas are of another kind.
pub async fn retention(at: &At) -> Result<BTreeMap<Indicator, Moment>, Error> {
	let schemas: Vec<(Indicator, Schema)> = view(at, RECORDS, "schemas", ()).await?;
	Ok(schemas.into_iter().map(|(indicator, schema)| (indicator, schema.terms.retention)).collect())
}

/// A value of the state, as it stands there.
async fn value(at: &At, pallet: &str, name: &str) -> Result<Option<Vec<u8>>, Error> {
	let address = dynamic::storage::<Vec<Value>, Value>(pallet, name);
	let entry = at.storage().entry(address).map_err(lost)?;
	Ok(entry.try_fetch(Vec::new()).await.map_err(lost)?.map(|value| value.into_bytes()))
}
