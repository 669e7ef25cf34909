use super::*;
use hanse_types::ArcReport;

#[test]
fn nobody_is_known_where_there_is_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(TradeNetwork::enterprise(ANNA), None);
		assert_eq!(TradeNetwork::verification(ANNA), VerificationLevel::None);
		assert_eq!(TradeNetwork::subject_of(ANNA), ANNA);
		assert_eq!(TradeNetwork::offer(ANNA), None);
		assert_eq!(TradeNetwork::recovery(ANNA), None);
		assert_eq!(TradeNetwork::relationships(ANNA, None, 9), []);
		assert_eq!(TradeNetwork::proposals(ANNA, None, 9), []);
		assert_eq!(TradeNetwork::position(ANNA), None);
		assert_eq!(TradeNetwork::network(), NetworkFigures::default());
		assert_eq!(TradeNetwork::country_pairs(None, 9), []);
		assert_eq!(TradeNetwork::enterprises(None, 9), []);
		assert_eq!(TradeNetwork::edges(None, 9), []);
	});
}

#[test]
fn a_legal_entity_leads_to_its_subject() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT]);
		assert_ok!(attest(ANNA, Registered));
		let entity = report(ANNA).entity.unwrap();
		assert_eq!(TradeNetwork::subject_of_entity(entity), Some(ANNA));
		assert_eq!(TradeNetwork::subject_of_entity([0; 32]), None);
		pass(1_000);
		assert_eq!(TradeNetwork::verification(ANNA), VerificationLevel::None);
		assert_eq!(TradeNetwork::subject_of_entity(entity), Some(ANNA));
	});
}

#[test]
fn relationships_are_told_from_each_side() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT]);
		supply(BERT, ANNA);
		relate_by(ANNA, BERT, Carries);
		pass(2);
		note_order(ANNA, BERT, 9);
		let arc = |kind, gives| ArcReport { kind, gives };
		let [of_anna] = &TradeNetwork::relationships(ANNA, None, 9)[..] else { panic!() };
		assert_eq!(of_anna.partner, BERT);
		assert_eq!(of_anna.arcs, [arc(Supplies, false), arc(Carries, true)]);
		assert_eq!((of_anna.since, of_anna.last), (TODAY, Some(TODAY + 2)));
		assert_eq!((of_anna.orders, of_anna.volume_class, of_anna.dormant), (1, 9, false));
		let [of_bert] = &TradeNetwork::relationships(BERT, None, 9)[..] else { panic!() };
		assert_eq!(of_bert.partner, ANNA);
		assert_eq!(of_bert.arcs, [arc(Supplies, true), arc(Carries, false)]);
		assert_eq!(of_bert.orders, 1);
	});
}

#[test]
fn relationships_are_told_page_by_page_in_order() {
	ExtBuilder::default().max_partners(600).build_and_execute(|| {
		register_all(1..=40);
		for partner in (2..=40).rev() {
			supply(1, partner);
		}
		let mut all = vec![];
		loop {
			let page = TradeNetwork::relationships(1, all.last().copied(), 7);
			assert!(page.len() <= 7);
			if page.is_empty() {
				break;
			}
			all.extend(page.into_iter().map(|relationship| relationship.partner));
		}
		assert_eq!(all, (2..=40).collect::<Vec<_>>());
		assert_eq!(TradeNetwork::relationships(1, None, 0), []);
		// Behind somebody who is no partner, if it is known, and behind nobody known not at all.
		rotate(20, 150);
		let behind = |after| TradeNetwork::relationships(1, Some(after), 256).len();
		assert_eq!((behind(1), behind(20), behind(150), behind(STRANGER)), (39, 20, 20, 0));
	});
}

#[test]
fn a_page_is_bounded_whatever_is_asked_for() {
	ExtBuilder::default().max_partners(600).build().execute_with(|| {
		// Written directly, since so many have no money.
		register(ANNA);
		let template = stored(ANNA);
		for id in 1..300u32 {
			let subject = 1_000 + u64::from(id);
			Accounts::<Test>::insert(subject, id);
			let enterprise = Enterprise { subject, controller: subject, ..template.clone() };
			Enterprises::<Test>::insert(id, enterprise);
			supply(ANNA, subject);
		}
		assert_eq!(TradeNetwork::enterprises(None, u32::MAX).len(), 256);
		assert_eq!(TradeNetwork::relationships(ANNA, None, u32::MAX).len(), 256);
		assert_eq!(TradeNetwork::edges(None, u32::MAX).len(), 299);
	});
}

#[test]
fn enterprises_edges_and_proposals_are_told_page_by_page_without_a_gap() {
	ExtBuilder::default().build_and_execute(|| {
		register_all(1..=30);
		for account in 1..30 {
			supply(account, account + 1);
			note_order(account, account + 1, 1);
		}
		let mut enterprises = Vec::<(EnterpriseId, AccountId)>::new();
		while let page @ [.., _] =
			&TradeNetwork::enterprises(enterprises.last().map(|(id, _)| *id), 4)[..]
		{
			enterprises.extend_from_slice(page);
		}
		enterprises.sort();
		assert_eq!(enterprises, (0..30).map(|id| (id, u64::from(id) + 1)).collect::<Vec<_>>());

		let mut edges = Vec::<(EnterpriseId, EnterpriseId, u8, u64, Day)>::new();
		while let page @ [.., _] =
			&TradeNetwork::edges(edges.last().map(|(lo, hi, ..)| (*lo, *hi)), 4)[..]
		{
			edges.extend_from_slice(page);
		}
		edges.sort();
		assert_eq!(edges, (0..29).map(|id| (id, id + 1, 1, 1, TODAY)).collect::<Vec<_>>());

		for proposer in 2..=12 {
			let propose = TradeNetwork::propose_relationship;
			assert_ok!(propose(signed(proposer), 1, Finances, proposer % 2 == 0));
			assert_ok!(propose(signed(proposer), 1, Insures, true));
		}
		let mut proposals = vec![];
		loop {
			let after = proposals
				.last()
				.map(|last: &ProposalReport<_>| (last.proposer, last.kind, last.gives));
			let page = TradeNetwork::proposals(1, after, 3);
			if page.is_empty() {
				break;
			}
			proposals.extend(page);
		}
		let mut told = proposals
			.iter()
			.map(|proposal| (proposal.proposer, proposal.kind, proposal.gives))
			.collect::<Vec<_>>();
		told.sort();
		let expected = (2..=12)
			.flat_map(|account| [(account, Finances, account % 2 == 1), (account, Insures, false)]);
		assert_eq!(told, expected.collect::<Vec<_>>());
	});
}

#[test]
fn country_pairs_are_told_page_by_page_in_alphabetical_order() {
	ExtBuilder::default().build_and_execute(|| {
		let countries = ["SG", "DE", "CN", "US", "AD", "ZW", "FR"];
		for (account, country) in (1..).zip(countries) {
			let details = in_country(country, account);
			assert_ok!(TradeNetwork::register_enterprise(signed(account), details));
		}
		for a in 1..=7 {
			for b in a + 1..=7 {
				supply(a, b);
			}
		}
		let mut pairs = Vec::<(CountryCode, CountryCode, u32)>::new();
		while let page @ [.., _] =
			&TradeNetwork::country_pairs(pairs.last().map(|(a, b, _)| (*a, *b)), 5)[..]
		{
			pairs.extend_from_slice(page);
		}
		assert_eq!(pairs.len(), 21);
		assert!(pairs.is_sorted_by(|a, b| (a.0, a.1) < (b.0, b.1)));
		assert!(pairs.iter().all(|(a, b, count)| a < b && *count == 1));
	});
}

#[test]
fn other_pallets_see_subjects_and_levels() {
	ExtBuilder::default().build_and_execute(|| {
		type Seen = TradeNetwork;
		register(ANNA);
		rotate(ANNA, NEW);
		assert_ok!(attest(NEW, Inspected));
		for account in [ANNA, NEW] {
			assert_eq!(<Seen as Subjects<_>>::subject_of(&account), ANNA);
			assert_eq!(<Seen as Subjects<_>>::verification(&account), Inspected);
		}
		assert_eq!(<Seen as Subjects<_>>::subject_of(&STRANGER), STRANGER);
		assert_eq!(<Seen as Subjects<_>>::verification(&STRANGER), VerificationLevel::None);
		CurrentDay::mutate(|today| *today += 101);
		assert_eq!(<Seen as Subjects<_>>::verification(&NEW), VerificationLevel::None);
	});
}

#[test]
fn view_functions_are_found_by_clients() {
	use frame::deps::frame_support::view_functions::DispatchViewFunction;
	// What a client calls by the id in the metadata is what is tested here by name.
	ExtBuilder::default().build_and_execute(|| {
		register(ANNA);
		let metadata = TradeNetwork::pallet_view_functions_metadata();
		let names = metadata.iter().map(|function| function.name).collect::<Vec<_>>();
		for name in [
			"enterprise",
			"verification",
			"subject_of",
			"offer",
			"recovery",
			"relationships",
			"proposals",
			"position",
			"network",
			"country_pairs",
			"enterprises",
			"edges",
		] {
			assert!(names.contains(&name), "{name} is not among {names:?}");
		}
		let id = metadata.iter().find(|function| function.name == "network").unwrap().id;
		let mut answer = vec![];
		let id = frame::deps::frame_support::view_functions::ViewFunctionId::decode(&mut &id[..])
			.unwrap();
		RuntimeViewFunction::dispatch_view_function(&id, &mut &[][..], &mut answer).unwrap();
		assert_eq!(NetworkFigures::decode(&mut &answer[..]).unwrap(), TradeNetwork::network());
	});
}
