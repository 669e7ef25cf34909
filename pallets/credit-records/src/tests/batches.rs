//! What is kept of submissions, and what can be proven by it.

use super::*;
use frame::deps::sp_runtime::traits::BlakeTwo256;
use frame::traits::Hash;

/// Ratings about different subjects, so many.
fn ratings(count: u64) -> impl Iterator<Item = Record<AccountId>> {
	(0..count).map(|n| Record { subject: 200 + n, ..rating(n as u16) })
}

#[test]
fn a_batch_is_as_long_as_its_submission() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE]);
		submit(ratings(7));
		System::set_block_number(5);
		submit(ratings(2));
		let batch = CreditRecords::batch(PLATFORM, 0).unwrap();
		assert_eq!((batch.first, batch.records, batch.leaves, batch.block), (0, 7, 7, 1));
		let batch = CreditRecords::batch(PLATFORM, 1).unwrap();
		assert_eq!((batch.first, batch.records, batch.leaves, batch.block), (7, 2, 2, 5));
		assert_eq!(CreditRecords::batch(PLATFORM, 2), None);
		assert_eq!(CreditRecords::batch(CARRIER, 0), None);
	});
}

#[test]
fn a_leaf_says_how_the_record_counted() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE]);
		let record = Record {
			subject: SUBJECT + OTHER_ACCOUNT,
			at: TODAY - DAY,
			commitment: [7; 32],
			reference: Reference([8; 16]),
			..rating(2_500)
		};
		submit([record.clone()]);
		let told = observed().pop().unwrap();
		let expected = AppliedRecord {
			provider: PLATFORM,
			sequence: 0,
			record: Record { subject: SUBJECT, ..record },
			weight: told.observation.weight,
			mass: Fixed::ONE,
			expires: TODAY - DAY + 1_826 * DAY,
			placed: told.counted.unwrap().placed,
			imported: false,
		};
		assert_eq!(leaves(PLATFORM, 0), std::slice::from_ref(&expected));
		assert_eq!(expected.observation(), told.observation);
		assert_eq!(CreditRecords::effective(&expected), told.observation);
		// A tree of one leaf is its hash.
		let root = CreditRecords::batch(PLATFORM, 0).unwrap().root;
		assert_eq!(root, BlakeTwo256::hash(&expected.encode()));
	});
}

/// Nodes with an offchain index find the leaves under the root.
#[test]
fn leaves_are_given_to_nodes() {
	let mut chain = ExtBuilder::default().build();
	let (root, expected) = chain.execute_with(|| {
		register(PLATFORM, &[ALICE]);
		submit(ratings(5));
		(CreditRecords::batch(PLATFORM, 0).unwrap().root, leaves(PLATFORM, 0))
	});
	chain.persist_offchain_overlay();
	let list = chain.offchain_db().get(&leaves_key(&root)).unwrap();
	assert_eq!(list, expected.encode());
	assert_eq!(expected.len(), 5);
}

mod proofs {
	use super::*;

	/// Whatever the number of leaves, each is proven, and nothing else.
	#[test]
	fn of_every_record_hold() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			for count in [1, 2, 3, 5, 8, 13, 31, 33, 80] {
				let first = CreditRecords::next_sequence(PLATFORM);
				submit(ratings(count));
				for sequence in first..first + count {
					let proof = proof(PLATFORM, sequence);
					assert_eq!(proof.applied.sequence, sequence);
					assert!(CreditRecords::check_proof(&proof).is_ok(), "{sequence} of {count}");
				}
			}
		});
	}

	#[test]
	fn hold_for_nothing_else() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			submit(ratings(13));
			submit(ratings(13));
			let good = proof(PLATFORM, 4);
			type Proof = RecordProof<AccountId>;
			let wrong: [fn(&mut Proof); 10] = [
				|proof| proof.applied.record.outcome = Outcome::WORST,
				|proof| proof.applied.weight = Fixed::ZERO,
				|proof| proof.applied.sequence = 5,
				|proof| proof.applied.imported = true,
				|proof| proof.index = 5,
				|proof| proof.index = 13,
				|proof| proof.index = u32::MAX,
				|proof| proof.batch = 1,
				|proof| proof.siblings.truncate(3),
				|proof| proof.siblings.try_push(H256::zero()).unwrap(),
			];
			for (number, spoil) in wrong.into_iter().enumerate() {
				let mut proof = good.clone();
				spoil(&mut proof);
				let checked = CreditRecords::check_proof(&proof);
				assert!(matches!(checked, Err(Error::WrongProof)), "{number}");
				assert_eq!(CreditRecords::proven_status(proof), None);
			}
			let mut proof = good;
			proof.batch = 2;
			assert!(matches!(CreditRecords::check_proof(&proof), Err(Error::UnknownBatch)));
			proof.batch = 0;
			proof.applied.provider = CARRIER;
			assert!(matches!(CreditRecords::check_proof(&proof), Err(Error::UnknownBatch)));
		});
	}

	/// Of a batch with refused records, the index is that among the leaves.
	#[test]
	fn count_leaves_and_not_numbers() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			let records = [by(BERTA, 1), rating(2), by(BERTA, 3), rating(4)];
			assert_ok!(submit_as(PLATFORM, Mode::EachForItself, records));
			let proof = proof(PLATFORM, 3);
			assert_eq!((proof.index, proof.siblings.len()), (1, 1));
			assert!(CreditRecords::check_proof(&proof).is_ok());
			assert_eq!(RecordProof::of(0, &leaves(PLATFORM, 0), 2), None);
		});
	}
}

mod lookup {
	use super::*;

	#[test]
	fn finds_the_batch_of_every_number() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			let lengths = [3, 1, 1, 7, 2, 20, 1];
			let mut expected = vec![];
			for (number, length) in (0..).zip(lengths) {
				submit(ratings(length));
				expected.extend(core::iter::repeat_n(number, length as usize));
			}
			for (sequence, number) in (0..).zip(expected) {
				let (found, batch) = CreditRecords::batch_of(PLATFORM, sequence).unwrap();
				assert_eq!(found, number);
				assert_eq!(CreditRecords::batch(PLATFORM, number), Some(batch));
			}
			for beyond in [35, 36, u64::MAX] {
				assert_eq!(CreditRecords::batch_of(PLATFORM, beyond), None);
			}
			assert_eq!(CreditRecords::batch_of(CARRIER, 0), None);
		});
	}

	/// Records of the time before there were batches have none.
	#[test]
	fn begins_with_the_first_batch() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			Streams::<Test>::insert(PLATFORM, Stream { next: 10, batches: 0 });
			assert_eq!(CreditRecords::batch_of(PLATFORM, 9), None);
			submit(ratings(3));
			assert_eq!(CreditRecords::batch_of(PLATFORM, 9), None);
			assert_eq!(CreditRecords::batch_of(PLATFORM, 10).unwrap().0, 0);
			assert_eq!(CreditRecords::batch_of(PLATFORM, 12).unwrap().0, 0);
			assert_eq!(CreditRecords::record_status(PLATFORM, 9), None);
		});
	}
}

mod stages {
	use super::*;

	fn stage(sequence: u64) -> Stage {
		CreditRecords::record_status(PLATFORM, sequence).unwrap().stage
	}

	#[test]
	fn follow_each_other() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE, BERTA]);
			submit([rating(0), by(BERTA, 10_000)]);
			let status = CreditRecords::record_status(PLATFORM, 1).unwrap();
			let due = TODAY + 91 * DAY;
			let expected = RecordStatus {
				batch: 0,
				recorded: 1,
				stage: Stage::Private,
				due,
				objection: None,
				level_raised: None,
			};
			assert_eq!(status, expected);
			BlockTime::set(due - 1);
			assert_eq!(stage(0), Stage::Private);
			// Its time has come, but not yet its turn.
			BlockTime::set(due);
			assert_eq!(stage(0), Stage::Agreed);
			poll();
			assert_eq!(stage(0), Stage::Applied);
			assert_eq!(stage(1), Stage::Applied);
		});
	}

	#[test]
	fn of_a_large_batch_are_those_of_its_last_chunk() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			submit(ratings(40));
			BlockTime::set(TODAY + 91 * DAY);
			Cursor::<Test>::put(Place { day: day(TODAY) + 91, number: 0 });
			SettlementWeight::set(
				<() as WeightInfo>::settle_nothing()
					.saturating_add(CreditRecords::settlement_weight(1)),
			);
			while Cursor::<Test>::get().number == 0 {
				poll();
			}
			assert_eq!(CreditRecords::pending(), 8);
			SettlementWeight::set(Weight::MAX);
			assert_eq!((stage(0), stage(39)), (Stage::Agreed, Stage::Agreed));
			poll();
			assert_eq!((stage(0), stage(39)), (Stage::Applied, Stage::Applied));
		});
	}

	#[test]
	fn end_when_the_record_expires() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			submit([rating(0)]);
			let proof = proof(PLATFORM, 0);
			let stage = || CreditRecords::proven_status(proof.clone()).unwrap().stage;
			assert_eq!(stage(), Stage::Private);
			BlockTime::set(proof.applied.expires - 1);
			poll();
			assert_eq!(stage(), Stage::Applied);
			BlockTime::set(proof.applied.expires);
			assert_eq!(stage(), Stage::Expired);
			// By its number alone that cannot be told.
			assert_eq!(super::stages::stage(0), Stage::Applied);
		});
	}

	#[test]
	fn beside_the_way_are_known_too() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			submit([rating(0), rating(1)]);
			assert_ok!(CreditRecords::object(
				RuntimeOrigin::signed(SUBJECT),
				proof(PLATFORM, 0),
				Reason::Inaccurate,
				H256::zero()
			));
			let status = CreditRecords::record_status(PLATFORM, 0).unwrap();
			assert_eq!(status.stage, Stage::Disputed);
			assert_eq!(status.objection, CreditRecords::objection(PLATFORM, 0));
			assert!(status.objection.is_some());
			assert_eq!(stage(1), Stage::Private);
			assert_ok!(CreditRecords::withdraw_record(
				RuntimeOrigin::signed(PLATFORM),
				proof(PLATFORM, 0)
			));
			let status = CreditRecords::record_status(PLATFORM, 0).unwrap();
			assert_eq!((status.stage, status.objection), (Stage::Removed, None));
			// What is removed does not expire.
			BlockTime::set(proof(PLATFORM, 0).applied.expires);
			assert_eq!(
				CreditRecords::proven_status(proof(PLATFORM, 0)).unwrap().stage,
				Stage::Removed
			);
			BlockTime::set(TODAY);
		});
	}
}
