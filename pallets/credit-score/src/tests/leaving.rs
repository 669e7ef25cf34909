use super::*;

fn left() -> Vec<u32> {
	events()
		.into_iter()
		.filter_map(|event| match event {
			Event::EvidenceLeft { subjects } => Some(subjects),
			_ => None,
		})
		.collect()
}

#[test]
fn adverse_evidence_leaves_state_and_score_though_nothing_else_happens() {
	ExtBuilder::default().build_and_execute(|| {
		record(Indicator::Rating, 10_000, 100);
		let before = known(SUBJECT);
		blame();
		let size = known(SUBJECT).state.encoded_size();
		Now::mutate(|now| *now += RETENTION);
		let read = score(SUBJECT).unwrap();
		events();
		poll();
		let after = known(SUBJECT);
		assert!(after.state.encoded_size() < size);
		// It was out of what is read before that already, and nothing of it remains.
		assert_eq!(score(SUBJECT).unwrap(), read);
		let never = before.state.report(Now::get(), &Parameters::default());
		assert_eq!(read.dimensions, never.dimensions);
		assert_eq!(Leaving::<Test>::iter().count(), 0);
		assert_eq!(left(), [1]);
	});
}

#[test]
fn what_follows_is_announced() {
	ExtBuilder::default().build_and_execute(|| {
		blame();
		next_block();
		let before = known(SUBJECT).announced;
		assert!(before.warning.level > WarningLevel::None);
		events();
		Now::mutate(|now| *now += RETENTION);
		poll();
		let changes = announced();
		let (subject, old, new, cause) = changes.first().unwrap();
		assert_eq!((*subject, *old, cause), (SUBJECT, before, &Cause::Expired));
		assert_eq!(reasons(*new), []);
	});
}

#[test]
fn is_noted_once_for_a_half_year() {
	ExtBuilder::default().build_and_execute(|| {
		for indicator in Indicator::ALL {
			record(indicator, 0, 1);
		}
		assert_eq!(Leaving::<Test>::iter().count(), 1);
		Now::mutate(|now| *now += Subject::HALF_YEAR);
		record(Indicator::Rating, 0, 1);
		assert_eq!(Leaving::<Test>::iter().count(), 2);
	});
}

#[test]
fn moves_no_clock() {
	ExtBuilder::default().build_and_execute(|| {
		praise();
		blame();
		let without = {
			let mut state = known(SUBJECT).state;
			state.release(Now::get() + RETENTION);
			state
		};
		pass(RETENTION);
		assert_eq!(known(SUBJECT).state, without);
	});
}

#[test]
fn goes_on_where_the_weight_ran_out() {
	ExtBuilder::default().build_and_execute(|| {
		poll();
		for subject in 10..20 {
			record_about(subject, observation(Indicator::Rating, 0, 1));
		}
		Now::mutate(|now| *now += RETENTION);
		// Passing the half-years until then is cheap, and does not fit into one block either.
		let nothing = <() as WeightInfo>::leave_nothing();
		let one = <() as WeightInfo>::leave(known(10).state.extent());
		let most = CreditScore::leaving_step();
		MaxLeavingWeight::set(nothing.saturating_add(most).saturating_add(one.saturating_mul(2)));
		events();
		let mut blocks = 0;
		while Leaving::<Test>::iter().count() > 0 {
			let before = Leaving::<Test>::iter().count();
			poll();
			blocks += 1;
			let worked_off = before - Leaving::<Test>::iter().count();
			assert!(worked_off <= 3);
			assert_eq!(left().into_iter().sum::<u32>(), worked_off as u32);
			assert!(blocks < 100);
		}
		assert!(blocks >= 4);
		assert!(Subjects::<Test>::iter_values().all(|known| {
			let mut empty = known.state.clone();
			empty.release(Now::get());
			empty == known.state
		}));
	});
}

#[test]
fn does_nothing_without_weight() {
	ExtBuilder::default().build_and_execute(|| {
		record(Indicator::Rating, 0, 1);
		Now::mutate(|now| *now += RETENTION);
		MaxLeavingWeight::set(Weight::zero());
		poll();
		assert_eq!(Leaving::<Test>::iter().count(), 1);
	});
}
