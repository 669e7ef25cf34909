//! Calls against the metadata of this runtime: what the tool encodes must be what the chain decodes.

use crate::{
	calls::{self, Call, Error},
	cli::{Cli, Command, Motion},
	hash::Hash,
	session::Sessions,
	share::Share,
	stalled::{Choice, Plan, Situation},
	words::{Names, Words},
};
use clap::Parser;
use codec::DecodeAll;
use hanse_runtime::{Runtime, RuntimeCall};
use hanse_types::{NodeId, Role};
use std::sync::LazyLock;
use subxt::{Metadata, utils::AccountId32};

/// As nodes serve it.
static METADATA: LazyLock<Metadata> = LazyLock::new(|| {
	// Some constants depend on the state.
	let metadata = sp_io::TestExternalities::default()
		.execute_with(|| Runtime::metadata_at_version(16).unwrap());
	Metadata::decode_from(&metadata).unwrap()
});

const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
const BOB: &str = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";

fn alice() -> AccountId32 {
	ALICE.parse().unwrap()
}

fn bob() -> AccountId32 {
	BOB.parse().unwrap()
}

fn bytes(call: &Call) -> Vec<u8> {
	let bytes = calls::encoded(&METADATA, call).unwrap();
	// The runtime itself takes them, and all of them.
	RuntimeCall::decode_all(&mut &bytes[..]).unwrap();
	bytes
}

fn words(call: &Call) -> String {
	let names = Names::from([(alice().0, "Port".to_owned())]);
	Words::new(&METADATA, &names).call(&bytes(call))
}

#[test]
fn calls_are_what_they_are_meant_to_be() {
	let hash = Hash([7; 32]);
	let sevens = format!("0x{}", "07".repeat(32));
	let apply = calls::apply(
		"Lübecker Salzkontor",
		&"DE".parse().unwrap(),
		&"529900T8BM49AURSDO55".parse().unwrap(),
		&[Role::Validator],
		&hash,
	);
	let nodes = [NodeId([1; 32]), NodeId([2; 32])];
	let (one, two) = ("01".repeat(32), "02".repeat(32));
	for (call, expected) in [
		(
			apply,
			format!(
				"consortium.apply(name: “Lübecker Salzkontor”, country: “DE”, legal_entity: \
				 “529900T8BM49AURSDO55”, roles: [Validator], documents: {sevens})"
			),
		),
		(
			calls::register_nodes(&nodes),
			format!("consortium.register_nodes(nodes: [0x{one}, 0x{two}])"),
		),
		(
			calls::register_nodes(&nodes[..1]),
			format!("consortium.register_nodes(nodes: [0x{one}])"),
		),
		(calls::register_nodes(&[]), "consortium.register_nodes(nodes: [])".to_owned()),
		(calls::consortium("resign"), "consortium.resign".to_owned()),
		(calls::consortium("withdraw_application"), "consortium.withdraw_application".to_owned()),
		(
			calls::consortium_about("clear_application", &bob()),
			format!("consortium.clear_application(account: {BOB})"),
		),
		(
			calls::consortium_about("withdraw_sponsorship", &alice()),
			format!("consortium.withdraw_sponsorship(account: {ALICE} (Port))"),
		),
		(
			calls::consortium_with_hash("sponsor_application", &bob(), &hash),
			format!("consortium.sponsor_application(account: {BOB}, application: {sevens})"),
		),
		(calls::return_to_service(), "attendance.return_to_service".to_owned()),
		(calls::authorize_upgrade(&hash), format!("system.authorize_upgrade(code_hash: {sevens})")),
		(
			calls::note_stalled(8, 21),
			"grandpa.note_stalled(delay: 8, best_finalized_block_number: 21)".to_owned(),
		),
		(
			calls::vote(&hash, 3, false),
			format!("council.vote(proposal: {sevens}, index: 3, approve: no)"),
		),
		(
			calls::close(&hash, 3, (1_000_000_000, 77), 99),
			format!(
				"council.close(proposal_hash: {sevens}, index: 3, proposal_weight_bound: {{ref_time: \
				 1000000000, proof_size: 77}}, length_bound: 99)"
			),
		),
	] {
		assert_eq!(words(&call), expected);
	}
}

/// The motion of a command line, its share, and its words.
fn motion(arguments: &[&str]) -> (Share, String) {
	let cli = Cli::try_parse_from([&["hanse-operate", "propose"], arguments].concat()).unwrap();
	let Command::Propose(propose) = cli.command else { panic!() };
	let (application, file) = (Hash([7; 32]), Hash([8; 32]));
	let (call, share) = calls::motion(&METADATA, &propose.motion, &application, &file).unwrap();
	(share, words(&call))
}

#[test]
fn motions_are_what_they_are_meant_to_be() {
	let (sevens, eights) = ("07".repeat(32), "08".repeat(32));
	let evidence = format!("0x{eights}");
	for (arguments, expected) in [
		(vec!["admit", BOB], format!("admit_member(account: {BOB}, application: 0x{sevens})")),
		(vec!["reject", BOB], format!("reject_application(account: {BOB}, forfeit: no)")),
		(
			vec!["reject", BOB, "--forfeit"],
			format!("reject_application(account: {BOB}, forfeit: yes)"),
		),
		(vec!["remove", BOB], format!("remove_member(account: {BOB})")),
		(
			vec!["suspend", BOB, "--evidence-hash", &evidence],
			format!("suspend_member(account: {BOB}, evidence: {evidence})"),
		),
		(vec!["reinstate", BOB], format!("reinstate_member(account: {BOB})")),
		(vec!["grant-role", BOB, "bank"], format!("grant_role(account: {BOB}, role: Bank)")),
		(
			vec!["withdraw-role", BOB, "Validator"],
			format!("withdraw_role(account: {BOB}, role: Validator)"),
		),
	] {
		assert_eq!(motion(&arguments), (Share::TwoThirds, format!("consortium.{expected}")));
	}
	assert_eq!(
		motion(&["suspend-provisionally", BOB, "--evidence-hash", &evidence]),
		(
			Share::OneThird,
			format!("consortium.suspend_provisionally(account: {BOB}, evidence: {evidence})")
		)
	);
	let (share, text) = motion(&["set-min-validators", "3"]);
	assert_eq!(share, Share::TwoThirds);
	assert!(text.starts_with("consortium.set_min_validators(") && text.ends_with(": 3)"), "{text}");
	let (share, text) = motion(&["set-tolerance", "40"]);
	assert_eq!((share, text.as_str()), (Share::TwoThirds, "attendance.set_tolerance(share: 40 %)"));

	// system.remark("abc")
	let remark = "0x00000c616263";
	let (share, text) = motion(&["call", remark, "--share", "one-third"]);
	assert_eq!((share, text.as_str()), (Share::OneThird, "system.remark(remark: “abc”)"));
	let (share, text) = motion(&["as-root", remark]);
	let hash = Hash::of(&hex::decode(&remark[2..]).unwrap());
	assert_eq!(share, Share::TwoThirds);
	assert_eq!(
		text,
		format!(
			"utility.batch_all(calls: [\n    whitelist.whitelist_call(call_hash: {hash}),\n    \
			 whitelist.dispatch_whitelisted_call_with_preimage(\n      call: system.remark(remark: \
			 “abc”),\n    ),\n  ])"
		)
	);
}

#[test]
fn a_call_that_is_none_is_refused() {
	for wrong in ["", "00", "ff00", "00000c6162", "00000c61626300", "00000d616263"] {
		let refused = calls::decoded(&METADATA, &hex::decode(wrong).unwrap());
		assert!(matches!(refused, Err(Error::Bytes(_))), "{wrong}");
	}
	// A length that takes four bytes where one is enough: other bytes, the same call.
	let long = hex::decode("00000e000000616263").unwrap();
	assert!(calls::decoded(&METADATA, &long).is_err());
	assert!(matches!(
		calls::encoded(&METADATA, &calls::consortium("no_such_call")),
		Err(Error::Unknown { .. })
	));
}

#[test]
fn proposals_say_how_long_they_are() {
	let motion = calls::consortium_about("remove_member", &bob());
	let length = bytes(&motion).len();
	assert_eq!(
		words(&calls::propose(&METADATA, 3, motion).unwrap()),
		format!(
			"council.propose(\n  threshold: 3,\n  proposal: consortium.remove_member(account: {BOB}),\n  \
			 length_bound: {length},\n)"
		)
	);
}

#[test]
fn delegates_act_for_the_member() {
	let text = words(&calls::on_behalf_of(&alice(), calls::return_to_service()));
	assert_eq!(
		text,
		format!(
			"proxy.proxy(\n  real: {ALICE} (Port),\n  force_proxy_type: none,\n  call: \
			 attendance.return_to_service,\n)"
		)
	);
}

#[test]
fn session_keys_are_taken_as_the_node_made_them() {
	let keys = [[1; 32], [2; 32]].concat();
	let call = calls::set_keys(&METADATA, &keys, b"\x01\x02").unwrap();
	// The pallet and the call, the keys, and the proof with its length.
	let bytes = bytes(&call);
	assert_eq!(bytes[2..], [&keys[..], &[8, 1, 2]].concat());
	for length in [0, 32, 63, 65, 96] {
		assert!(calls::set_keys(&METADATA, &vec![1; length], &[]).is_err(), "{length}");
	}
}

fn situation() -> Situation {
	let all = vec![alice(), bob(), AccountId32([3; 32]), AccountId32([4; 32])];
	Situation {
		sessions: Sessions { length: 10, current: 3, at: 34 },
		eligible: all.clone(),
		with_role: all,
		minimum: 3,
		best_finalized: 21,
		set_of_voters: Some(1),
		set_of_runtime: 1,
		change_is_planned: false,
		next_forced: None,
	}
}

/// The words of the motion that leaves Bob and another behind.
fn rescue(now: &Situation, decided_by: u32) -> String {
	let without = vec![bob(), AccountId32([4; 32])];
	let plan = Plan::new(now, &Choice { without, decided_by, delay: None }).unwrap();
	words(&plan.motion(&METADATA, &[0xab; 32]).unwrap())
}

#[test]
fn the_way_back_is_one_motion() {
	let other = AccountId32([4; 32]);
	let note = calls::note_stalled(8, 21);
	let hash = Hash::of(&bytes(&note));
	assert_eq!(
		rescue(&situation(), 36),
		format!(
			"utility.batch_all(calls: [\n    consortium.set_min_validators(minimum: 2),\n    \
			 consortium.withdraw_role(account: {BOB}, role: Validator),\n    \
			 consortium.withdraw_role(account: {other}, role: Validator),\n    \
			 whitelist.whitelist_call(call_hash: {hash}),\n    scheduler.schedule(\n      when: 40,\n      \
			 maybe_periodic: none,\n      priority: 0,\n      call: \
			 whitelist.dispatch_whitelisted_call_with_preimage(\n        call: grandpa.note_stalled(delay: 8, \
			 best_finalized_block_number: 21),\n      ),\n    ),\n  ])"
		)
	);
}

#[test]
fn the_way_back_can_wait_for_a_later_session() {
	let text = rescue(&situation(), 43);
	let (withdrawal, rest) = text.split_once("whitelist.whitelist_call").unwrap();
	assert!(withdrawal.contains("when: 44") && withdrawal.contains("withdraw_role"), "{text}");
	assert!(rest.contains("when: 50") && rest.contains("note_stalled"), "{text}");
}

#[test]
fn the_way_back_puts_the_number_of_the_set_right() {
	let text = rescue(&Situation { set_of_runtime: 2, ..situation() }, 36);
	let key = "ab".repeat(32);
	let value = "0100000000000000";
	let (before, after) = text.split_once("system.set_storage").unwrap();
	assert!(before.contains("dispatch_whitelisted_call_with_preimage"), "{text}");
	assert!(after.contains(&key) && after.contains(value), "{text}");
	assert!(after.contains("grandpa.note_stalled"), "{text}");
}

#[test]
fn every_view_and_entry_is_there() {
	let pallet = |name: &str| METADATA.pallet_by_name(name).unwrap();
	for (name, views) in [
		(
			"Consortium",
			&[
				"members",
				"applications",
				"application_hash",
				"suspension",
				"nodes",
				"validators",
				"validators_without_keys",
				"minimum_validators",
			][..],
		),
		("Attendance", &["tally", "absent"]),
	] {
		for view in views {
			assert!(pallet(name).view_function_by_name(view).is_some(), "{name}.{view}");
		}
	}
	for (name, entries) in [
		("Session", &["CurrentIndex", "Validators", "DisabledValidators", "QueuedKeys"][..]),
		("Session", &["QueuedChanged", "NextKeys"]),
		("Council", &["Members", "Proposals", "ProposalOf", "Voting"]),
		("Grandpa", &["CurrentSetId", "NextForced"]),
		("SessionLength", &["Length"]),
		("System", &["AuthorizedUpgrade"]),
		("Timestamp", &["Now"]),
	] {
		let storage = pallet(name).storage().unwrap();
		for entry in entries {
			assert!(storage.entry_by_name(entry).is_some(), "{name}.{entry}");
		}
	}
	assert!(pallet("SessionLength").constant_by_name("DefaultLength").is_some());
}

#[test]
fn every_role_is_known_by_its_name() {
	for role in Role::ALL {
		let (_, text) = motion(&["grant-role", BOB, &role.to_string()]);
		assert!(text.ends_with(&format!("role: {role})")), "{text}");
	}
	assert!(matches!(
		Cli::try_parse_from(["hanse-operate", "propose", "remove", BOB]).unwrap().command,
		Command::Propose(propose) if matches!(propose.motion, Motion::Remove(_))
	));
}
