//! How large the state is: the bytes of all keys and of all values, which are what the leaves of its
//! tree hold. The inner nodes of the tree are not counted, nor what the database adds.

use crate::{
	chain::Runtime,
	error::{Error, gone, rpc},
};
use hanse_client::{Connection, lost};
use serde::{Deserialize, Serialize};
use sp_crypto_hashing::twox_128;
use std::{
	cmp::Reverse,
	collections::{BTreeMap, BTreeSet},
};
use subxt::utils::H256;

/// How many keys a node tells at a time.
const PAGE: u32 = 1_000;

/// How many bytes of a key say what it belongs to.
const PREFIX: usize = 32;

/// How large the state is, by what belongs together.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Size(BTreeMap<Item, Bytes>);

/// What belongs together: the name of a pallet, and of what it keeps.
type Item = (String, String);

#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
struct Bytes {
	entries: i64,
	keys: i64,
	values: i64,
}

/// By how much something grew.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Grown {
	/// The pallet.
	pub pallet: String,
	/// What it keeps.
	pub item: String,
	/// By how many entries.
	pub entries: i64,
	/// By how many bytes, of keys and values together.
	pub bytes: i64,
}

impl Size {
	/// Measures the state after a block.
	///
	/// # Errors
	///
	/// If the node does not have it any more.
	pub async fn at(connection: &Connection, block: H256) -> Result<Self, Error> {
		let at = connection.client.at_block(block).await.map_err(lost)?;
		let names = Runtime(&at).prefixes();
		let mut size = Self::default();
		let mut last: Option<Vec<u8>> = None;
		loop {
			let keys = connection
				.rpc
				.state_get_keys_paged(&[], PAGE, last.as_deref(), Some(block))
				.await
				.map_err(rpc)?;
			let Some(end) = keys.last() else { return Ok(size) };
			last = Some(end.clone());
			let asked = keys.iter().map(Vec::as_slice);
			let told =
				connection.rpc.state_query_storage_at(asked, Some(block)).await.map_err(rpc)?;
			let values = told.into_iter().next().ok_or_else(|| gone("its state"))?;
			for (key, value) in values.changes {
				let value = value.ok_or_else(|| gone("a part of its state"))?;
				size.add(name_of(&names, &key), key.len(), value.len());
			}
		}
	}

	fn add(&mut self, item: Item, key: usize, value: usize) {
		let bytes = self.0.entry(item).or_default();
		bytes.entries += 1;
		bytes.keys += key as i64;
		bytes.values += value as i64;
	}

	/// By how much it grew since it was as large as `before`, the most first; what stayed is left
	/// out.
	pub fn grown_since(&self, before: &Self) -> Vec<Grown> {
		let items = self.0.keys().chain(before.0.keys()).collect::<BTreeSet<_>>();
		let of = |size: &Self, item: &Item| size.0.get(item).copied().unwrap_or_default();
		let grown = items.into_iter().map(|item| {
			let (now, then) = (of(self, item), of(before, item));
			Grown {
				pallet: item.0.clone(),
				item: item.1.clone(),
				entries: now.entries - then.entries,
				bytes: now.keys + now.values - then.keys - then.values,
			}
		});
		let mut grown =
			grown.filter(|grown| grown.entries != 0 || grown.bytes != 0).collect::<Vec<_>>();
		grown.sort_by_key(|grown| Reverse(grown.bytes));
		grown
	}
}

/// How many entries of a pallet's map there are after a block.
///
/// # Errors
///
/// If the node does not have its state any more.
pub async fn entries(
	connection: &Connection,
	block: H256,
	pallet: &str,
	item: &str,
) -> Result<u64, Error> {
	let prefix = [twox_128(pallet.as_bytes()), twox_128(item.as_bytes())].concat();
	let mut last: Option<Vec<u8>> = None;
	let mut entries = 0;
	loop {
		let keys = connection
			.rpc
			.state_get_keys_paged(&prefix, PAGE, last.as_deref(), Some(block))
			.await
			.map_err(rpc)?;
		let Some(end) = keys.last() else { return Ok(entries) };
		last = Some(end.clone());
		entries += keys.len() as u64;
	}
}

fn name_of(names: &BTreeMap<Vec<u8>, Item>, key: &[u8]) -> Item {
	let known = key.get(..PREFIX).and_then(|prefix| names.get(prefix)).cloned();
	known.unwrap_or_else(|| ("other".to_owned(), String::new()))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn growth_is_told_by_item_the_most_first() {
		let item = |name: &str| ("Pallet".to_owned(), name.to_owned());
		let (mut before, mut after) = (Size::default(), Size::default());
		before.add(item("Same"), 40, 10);
		after.add(item("Same"), 40, 10);
		before.add(item("Gone"), 40, 20);
		for _ in 0..3 {
			after.add(item("New"), 50, 100);
		}
		let grown = after.grown_since(&before);
		let told = grown.iter().map(|g| (g.item.as_str(), g.entries, g.bytes)).collect::<Vec<_>>();
		assert_eq!(told, [("New", 3, 450), ("Gone", -1, -60)]);
	}

	#[test]
	fn keys_go_by_what_they_begin_with() {
		let names = BTreeMap::from([(vec![7; 32], ("A".to_owned(), "B".to_owned()))]);
		assert_eq!(name_of(&names, &[7; 40]), ("A".to_owned(), "B".to_owned()));
		assert_eq!(name_of(&names, b":code").0, "other");
	}
}
