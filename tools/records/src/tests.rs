//! Calls and events against this runtime: what the tool encodes must be what the chain decodes.

use crate::{
	calls::{self, Call, PALLET},
	document::{Document, contradict},
	done::words,
	error::Error,
};
use codec::{DecodeAll, Encode};
use hanse_credit_model::{AmountClass, Category, Fixed, Indicator, Level, Outcome, Placed};
use hanse_record_json::ProofDocument;
use hanse_runtime::{Runtime, RuntimeCall, RuntimeEvent};
use hanse_types::Reference;
use pallet_credit_records::{
	AppliedRecord, Batch, Event, Mode, Place, Reason, Record, RecordProof, Resolution, Verdict,
};
use sp_core::{H256, crypto::AccountId32};
use sp_crypto_hashing::blake2_256;
use std::{fs, iter::empty, path::Path, sync::LazyLock};
use subxt::{Metadata, ext::scale_encode::EncodeAsFields};

type Pallet = pallet_credit_records::Call<Runtime>;

/// As nodes serve it.
static METADATA: LazyLock<Metadata> = LazyLock::new(|| {
	// Some constants depend on the state.
	let metadata = sp_io::TestExternalities::default()
		.execute_with(|| Runtime::metadata_at_version(16).unwrap());
	Metadata::decode_from(&metadata).unwrap()
});

fn account(byte: u8) -> AccountId32 {
	[byte; 32].into()
}

fn record() -> Record<AccountId32> {
	Record {
		source: account(2),
		subject: account(3),
		indicator: Indicator::PaidOnTime,
		outcome: Outcome::BEST,
		level: Level::Counterparty,
		amount: AmountClass::NEUTRAL,
		at: 1_700_000_000,
		reference: Reference([5; 16]),
		commitment: [6; 32],
	}
}

/// The document of a record that is alone in its batch.
fn document(provider: u8, record: Record<AccountId32>, sequence: u64) -> ProofDocument {
	let applied = AppliedRecord {
		provider: account(provider),
		sequence,
		record,
		weight: Fixed::HALF,
		mass: Fixed::ONE,
		expires: 1_900_000_000,
		placed: Placed::default(),
		imported: false,
	};
	let batch = Batch {
		first: sequence,
		records: 1,
		leaves: 1,
		root: H256(blake2_256(&applied.encode())),
		block: 5,
		due: Place::default(),
	};
	ProofDocument::new(H256::zero(), 4, &batch, &[applied], sequence).unwrap()
}

fn proof() -> RecordProof<AccountId32> {
	document(1, record(), 7).verify().unwrap()
}

/// What a call is to the runtime.
fn decoded(call: &Call) -> Pallet {
	let pallet = METADATA.pallet_by_name(call.pallet_name()).unwrap();
	let index = pallet.call_variant_by_name(call.call_name()).unwrap().index;
	let mut bytes = vec![pallet.call_index(), index];
	call.call_data().encode_as_fields_to(&mut empty(), METADATA.types(), &mut bytes).unwrap();
	// The runtime takes them, and all of them.
	match RuntimeCall::decode_all(&mut &bytes[..]).unwrap() {
		RuntimeCall::CreditRecords(call) => call,
		other => panic!("{other:?}"),
	}
}

#[test]
fn calls_are_what_they_are_meant_to_be() {
	let hash = H256([7; 32]);
	let provider = account(1);
	let records = vec![record(), Record { at: 1, ..record() }];
	for (call, expected) in [
		(
			calls::register_sources(&[account(2), account(3)]),
			Pallet::register_sources { sources: vec![account(2), account(3)].try_into().unwrap() },
		),
		(
			calls::submit_batch(9, Mode::EachForItself, &records),
			Pallet::submit_batch {
				first: 9,
				mode: Mode::EachForItself,
				records: records.clone().try_into().unwrap(),
			},
		),
		(calls::confirm_record(&proof()), Pallet::confirm_record { proof: proof() }),
		(
			calls::post_bond(Category::Payment, 5),
			Pallet::post_bond { category: Category::Payment, amount: 5 },
		),
		(
			calls::release_bond(Category::Behaviour),
			Pallet::release_bond { category: Category::Behaviour },
		),
		(
			calls::withdraw_bond(Category::Shipping),
			Pallet::withdraw_bond { category: Category::Shipping },
		),
		(
			calls::report_contradiction(&proof(), &proof()),
			Pallet::report_contradiction { first: proof(), second: proof() },
		),
		(
			calls::object(&proof(), Reason::Inaccurate, hash),
			Pallet::object { proof: proof(), reason: Reason::Inaccurate, statement: hash },
		),
		(calls::answer_objection(7, hash), Pallet::answer_objection { sequence: 7, answer: hash }),
		(calls::withdraw_record(&proof()), Pallet::withdraw_record { proof: proof() }),
		(
			calls::withdraw_objection(&provider, 7),
			Pallet::withdraw_objection { provider: provider.clone(), sequence: 7 },
		),
		(
			calls::review(&provider, 7, Verdict::Dismissed),
			Pallet::review { provider: provider.clone(), sequence: 7, verdict: Verdict::Dismissed },
		),
		(
			calls::close_objection(&provider, 7),
			Pallet::close_objection { provider: provider.clone(), sequence: 7 },
		),
	] {
		assert_eq!(decoded(&call), expected, "{}", call.call_name());
	}
}

/// The words for an event, as the runtime encodes it.
fn told(event: Event<Runtime>) -> Option<String> {
	let bytes = RuntimeEvent::CreditRecords(event).encode();
	let pallet = METADATA.pallet_by_name(PALLET).unwrap();
	let index = bytes[1];
	let variants = pallet.event_variants().unwrap();
	let name = &variants.iter().find(|variant| variant.index == index).unwrap().name;
	words(name, &bytes[2..]).unwrap()
}

#[test]
fn events_are_told_in_words() {
	let (provider, sequence, subject) = (account(1), 7, account(3));
	let (deadline, unit) = (1_700_000_000, 1_000_000_000_000);
	let statement = H256::zero();
	for (event, part) in [
		(
			Event::BondPosted {
				provider: provider.clone(),
				category: Category::Payment,
				amount: unit,
				total: 2 * unit,
			},
			"2 HNS is held for the category payment",
		),
		(
			Event::BondReleased {
				provider: provider.clone(),
				category: Category::Payment,
				release: deadline,
			},
			"withdrawn from 2023-11-14 22:13 UTC",
		),
		(
			Event::BondWithdrawn {
				provider: provider.clone(),
				category: Category::Payment,
				amount: unit,
			},
			"1 HNS is free",
		),
		(
			Event::BondSlashed {
				provider: provider.clone(),
				category: Category::Payment,
				amount: unit,
				left: 3 * unit,
			},
			"lost 1 HNS of its bond, and 3 HNS is left",
		),
		(
			Event::LevelRaised {
				provider: provider.clone(),
				sequence,
				by: account(5),
				old: Level::Counterparty,
				new: Level::Confirmed,
			},
			"counts as confirmed and not as counterparty",
		),
		(
			Event::ObjectionOpened {
				provider: provider.clone(),
				sequence,
				subject: subject.clone(),
				reason: Reason::Unlawful,
				statement,
				deadline,
				stake: Some(unit / 2),
			},
			"2023-11-14 22:13 UTC to answer; 0.5 HNS is held",
		),
		(
			Event::ObjectionAnswered {
				provider: provider.clone(),
				sequence,
				answer: statement,
				deadline,
			},
			"reviewers have until 2023-11-14",
		),
		(
			Event::VerdictGiven {
				provider: provider.clone(),
				sequence,
				reviewer: account(6),
				verdict: Verdict::Frivolous,
			},
			"and that the subject knew",
		),
		(
			Event::ObjectionClosed {
				provider: provider.clone(),
				sequence,
				subject: subject.clone(),
				resolution: Resolution::Unanswered,
			},
			"did not answer in time",
		),
		(
			Event::RecordWithdrawn {
				provider: provider.clone(),
				sequence,
				subject: subject.clone(),
			},
			"does not count any more",
		),
		(
			Event::ContradictionProven {
				provider: provider.clone(),
				first: 7,
				second: 9,
				subject,
				repeated: false,
				reporter: account(8),
				slashed: 500 * unit,
				reward: 250 * unit,
			},
			"both records are out; the provider lost 500 HNS, of which 250 HNS is yours",
		),
	] {
		let words = told(event).unwrap();
		assert!(words.contains(part), "{words}");
	}
	assert_eq!(told(Event::RecordsSettled { settled: 1, pending: 2 }), None);
}

#[test]
fn an_event_of_another_version_is_an_error() {
	assert!(words("BondPosted", &[1, 2, 3]).is_err());
}

#[test]
fn every_view_is_there() {
	let pallet = METADATA.pallet_by_name(PALLET).unwrap();
	for view in ["next_sequence", "batch", "batch_of", "rules", "importing"] {
		assert!(pallet.view_function_by_name(view).is_some(), "{view}");
	}
	assert!(pallet.constant_by_name("MaxBatch").is_some());
	let consortium = METADATA.pallet_by_name("Consortium").unwrap();
	assert!(consortium.view_function_by_name("has_role").is_some());
}

fn written(document: &ProofDocument) -> (tempfile::NamedTempFile, Result<Document, Error>) {
	let file = tempfile::NamedTempFile::new().unwrap();
	fs::write(file.path(), serde_json::to_string(document).unwrap()).unwrap();
	let read = Document::read(file.path());
	(file, read)
}

#[test]
fn a_document_is_read_only_if_it_holds() {
	let good = document(1, record(), 7);
	let (_file, read) = written(&good);
	let read = read.unwrap();
	assert_eq!((read.document, read.proof), (good.clone(), proof()));

	let mut altered = good;
	altered.record.outcome = Outcome::WORST;
	let (file, read) = written(&altered);
	let error = read.err().unwrap();
	assert!(matches!(error, Error::Invalid { .. }));
	let message = error.to_string();
	assert!(message.contains("`record`"), "{message}");
	fs::write(file.path(), "{}").unwrap();
	assert!(matches!(Document::read(file.path()), Err(Error::NoProof { .. })));
	assert!(matches!(Document::read(Path::new("/nowhere")), Err(Error::File { .. })));
}

#[test]
fn what_is_no_contradiction_is_told_before_it_is_paid_for() {
	let of = |provider, record, sequence| written(&document(provider, record, sequence)).1.unwrap();
	let other = |change: fn(&mut Record<AccountId32>)| {
		let mut record = Record { outcome: Outcome::WORST, ..record() };
		change(&mut record);
		record
	};
	let first = of(1, record(), 7);
	assert!(contradict(&first, &of(1, other(|_| ()), 9)).is_ok());
	// The same told twice is one, too.
	assert!(contradict(&first, &of(1, record(), 9)).is_ok());
	for (second, part) in [
		(of(4, other(|_| ()), 9), "different providers"),
		(of(1, record(), 7), "the same record"),
		(of(1, other(|record| record.source = account(9)), 9), "different sources"),
		(of(1, other(|record| record.subject = account(9)), 9), "different subjects"),
		(of(1, other(|record| record.indicator = Indicator::NoDefault), 9), "indicators"),
		(of(1, other(|record| record.reference = Reference([6; 16])), 9), "different orders"),
	] {
		let refused = contradict(&first, &second).err().unwrap().to_string();
		assert!(refused.contains(part), "{refused}");
	}
	let none = Record { reference: Reference::NONE, ..record() };
	let refused = contradict(&of(1, none.clone(), 7), &of(1, none, 9));
	assert!(refused.err().unwrap().to_string().contains("no business object"));
}
