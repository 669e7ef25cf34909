use crate::{Invalid, ProofDocument, Unproven};
use codec::Encode;
use hanse_credit_model::{AmountClass, Fixed, Indicator, Level, Outcome, Placed};
use hanse_types::Reference;
use pallet_credit_records::{AppliedRecord, Batch, Place, Record, RecordProof};
use serde_json::{Value, json};
use sp_core::{Blake2Hasher, H256, crypto::AccountId32};

const CHAIN: H256 = H256([0xc4; 32]);

fn leaf(sequence: u64) -> AppliedRecord<AccountId32> {
	AppliedRecord {
		provider: [1; 32].into(),
		sequence,
		record: Record {
			source: [2; 32].into(),
			subject: [sequence as u8; 32].into(),
			indicator: Indicator::PaidOnTime,
			outcome: Outcome::BEST,
			level: Level::Confirmed,
			amount: AmountClass::NEUTRAL,
			at: 1_700_000_000,
			reference: Reference([5; 16]),
			commitment: [6; 32],
		},
		weight: Fixed::HALF,
		mass: Fixed::ONE,
		expires: 1_900_000_000,
		placed: Placed { counted_at: 1_700_000_007, hastened: 3, chapter: 2 },
		imported: false,
	}
}

/// The leaves of a batch that begins with number 10, of which every third record was refused.
fn batch(records: u16) -> (Batch, Vec<AppliedRecord<AccountId32>>) {
	let numbers = (10..).take(records.into()).filter(|number| number % 3 != 2);
	let leaves = numbers.map(leaf).collect::<Vec<_>>();
	let root =
		binary_merkle_tree::merkle_root::<Blake2Hasher, _>(leaves.iter().map(Encode::encode));
	let due = Place { day: 20_000, number: 1 };
	let batch = Batch { first: 10, records, leaves: leaves.len() as u16, root, block: 9, due };
	(batch, leaves)
}

fn document(records: u16, sequence: u64) -> Result<ProofDocument, Unproven> {
	let (batch, leaves) = batch(records);
	ProofDocument::new(CHAIN, 4, &batch, &leaves, sequence)
}

#[test]
fn every_record_that_counted_can_be_proved() {
	for records in 1..=40 {
		let (batch, leaves) = batch(records);
		for (index, leaf) in leaves.iter().enumerate() {
			let document = ProofDocument::new(CHAIN, 4, &batch, &leaves, leaf.sequence).unwrap();
			let proof = document.verify().unwrap();
			assert_eq!((proof.batch, proof.index as usize), (4, index));
			assert_eq!(proof.applied, *leaf);
			assert_eq!(document.root, batch.root);
		}
	}
}

#[test]
fn a_record_that_was_refused_cannot() {
	assert_eq!(document(8, 11), Err(Unproven::Refused));
	assert_eq!(document(8, 9), Err(Unproven::Refused));
	assert_eq!(document(8, 18), Err(Unproven::Refused));
}

#[test]
fn the_leaves_of_another_batch_are_no_use() {
	let (batch, mut leaves) = batch(8);
	leaves[1].weight = Fixed::ONE;
	assert_eq!(ProofDocument::new(CHAIN, 4, &batch, &leaves, 10), Err(Unproven::OtherLeaves));
	leaves.pop();
	assert_eq!(ProofDocument::new(CHAIN, 4, &batch, &leaves, 10), Err(Unproven::OtherLeaves));
}

#[test]
fn it_is_plain_json() {
	let document = document(4, 12).unwrap();
	let value = serde_json::to_value(&document).unwrap();
	assert_eq!(value["format"], "hanse-record-proof/1");
	assert_eq!(value["chain"], format!("0x{}", "c4".repeat(32)));
	assert_eq!(value["sequence"], 12);
	assert_eq!((&value["index"], &value["leaves"]), (&json!(1), &json!(3)));
	assert_eq!(value["record"]["indicator"], "paidOnTime");
	assert_eq!(value["record"]["level"], "confirmed");
	assert_eq!(value["record"]["outcome"], 10_000);
	assert_eq!(value["record"]["reference"], format!("0x{}", "05".repeat(16)));
	assert_eq!(value["counted"]["weight"], 1u64 << 31);
	assert_eq!(value["counted"]["countedAt"], 1_700_000_007);
	assert!(value["proof"].as_str().unwrap().starts_with("0x0400000001000000"));
	assert_eq!(serde_json::from_value::<ProofDocument>(value).unwrap(), document);
}

/// All values that can be reached from a document, by the way to each.
fn ways(value: &Value) -> Vec<Vec<String>> {
	let parts: Vec<(String, &Value)> = match value {
		Value::Object(fields) => fields.iter().map(|(name, part)| (name.clone(), part)).collect(),
		Value::Array(parts) => {
			parts.iter().enumerate().map(|(index, part)| (index.to_string(), part)).collect()
		},
		_ => return vec![Vec::new()],
	};
	let deeper = |(name, part): (String, &Value)| {
		ways(part).into_iter().map(move |way| [vec![name.clone()], way].concat())
	};
	parts.into_iter().flat_map(deeper).collect()
}

/// The same value with as little as possible changed in it.
fn altered(value: &Value) -> Vec<Value> {
	match value {
		Value::Bool(is) => vec![json!(!is)],
		Value::Number(number) => {
			let number = number.as_u64().unwrap();
			vec![json!(number + 1), json!(number.saturating_sub(1).max(u64::from(number == 0)))]
		},
		// Each of the first and last characters by another that means something else.
		Value::String(text) => [2, text.len() / 2, text.len() - 1]
			.into_iter()
			.map(|place| {
				let mut bytes = text.clone().into_bytes();
				bytes[place] = if bytes[place] == b'7' { b'8' } else { b'7' };
				json!(String::from_utf8(bytes).unwrap())
			})
			.collect(),
		_ => Vec::new(),
	}
}

fn holds(value: Value) -> bool {
	serde_json::from_value::<ProofDocument>(value).is_ok_and(|document| document.verify().is_ok())
}

#[test]
fn a_change_in_any_field_is_noticed() {
	for sequence in [10, 12, 13, 15, 16, 18, 19] {
		let document = serde_json::to_value(document(10, sequence).unwrap()).unwrap();
		assert!(holds(document.clone()));
		let ways = ways(&document);
		assert!(ways.len() > 27, "{ways:?}");
		for way in ways {
			let pointer = format!("/{}", way.join("/"));
			for other in altered(document.pointer(&pointer).unwrap()) {
				let mut forged = document.clone();
				*forged.pointer_mut(&pointer).unwrap() = other.clone();
				assert!(!holds(forged), "{pointer} can be {other}");
			}
		}
	}
}

#[test]
fn a_field_more_or_less_is_noticed() {
	let document = serde_json::to_value(document(5, 12).unwrap()).unwrap();
	for name in document.as_object().unwrap().keys() {
		let mut less = document.clone();
		less.as_object_mut().unwrap().remove(name);
		assert!(!holds(less), "without {name}");
	}
	let mut more = document.clone();
	more["level"] = json!("source");
	assert!(!holds(more));
	let mut sibling = document.clone();
	sibling["siblings"].as_array_mut().unwrap().pop();
	assert!(!holds(sibling));
	let mut twice = document;
	let first = twice["siblings"][0].clone();
	twice["siblings"].as_array_mut().unwrap().push(first);
	assert!(!holds(twice));
}

/// Somebody who computes the checksum anew, and writes what is wished into both places.
#[test]
fn a_forger_who_is_careful_is_caught_by_the_root() {
	let genuine = document(5, 12).unwrap();
	let proof = genuine.verify().unwrap();
	let forge = |change: fn(&mut RecordProof<AccountId32>)| {
		let mut proof = proof.clone();
		change(&mut proof);
		ProofDocument::of(genuine.chain, genuine.root, genuine.leaves, &proof).verify()
	};
	assert_eq!(forge(|_| ()), Ok(proof.clone()));
	assert_eq!(forge(|proof| proof.applied.record.outcome = Outcome::WORST), Err(Invalid::Root));
	assert_eq!(forge(|proof| proof.applied.sequence = 13), Err(Invalid::Root));
	assert_eq!(forge(|proof| proof.applied.imported = true), Err(Invalid::Root));
	assert_eq!(forge(|proof| proof.index = 0), Err(Invalid::Root));
	assert_eq!(forge(|proof| proof.index = 99), Err(Invalid::Root));
	assert_eq!(forge(|proof| proof.siblings[0] = H256::zero()), Err(Invalid::Root));
	let other_root = ProofDocument::of(CHAIN, H256([1; 32]), genuine.leaves, &proof);
	assert_eq!(other_root.verify(), Err(Invalid::Root));
}

#[test]
fn what_is_wrong_is_named() {
	let mut other = document(5, 12).unwrap();
	other.record.outcome = Outcome::WORST;
	assert_eq!(other.verify(), Err(Invalid::Field("record")));
	let mut other = document(5, 12).unwrap();
	other.leaves += 1;
	assert_eq!(other.verify(), Err(Invalid::Field("checksum")));
	let mut other = document(5, 12).unwrap();
	other.proof.0.push(0);
	assert!(matches!(other.verify(), Err(Invalid::Bytes(_))));
	let mut other = document(5, 12).unwrap();
	other.format.push('0');
	assert_eq!(other.verify(), Err(Invalid::Format));
}
