//! The network on a running chain: reading it, and bringing one there.

use crate::source::{Attributes, Trade};
use codec::{Decode, Encode};
use futures::{StreamExt, stream};
use hanse_client::{
	At, Connection, Encoded, Error as ClientError, Progress, call, decoded, lost, view,
};
use hanse_credit_model::ScoreReport;
use hanse_network_model::{Arcs, EnterpriseId, NetworkFigures, RelationshipKind, ordered};
use hanse_types::{
	Agreement, Commitments, Consent, CountryCode, Day, EnterpriseDetails, EnterpriseKind,
	EnterpriseReport, Sector, SignedAgreement,
};
use serde::Serialize;
use sp_crypto_hashing::blake2_256;
use std::{
	collections::{BTreeMap, HashMap, HashSet},
	time::{Instant, SystemTime, UNIX_EPOCH},
};
use subxt::{
	dynamic,
	dynamic::Value,
	transactions::DynamicPayload,
	utils::{AccountId32, H256},
};
use subxt_signer::sr25519::Keypair;

/// The name of the pallet that keeps the network.
const PALLET: &str = "TradeNetwork";

/// How many enterprises a page has, and how many relationships.
const ENTERPRISES: u32 = 256;
const EDGES: u32 = 1_024;

/// How many enterprises are looked up at a time.
const LOOKUPS: usize = 16;

/// How many registrations go into one transaction. Each carries a signature that is checked.
const REGISTRATIONS: usize = 64;

/// How many transactions are on their way at a time.
const WINDOW: usize = 64;

/// An account, as the chain encodes it.
pub type Account = [u8; 32];

/// Why a network cannot be read from a chain, or brought there.
#[derive(thiserror::Error, Debug)]
pub enum Error {
	/// What went wrong on the way to the node.
	#[error(transparent)]
	Client(#[from] ClientError),
	/// Another kind of chain.
	#[error("the chain has no pallet {PALLET}: is the node at `--url` one of Hanse?")]
	NotHanse,
	/// A signer who may not register others.
	#[error(
		"{0} is not the account of a member, and only members register enterprises. On a development \
		network, `--signer //Alice` is one"
	)]
	NotMember(String),
	/// A machine without a usable clock.
	#[error("the clock of this machine is before 1970: set it")]
	Clock,
	/// A chain that does not count as this tool does.
	#[error(
		"the chain's figures are not those of its own relationships: {0}. This is a fault of the \
		chain; please report it with the block"
	)]
	Miscounted(String),
}

/// Where a network was read.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Place {
	/// The hash of the chain's first block.
	pub genesis: String,
	/// The number of the block.
	pub block: u64,
	/// Its hash.
	pub hash: String,
}

/// A network as it stands on a chain.
pub struct Snapshot {
	/// Where it was read.
	pub place: Place,
	/// The accounts that stand for the enterprises.
	pub subjects: BTreeMap<EnterpriseId, Account>,
	/// The network.
	pub trade: Trade,
	/// The figures as the chain keeps them.
	pub figures: NetworkFigures,
}

/// Reads the network at the newest finalised block, with what is known of each enterprise if that is
/// asked for, and holds the chain's figures against a recount.
///
/// # Errors
///
/// See [`Error`].
pub async fn read(connection: &Connection, with_attributes: bool) -> Result<Snapshot, Error> {
	let at = connection.client.at_current_block().await.map_err(lost)?;
	ensure_hanse(&at)?;
	let figures = view::<_, NetworkFigures>(&at, PALLET, "network", ()).await?;
	let mut progress = Progress::new("enterprises read", figures.enterprises.into());
	let subjects = subjects(&at, |done| progress.set(done)).await?;
	drop(progress);

	let mut trade = Trade::default();
	trade.enterprises.extend(subjects.keys().map(|id| (*id, Attributes::default())));
	let mut progress = Progress::new("relationships read", figures.relationships.into());
	let mut after = None::<(EnterpriseId, EnterpriseId)>;
	loop {
		let page: Vec<Edge> = view(&at, PALLET, "edges", (after, EDGES)).await?;
		let Some(last) = page.last() else { break };
		after = Some((last.0, last.1));
		for (lo, hi, bits, ..) in page {
			trade.relate(lo, hi, Arcs::from_bits(bits));
		}
		progress.set(trade.relationships.len() as u64);
	}
	drop(progress);
	check(&trade, figures)?;

	if with_attributes {
		let mut progress = Progress::new("enterprises looked up", subjects.len() as u64);
		let lookups = subjects.iter().map(|(id, account)| attributes(&at, *id, *account));
		let mut lookups = stream::iter(lookups).buffer_unordered(LOOKUPS);
		let mut done = 0;
		while let Some(known) = lookups.next().await {
			let (id, attributes) = known?;
			trade.enterprises.insert(id, attributes);
			done += 1;
			progress.set(done);
		}
	}
	let place = Place {
		genesis: format!("{:?}", connection.client.genesis_hash()),
		block: at.block_number(),
		hash: format!("{:?}", at.block_hash()),
	};
	Ok(Snapshot { place, subjects, trade, figures })
}

/// Counts everything again and compares it with what the chain says.
fn check(trade: &Trade, figures: NetworkFigures) -> Result<(), Error> {
	let (counted, _) = trade.recount();
	// What has happened over time does not stand in the edges.
	let told = NetworkFigures { orders: 0, active: 0, active_before: 0, ..figures };
	if told == counted {
		Ok(())
	} else {
		Err(Error::Miscounted(format!("it says {told:?}, and there are {counted:?}")))
	}
}

/// What is known of an enterprise.
async fn attributes(
	at: &At,
	id: EnterpriseId,
	subject: Account,
) -> Result<(EnterpriseId, Attributes), Error> {
	let report: Option<EnterpriseReport<Account>> =
		view(at, PALLET, "enterprise", (subject,)).await?;
	let score: Option<ScoreReport> = view(at, "CreditScore", "score", (subject,)).await?;
	let attributes = Attributes {
		country: report.as_ref().map(|report| report.country),
		sector: report.as_ref().map(|report| report.sector),
		orders: report.as_ref().map(|report| report.orders),
		score: score.map(|report| report.score),
	};
	Ok((id, attributes))
}

/// A relationship as the chain tells it: the ids of both, the arcs, the orders, and the day of the last
/// of them.
type Edge = (EnterpriseId, EnterpriseId, u8, u64, Day);

/// The accounts that stand for all enterprises, by id.
async fn subjects(
	at: &At,
	mut done: impl FnMut(u64),
) -> Result<BTreeMap<EnterpriseId, Account>, Error> {
	let (mut all, mut after) = (BTreeMap::new(), None::<EnterpriseId>);
	loop {
		let page: Vec<(EnterpriseId, Account)> =
			view(at, PALLET, "enterprises", (after, ENTERPRISES)).await?;
		let Some((last, _)) = page.last() else { break };
		after = Some(*last);
		all.extend(page);
		done(all.len() as u64);
	}
	Ok(all)
}

fn ensure_hanse(at: &At) -> Result<(), Error> {
	match at.metadata_ref().pallet_by_name(PALLET) {
		Some(_) => Ok(()),
		None => Err(Error::NotHanse),
	}
}

/// What was brought to a chain.
#[derive(Clone, Debug, Serialize)]
pub struct Loaded {
	/// How many enterprises were registered.
	pub enterprises: usize,
	/// How long that took, in seconds, until the last was finalised.
	pub enterprises_seconds: f64,
	/// How many arcs began, in how many relationships.
	pub arcs: usize,
	/// How many relationships there are now.
	pub relationships: u32,
	/// How long the arcs took, in seconds, until the last was finalised.
	pub arcs_seconds: f64,
}

impl Loaded {
	/// The same for people.
	pub fn text(&self) -> String {
		let rate = |count: usize, seconds: f64| {
			if seconds > 0.0 { count as f64 / seconds } else { 0.0 }
		};
		format!(
			"{} enterprises registered in {:.1} s, {:.0} per second\n\
			 {} arcs agreed in {:.1} s, {:.0} per second; there are {} relationships now\n",
			self.enterprises,
			self.enterprises_seconds,
			rate(self.enterprises, self.enterprises_seconds),
			self.arcs,
			self.arcs_seconds,
			rate(self.arcs, self.arcs_seconds),
			self.relationships,
		)
	}
}

/// An account as people read it.
pub fn shown(account: Account) -> String {
	AccountId32(account).to_string()
}

/// Brings a network to a chain, as far as it is not there: each trader becomes an enterprise that
/// the signer sponsors, and each line `source,target` an arc of supply, signed by both.
///
/// # Errors
///
/// See [`Error`].
pub async fn load(
	connection: &Connection,
	signer: &Keypair,
	lines: &[(EnterpriseId, EnterpriseId)],
) -> Result<Loaded, Error> {
	let genesis = connection.client.genesis_hash();
	let at = connection.client.at_current_block().await.map_err(lost)?;
	ensure_hanse(&at)?;
	let sponsor = AccountId32::from(signer.public_key());
	if !is_member(&at, sponsor.0).await? {
		return Err(Error::NotMember(sponsor.to_string()));
	}
	let today = today()?;

	// Traders by the order in which they appear, so that ids follow the file.
	let mut seen = HashSet::new();
	let traders = lines
		.iter()
		.flat_map(|(source, target)| [*source, *target])
		.filter(|trader| seen.insert(*trader))
		.map(|trader| Ok((trader, keys_of(trader)?)))
		.collect::<Result<Vec<_>, Error>>()?;

	let started = Instant::now();
	let (enterprises, registrations) =
		registrations(&at, genesis, &sponsor, &traders, today).await?;
	let mut progress =
		Progress::new("batches of enterprises finalised", registrations.len() as u64);
	hanse_client::submit_all(connection, signer, registrations, WINDOW, |n| progress.set(n))
		.await?;
	drop(progress);
	let enterprises_seconds = started.elapsed().as_secs_f64();

	let started = Instant::now();
	let snapshot = read(connection, false).await?;
	let at = connection.client.at_current_block().await.map_err(lost)?;
	let parties = parties(&at, &snapshot, traders).await?;
	let Agreements { batches, arcs, relationships } =
		agreements(&at, genesis, &parties, snapshot.trade.relationships, lines, today)?;
	let mut progress = Progress::new("batches of agreements finalised", batches.len() as u64);
	hanse_client::submit_all(connection, signer, batches, WINDOW, |n| progress.set(n)).await?;
	drop(progress);
	let arcs_seconds = started.elapsed().as_secs_f64();

	Ok(Loaded { enterprises, enterprises_seconds, arcs, relationships, arcs_seconds })
}

/// The registration of the traders that are not on the chain, as batches, and how many these are.
async fn registrations(
	at: &At,
	genesis: H256,
	sponsor: &AccountId32,
	traders: &[(EnterpriseId, Keypair)],
	today: Day,
) -> Result<(usize, Vec<Call>), Error> {
	let known = subjects(at, |_| {}).await?.into_values().collect::<HashSet<_>>();
	let missing = traders
		.iter()
		.filter(|(_, keys)| !known.contains(&keys.public_key().0))
		.collect::<Vec<_>>();
	let mut batches = Vec::new();
	for chunk in missing.chunks(REGISTRATIONS) {
		let mut calls = Vec::new();
		for (trader, keys) in chunk {
			let consent = Consent {
				sponsor: sponsor.0,
				account: keys.public_key().0,
				details: details(*trader)?,
				until: today + 1,
			};
			let signature = signature(keys, &consent.payload(&genesis.0));
			let inner = call(
				PALLET,
				"sponsor_enterprise",
				&(consent.account, consent.details, consent.until, signature),
			);
			calls.push(at.transactions().call_data(&inner).map_err(lost)?);
		}
		batches.push(call("Utility", "batch_all", &Calls(calls)));
	}
	Ok((missing.len(), batches))
}

/// A trader that is registered.
struct Party {
	id: EnterpriseId,
	keys: Keypair,
	/// The counter that its agreements have to name.
	endings: u32,
}

/// The traders as they are registered, by their numbers in the file.
async fn parties(
	at: &At,
	snapshot: &Snapshot,
	traders: Vec<(EnterpriseId, Keypair)>,
) -> Result<HashMap<EnterpriseId, Party>, Error> {
	let ids = snapshot.subjects.iter().map(|(id, account)| (*account, *id));
	let ids = ids.collect::<HashMap<Account, EnterpriseId>>();
	let lookups = traders.into_iter().filter_map(|(trader, keys)| {
		let account = keys.public_key().0;
		let id = *ids.get(&account)?;
		Some(async move {
			let report: Option<EnterpriseReport<Account>> =
				view(at, PALLET, "enterprise", (account,)).await?;
			let endings = report.map_or(0, |report| report.endings);
			Ok::<_, Error>((trader, Party { id, keys, endings }))
		})
	});
	let mut lookups = stream::iter(lookups).buffer_unordered(LOOKUPS);
	let mut parties = HashMap::new();
	while let Some(party) = lookups.next().await {
		let (trader, party) = party?;
		parties.insert(trader, party);
	}
	Ok(parties)
}

/// The arcs that are to begin.
struct Agreements {
	batches: Vec<Call>,
	/// How many there are in all batches.
	arcs: usize,
	/// How many relationships there will be.
	relationships: u32,
}

/// The agreements on arcs that are not on the chain, in batches no heavier than the chain takes.
fn agreements(
	at: &At,
	genesis: H256,
	parties: &HashMap<EnterpriseId, Party>,
	mut there: BTreeMap<(EnterpriseId, EnterpriseId), Arcs>,
	lines: &[(EnterpriseId, EnterpriseId)],
	today: Day,
) -> Result<Agreements, Error> {
	let most = constant::<u32>(at, "MaxBatch")? as usize;
	let steps_at_most = constant::<u32>(at, "MaxBatchSteps")?;
	let mut partners = HashMap::<EnterpriseId, u32>::new();
	for (lo, hi) in there.keys() {
		*partners.entry(*lo).or_default() += 1;
		*partners.entry(*hi).or_default() += 1;
	}
	let (mut batches, mut batch, mut steps, mut arcs) = (Vec::new(), Vec::new(), 0u32, 0);
	for (source, target) in lines {
		let (Some(giver), Some(receiver)) = (parties.get(source), parties.get(target)) else {
			continue;
		};
		let pair = there.entry(ordered(giver.id, receiver.id)).or_default();
		let arc = Arcs::between(RelationshipKind::Supplies, giver.id, receiver.id);
		if pair.union(arc) == *pair {
			continue;
		}
		let is_first = pair.is_empty();
		*pair = pair.union(arc);

		let degree = |party: &Party| partners.get(&party.id).copied().unwrap_or(0);
		let step = degree(giver).min(degree(receiver)).saturating_add(1);
		if batch.len() == most || steps.saturating_add(step) > steps_at_most {
			batches.push(call(PALLET, "submit_agreements", &(std::mem::take(&mut batch),)));
			steps = 0;
		}
		steps = steps.saturating_add(step);
		if is_first {
			*partners.entry(giver.id).or_default() += 1;
			*partners.entry(receiver.id).or_default() += 1;
		}
		let agreement = Agreement {
			giver: giver.keys.public_key().0,
			receiver: receiver.keys.public_key().0,
			kind: RelationshipKind::Supplies,
			giver_endings: giver.endings,
			receiver_endings: receiver.endings,
			until: today + 1,
		};
		let payload = agreement.payload(&genesis.0);
		batch.push(SignedAgreement {
			agreement,
			giver_signature: signature(&giver.keys, &payload),
			receiver_signature: signature(&receiver.keys, &payload),
		});
		arcs += 1;
	}
	if !batch.is_empty() {
		batches.push(call(PALLET, "submit_agreements", &(batch,)));
	}
	Ok(Agreements { batches, arcs, relationships: there.len() as u32 })
}

/// A call that is ready to be submitted.
type Call = DynamicPayload<Encoded>;

/// Calls that are encoded already, as the argument of a batch.
struct Calls(Vec<Vec<u8>>);

impl Encode for Calls {
	fn encode(&self) -> Vec<u8> {
		let mut bytes = codec::Compact(self.0.len() as u32).encode();
		self.0.iter().for_each(|call| bytes.extend_from_slice(call));
		bytes
	}
}

/// A signature as the runtime knows several kinds of: the second kind is sr25519.
type Signature = (u8, [u8; 64]);

fn signature(keys: &Keypair, payload: &[u8]) -> Signature {
	(1, keys.sign(payload).0)
}

/// What the number of a trader is hashed behind.
const DOMAIN: &[u8] = b"hanse/network/trader";

/// The keys of the trader with this number in the file: sr25519 of the seed that is BLAKE2b-256 of
/// the 20 bytes `hanse/network/trader` and the number as 64 bits in little-endian order. Anybody can
/// compute them, so they are for networks that are loaded to be looked at.
fn keys_of(trader: EnterpriseId) -> Result<Keypair, Error> {
	let seed = blake2_256(&[DOMAIN, &u64::from(trader).to_le_bytes()].concat());
	Keypair::from_secret_key(seed).map_err(|error| ClientError::Signer(error.to_string()).into())
}

/// The file does not say what a trader is. Its country is drawn from its number, so that pairs of
/// countries have something to count.
fn details(trader: EnterpriseId) -> Result<EnterpriseDetails, Error> {
	const COUNTRIES: [&str; 8] = ["CN", "DE", "ID", "MY", "NL", "PL", "SG", "TH"];
	let country = COUNTRIES
		.get(trader as usize % COUNTRIES.len())
		.and_then(|code| code.parse::<CountryCode>().ok());
	let sector = Sector::try_from(46).ok();
	let (Some(country), Some(sector)) = (country, sector) else {
		let what = "the countries and sectors that the tool draws from".to_owned();
		return Err(ClientError::OtherVersion { what, reason: "not valid".to_owned() }.into());
	};
	Ok(EnterpriseDetails {
		country,
		sector,
		kind: EnterpriseKind::Merchant,
		commitments: Commitments::default(),
	})
}

fn today() -> Result<Day, Error> {
	let now = SystemTime::now().duration_since(UNIX_EPOCH).map_err(|_| Error::Clock)?;
	Ok((now.as_secs() / 86_400) as Day)
}

async fn is_member(at: &At, account: Account) -> Result<bool, Error> {
	let address = dynamic::storage::<(AccountId32,), Value>("Consortium", "Members");
	let entry = at.storage().try_fetch(address, (AccountId32(account),)).await.map_err(lost)?;
	Ok(entry.is_some())
}

fn constant<T: Decode>(at: &At, name: &str) -> Result<T, Error> {
	let address = dynamic::constant::<Value>(PALLET, name);
	let bytes = at.constants().entry_bytes(address).map_err(lost)?;
	Ok(decoded(name, &bytes)?)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn keys_follow_from_the_number_alone() {
		let accounts =
			(0..100).map(|trader| keys_of(trader).unwrap().public_key().0).collect::<HashSet<_>>();
		assert_eq!(accounts.len(), 100);
		assert!(accounts.contains(&keys_of(7).unwrap().public_key().0));
	}

	#[test]
	fn every_trader_can_be_registered() {
		for trader in 0..100 {
			assert!(details(trader).is_ok());
		}
	}

	#[test]
	fn calls_are_a_vector() {
		assert_eq!(Calls(vec![vec![1, 2], vec![3]]).encode(), [8, 1, 2, 3]);
	}

	#[test]
	fn figures_that_do_not_add_up_are_refused() {
		let mut trade = Trade::default();
		let supply = Arcs::single(RelationshipKind::Supplies, true);
		trade.relate(0, 1, supply);
		trade.relate(1, 2, supply);
		let (figures, _) = trade.recount();
		let active = NetworkFigures { orders: 5, active: 1, ..figures };
		assert!(check(&trade, active).is_ok());
		let wrong = NetworkFigures { triangles: 1, ..figures };
		assert!(matches!(check(&trade, wrong), Err(Error::Miscounted(_))));
	}
}
