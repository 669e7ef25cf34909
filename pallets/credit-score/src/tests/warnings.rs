use super::*;

fn warning() -> WarningReport {
	CreditScore::warning(SUBJECT).unwrap()
}

fn level(reason: WarningReason) -> WarningLevel {
	warning().warning.reasons.level_of(reason)
}

#[test]
fn of_risk_begins_with_adverse_records() {
	ExtBuilder::default().build_and_execute(|| {
		record(Indicator::Rating, 10_000, 2);
		assert_eq!(warning().warning.level, WarningLevel::None);
		record(Indicator::Rating, 0, 20);
		assert_eq!(level(WarningReason::Risk), WarningLevel::Critical);
		assert_eq!(warning().warning, known(SUBJECT).announced.warning);
	});
}

#[test]
fn of_a_drop_measures_against_ones_own_past() {
	ExtBuilder::default().build_and_execute(|| {
		praise();
		pass(300 * DAY);
		praise();
		assert_eq!(warning().fall, 0);
		for indicator in Indicator::ALL {
			record(indicator, 5_000, 1_000);
		}
		// Nothing was adverse, and it is not what it was.
		assert_eq!(level(WarningReason::Risk), WarningLevel::None);
		assert!(level(WarningReason::Drop) > WarningLevel::None);
		assert!(warning().fall >= Parameters::default().warnings.drop[0]);
		// In the end that is what it is.
		pass(3_000 * DAY);
		assert_eq!(level(WarningReason::Drop), WarningLevel::None);
	});
}

#[test]
fn of_silence_alone_is_no_drop() {
	ExtBuilder::default().build_and_execute(|| {
		praise();
		pass(700 * DAY);
		assert_eq!(warning().fall, 0);
		assert_eq!(level(WarningReason::Drop), WarningLevel::None);
		assert_eq!(level(WarningReason::Stale), WarningLevel::Watch);
	});
}

#[test]
fn is_withdrawn_when_its_record_is_out() {
	ExtBuilder::default().build_and_execute(|| {
		praise();
		next_block();
		assert_eq!(known(SUBJECT).announced.warning.level, WarningLevel::None);
		let adverse = blame();
		assert!(known(SUBJECT).announced.warning.level > WarningLevel::None);
		CreditScore::retract(&SUBJECT, &adverse);
		assert_eq!(known(SUBJECT).announced.warning.level, WarningLevel::None);
		assert_eq!(warning().fall, 0);
	});
}

#[test]
fn does_not_flap() {
	ExtBuilder::default().build_and_execute(|| {
		let watch = Parameters::default().warnings.risk[0];
		record(Indicator::Rating, 10_000, 16);
		// Up to just above the threshold.
		while score(SUBJECT).unwrap().risk.0 < watch {
			record(Indicator::Rating, 0, 1);
		}
		assert!(level(WarningReason::Risk) > WarningLevel::None);
		let mut flips = 0;
		let mut before = level(WarningReason::Risk);
		for _ in 0..10 {
			record(Indicator::Rating, 10_000, 1);
			record(Indicator::Rating, 0, 1);
			let now = level(WarningReason::Risk);
			flips += u32::from(now != before);
			before = now;
		}
		assert!(flips <= 1, "{flips}");
	});
}
