//! A log that is put together again from blocks, and whether it is whole.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

type Log = Vec<EntryOf<Test>>;

/// The blocks of a chain, as far as this pallet wrote into them.
#[derive(Default)]
struct Blocks(BTreeMap<u64, Vec<Event<Test>>>);

impl Blocks {
	/// Keeps the events of the block, and begins the next one.
	fn close(&mut self) {
		self.0.insert(System::block_number(), events());
		next_block();
	}

	fn entries(
		&self,
		block: u64,
		subject: AccountId,
	) -> impl DoubleEndedIterator<Item = &EntryOf<Test>> {
		self.0[&block].iter().filter_map(move |event| match event {
			Event::Disclosed { entry, .. } if entry.subject == subject => Some(entry),
			_ => None,
		})
	}

	/// The log of a subject, read back from its head, and how many blocks that took.
	fn read(&self, subject: AccountId) -> (Log, usize) {
		let mut log = Log::new();
		let mut blocks = 0;
		let mut next = DataAccess::disclosure_log(subject).last;
		while let Some(block) = next {
			let here = self.entries(block, subject).cloned().rev().collect::<Vec<_>>();
			next = here.last().unwrap().previous;
			log.extend(here);
			blocks += 1;
		}
		log.reverse();
		(log, blocks)
	}
}

/// Whether these are all entries of the subject's log, as they were logged, and no others.
fn is_whole(subject: AccountId, entries: &[EntryOf<Test>]) -> bool {
	let head = entries.iter().fold(H256::zero(), |head, entry| entry.head(head));
	let log = DataAccess::disclosure_log(subject);
	(log.head, log.entries) == (head, entries.len() as u64)
}

/// Anna's log, of five entries in three blocks, among those of others.
fn scene() -> Blocks {
	let mut blocks = Blocks::default();
	let id = grant(ANNA, BANK);
	blocks.close();
	let granted = || disclosure(ANNA, BANK, id);
	assert_ok!(log_all(PLATFORM, [granted(), lawful(ANNA, CUSTOMS), lawful(BERT, CUSTOMS)]));
	blocks.close();
	assert_ok!(log(PLATFORM, lawful(BERT, CUSTOMS)));
	blocks.close();
	blocks.close();
	assert_ok!(log(CARRIER, granted()));
	blocks.close();
	CurrentTime::set(NOW + 5);
	assert_ok!(log(CARRIER, lawful(ANNA, SUPERVISOR)));
	assert_ok!(log(PLATFORM, lawful(ANNA, SUPERVISOR)));
	blocks.close();
	blocks
}

#[test]
fn a_log_is_read_back_from_its_head_and_nothing_else() {
	ExtBuilder.build_and_execute(|| {
		let blocks = scene();
		let (log, read) = blocks.read(ANNA);
		assert_eq!(read, 3);
		assert!(is_whole(ANNA, &log));
		let seen = log.iter().map(|entry| (entry.number, entry.previous, entry.at));
		assert_eq!(
			seen.collect::<Vec<_>>(),
			[
				(0, None, NOW),
				(1, Some(2), NOW),
				(2, Some(2), NOW),
				(3, Some(5), NOW + 5),
				(4, Some(6), NOW + 5),
			]
		);
		let (of_bert, read) = blocks.read(BERT);
		assert_eq!((of_bert.len(), read), (2, 2));
		assert!(is_whole(BERT, &of_bert));
		assert!(!is_whole(BERT, &log));
		// Nobody has disclosed anything about Carl.
		assert_eq!(blocks.read(CARL), (vec![], 0));
		assert!(is_whole(CARL, &[]));
	});
}

#[test]
fn every_event_tells_the_head_with_it() {
	ExtBuilder.build_and_execute(|| {
		let blocks = scene();
		let mut head = H256::zero();
		for event in blocks.0.values().flatten() {
			match event {
				Event::Disclosed { entry, head: told } if entry.subject == ANNA => {
					head = entry.head(head);
					assert_eq!(head, *told);
				},
				_ => (),
			}
		}
		assert_eq!(DataAccess::disclosure_log(ANNA).head, head);
	});
}

#[test]
fn a_log_with_anything_left_out_changed_added_or_moved_is_not_whole() {
	ExtBuilder.build_and_execute(|| {
		let (log, _) = scene().read(ANNA);
		for index in 0..log.len() {
			let mut shorter = log.clone();
			shorter.remove(index);
			assert!(!is_whole(ANNA, &shorter), "without {index}");

			let mut longer = log.clone();
			longer.insert(index, log[index].clone());
			assert!(!is_whole(ANNA, &longer), "{index} twice");

			if index > 0 {
				let mut other = log.clone();
				other.swap(index - 1, index);
				assert!(!is_whole(ANNA, &other), "{index} moved");
			}

			type Change = fn(&mut EntryOf<Test>);
			let changes: [Change; 11] = [
				|entry| entry.subject = BERT,
				|entry| entry.number += 1,
				|entry| entry.previous = Some(9),
				|entry| entry.discloser = BANK,
				|entry| entry.recipient = STRANGER,
				|entry| entry.category = Category::Behaviour,
				|entry| entry.purpose = Purpose::Dispute,
				|entry| entry.channel = Channel::Other,
				|entry| entry.basis = LegalBasis::Grant(77),
				|entry| entry.documents = documents(&[9]),
				|entry| entry.at += 1,
			];
			for (number, change) in changes.into_iter().enumerate() {
				let mut other = log.clone();
				change(&mut other[index]);
				assert!(!is_whole(ANNA, &other), "{index} with change {number}");
			}
		}
	});
}

#[test]
fn a_log_outlives_its_grants() {
	ExtBuilder.build_and_execute(|| {
		let id = grant(ANNA, BANK);
		assert_ok!(log(PLATFORM, disclosure(ANNA, BANK, id)));
		let before = DataAccess::disclosure_log(ANNA);
		assert_ok!(DataAccess::revoke_grant(signed(ANNA), id));
		assert_eq!(DataAccess::disclosure_log(ANNA), before);
		pass(4_000);
		assert_eq!(DataAccess::disclosure_log(ANNA), before);
		assert_eq!(DataAccess::disclosure_log(ANNAS_OTHER), before);
	});
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 100, ..Default::default() })]

	#[test]
	fn every_log_is_read_back_whole(
		calls in proptest::collection::vec(
			(proptest::collection::vec((1u64..=3, 1u8..=3), 1..=4), any::<bool>(), 0u64..3),
			1..30,
		),
	) {
		ExtBuilder.build_and_execute(|| {
			let mut blocks = Blocks::default();
			let mut logged = BTreeMap::<_, usize>::new();
			for (disclosures, closes, seconds) in calls {
				CurrentTime::mutate(|now| *now += seconds);
				let disclosures = disclosures.into_iter().map(|(subject, count)| {
					*logged.entry(subject).or_default() += 1;
					let numbers = (0..count).collect::<Vec<_>>();
					Disclosure { documents: documents(&numbers), ..lawful(subject, CUSTOMS) }
				});
				assert_ok!(log_all(PLATFORM, disclosures.collect::<Vec<_>>()));
				if closes {
					blocks.close();
				}
			}
			blocks.close();
			for subject in 1..=3 {
				let (log, _) = blocks.read(subject);
				assert_eq!(log.len(), logged.get(&subject).copied().unwrap_or_default());
				assert!(is_whole(subject, &log));
			}
		});
	}
}
