use super::*;

#[test]
fn begins_with_the_parameters_of_the_code() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(CreditScore::parameters(), ModelParameters::get());
		let version =
			Version { parameters: ModelParameters::get(), effective_block: 0, effective_at: 0 };
		assert_eq!(CreditScore::version(0), Some(version));
		assert_eq!(CreditScore::on_chain_storage_version(), 2);
	});
}

#[test]
fn begins_with_others_if_it_says_so() {
	ExtBuilder::default().with(strict()).build_and_execute(|| {
		assert_eq!(CreditScore::parameters(), strict());
		assert_eq!(CreditScore::version(0).unwrap().parameters, strict());
		bring_into_force(Parameters::default());
		assert_eq!(CreditScore::version(0).unwrap().parameters, strict());
	});
}

#[test]
#[should_panic = "out of range"]
fn does_not_begin_with_nonsense() {
	ExtBuilder::default().with(changed(|parameters| parameters.maturity = 0)).build();
}
