use super::*;
use crate::GenesisConfig;

#[test]
fn the_tolerance_is_a_half_unless_said_otherwise() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Attendance::tolerance(), Perbill::from_percent(50));
	});
	ExtBuilder::default().tolerance(Perbill::from_percent(10)).build_and_execute(|| {
		assert_eq!(Attendance::tolerance(), Perbill::from_percent(10));
	});
}

#[test]
#[should_panic(expected = "the tolerance is no share")]
fn fails_with_a_tolerance_beyond_the_whole() {
	let tolerance = serde_json::from_str("1000000001").unwrap();
	ExtBuilder::default().tolerance(tolerance).build_and_execute(|| {});
}

#[test]
fn is_written_in_json() {
	let config: GenesisConfig<Test> = serde_json::from_str("{\"tolerance\":250000000}").unwrap();
	assert_eq!(config.tolerance, Some(Perbill::from_percent(25)));
	let config: GenesisConfig<Test> = serde_json::from_str("{\"tolerance\":null}").unwrap();
	assert_eq!(config.tolerance, None);
	assert!(serde_json::from_str::<GenesisConfig<Test>>("{\"patience\":1}").is_err());
}
