use super::*;

#[test]
fn success_replaces_the_list() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(register_nodes(BANK, &[3, 1]));
		assert_eq!(Consortium::nodes(), vec![(BANK, nodes(&[3, 1]).into_inner())]);
		assert_eq!(events(), vec![Event::NodesRegistered { account: BANK, nodes: nodes(&[3, 1]) }]);

		assert_ok!(register_nodes(BANK, &[1, 2, 4]));
		assert_eq!(Consortium::nodes(), vec![(BANK, nodes(&[1, 2, 4]).into_inner())]);
	});
}

#[test]
fn success_removes_them_with_an_empty_list() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(register_nodes(BANK, &[3]));
		assert_ok!(register_nodes(BANK, &[]));
		assert!(Consortium::nodes().is_empty());
		assert_eq!(
			events().last(),
			Some(&Event::NodesRegistered { account: BANK, nodes: nodes(&[]) })
		);
		// Nothing is nothing.
		assert_ok!(register_nodes(1, &[]));
	});
}

#[test]
fn success_of_one_node_by_two_members() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(register_nodes(BANK, &[3]));
		assert_ok!(register_nodes(1, &[3]));
		assert_eq!(Consortium::nodes().len(), 2);
	});
}

#[test]
fn success_while_suspended() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(suspend(BANK));
		assert_ok!(register_nodes(BANK, &[3]));
	});
}

#[test]
fn success_costs_what_the_length_costs() {
	use crate::WeightInfo;
	use frame::deps::frame_support::dispatch::GetDispatchInfo;
	let call = crate::Call::<Test>::register_nodes { nodes: nodes(&[1, 2]) };
	assert_eq!(call.get_dispatch_info().call_weight, <()>::register_nodes(2));
}

#[test]
fn fails_for_a_stranger() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(6, []));
		for account in [STRANGER, 6] {
			assert_noop!(register_nodes(account, &[1]), Error::<Test>::NotMember);
		}
	});
}

#[test]
fn fails_with_a_node_twice() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(register_nodes(BANK, &[1, 2, 1]), Error::<Test>::DuplicateNode);
	});
}
