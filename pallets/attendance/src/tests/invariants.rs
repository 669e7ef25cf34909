//! Whoever is down, whenever, and whoever comes and goes.

use super::*;
use hanse_traits::ValidatorPool;
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Step {
	/// Some blocks, with some validators down.
	Run(u64, Vec<u64>),
	/// A gap of as many slots.
	Gap(u64),
	Return(u64),
	Admit(u64),
	Remove(u64),
	SetTolerance(u32),
}

fn step() -> impl Strategy<Value = Step> {
	let account = || 1u64..=7;
	prop_oneof![
		4 => (1u64..20, proptest::collection::vec(account(), 0..3))
			.prop_map(|(blocks, down)| Step::Run(blocks, down)),
		1 => (0u64..20).prop_map(Step::Gap),
		1 => account().prop_map(Step::Return),
		1 => account().prop_map(Step::Admit),
		1 => account().prop_map(Step::Remove),
		1 => (0u32..=100).prop_map(Step::SetTolerance),
	]
}

/// Takes the step; what the pool would refuse is left out.
fn take(step: Step) {
	match step {
		Step::Run(blocks, down) => run(blocks, &down),
		Step::Gap(slots) => {
			author(slot() + slots + 1);
		},
		Step::Return(account) => {
			let was_absent = absent().contains(&account);
			assert_eq!(return_to_service(account).is_ok(), was_absent);
		},
		Step::Admit(account) if !Members::get().contains(&account) => admit(account),
		Step::Remove(account)
			if !Pool::eligible().contains(&account)
				|| Pool::eligible().len() > Minimum::get() as usize =>
		{
			remove(account);
		},
		Step::SetTolerance(percent) => {
			let share = Perbill::from_percent(percent);
			assert_ok!(Attendance::set_tolerance(RuntimeOrigin::root(), share));
		},
		_ => {},
	}
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 100, ..Default::default() })]

	#[test]
	fn hold_after_every_step(
		minimum in 1u32..=4,
		steps in proptest::collection::vec(step(), 1..40),
	) {
		ExtBuilder::default().minimum(minimum).build_and_execute(|| {
			// Slot and block after which the session under way is counted.
			let (mut session, mut from) = (0, (99, 0));
			for step in steps {
				take(step);
				check_all();
				assert!(Pool::eligible().len() >= minimum as usize);

				// Every slot of a session is somebody's, or one of an outage; and every block has
				// an author. Sessions in which a step ended are looked at from the next one on.
				if Session::current_index() == session {
					let (authored, missed, outage) = sums();
					let blocks = System::block_number() - from.1;
					assert_eq!(u64::from(authored), blocks);
					assert_eq!(u64::from(authored + missed + outage), slot() - from.0);
				} else {
					run_to_session(Session::current_index() + 1, &[]);
					session = Session::current_index();
					from = (slot(), System::block_number());
					assert_eq!(sums(), (0, 0, 0));
				}
			}

			// Two sessions without absence later, those planned with are those that validate.
			let session = Session::current_index();
			run_to_session(session + 1, &[]);
			let planned = Pool::eligible();
			run_to_session(session + 2, &[]);
			assert_eq!(Session::validators(), planned);
		});
	}
}
