//! Watches for authors that sign two blocks for one slot, and reports them to the runtime.
//!
//! Aura itself takes both blocks and goes on: which of them survives is left to the fork choice,
//! and nothing happens to the author. So every node compares each block that it imports with the
//! other blocks of the same slot, on whatever fork, and hands a pair that one key signed to the
//! runtime as a proof. The runtime checks it again, and acts on it.
//!
//! The report is an extrinsic without a signature that no other node takes: it waits in the pool of
//! the node that saw the pair, until that node authors a block. All validators see the pair, so the
//! first of them to author reports. A node that does not validate only tells its operator.

use crate::service::Client;
use futures::{Stream, StreamExt};
use hanse_api::AuraEquivocationApi;
use hanse_runtime::{Hash, opaque::Block};
use log::{debug, error, info, warn};
use sc_client_api::{BlockImportNotification, BlockchainEvents, backend::AuxStore};
use sc_consensus_aura::{
	CompatibleDigestItem,
	standalone::{check_header_slot_and_seal, find_pre_digest, slot_author},
};
use sc_consensus_slots::{MAX_SLOT_CAPACITY, check_equivocation};
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_api::{ApiExt, ProvideRuntimeApi};
use sp_blockchain::HeaderBackend;
use sp_consensus_aura::{
	AuraApi, SlotDuration,
	sr25519::{AuthorityId, AuthorityPair, AuthoritySignature},
};
use sp_consensus_slots::{EquivocationProof, Slot};
use sp_core::{ByteArray, Pair, crypto::key_types::AURA};
use sp_keystore::KeystorePtr;
use sp_runtime::traits::{Block as BlockT, Header as HeaderT};
use sp_timestamp::Timestamp;
use std::{collections::BTreeSet, sync::Arc};
use substrate_prometheus_endpoint::{Counter, PrometheusError, Registry, U64, register};

const LOG_TARGET: &str = "equivocation";

type Header = <Block as BlockT>::Header;
type Proof = EquivocationProof<Header, AuthorityId>;

/// What the watch works with.
pub struct Params {
	/// Tells of imported blocks, remembers headers, and calls the runtime.
	pub client: Arc<Client>,
	/// Tells whether a key is this node's own.
	pub keystore: KeystorePtr,
	/// Takes the reports.
	pub transactions: OffchainTransactionPoolFactory<Block>,
	/// Whether this node authors blocks. Another node's pool is no place for a report.
	pub authoring: bool,
	/// The length of a slot.
	pub slot_duration: SlotDuration,
	/// Where to count, if anywhere.
	pub registry: Option<Registry>,
}

/// The watch, as a task that ends only with the client.
///
/// It follows the imports from this call on, not only from when the task first runs.
pub fn watch(params: Params) -> impl Future<Output = ()> + Send + 'static {
	let imported = params.client.every_import_notification_stream();
	follow(params, imported)
}

async fn follow(
	params: Params,
	mut imported: impl Stream<Item = BlockImportNotification<Block>> + Unpin,
) {
	let counter = params.registry.as_ref().and_then(|registry| {
		let counted = count(registry);
		counted.inspect_err(|error| warn!(target: LOG_TARGET, "Nothing is counted: {error}")).ok()
	});
	let mut witness = Witness::new(params.client.clone());

	while let Some(BlockImportNotification { hash, header, .. }) = imported.next().await {
		let now = Slot::from_timestamp(Timestamp::current(), params.slot_duration);
		if !Witness::<Client>::remembers(now, &header) {
			continue;
		}
		// Blocks come without the state before them while a node that joins fetches a state.
		let authorities = match params.client.runtime_api().authorities(*header.parent_hash()) {
			Ok(authorities) => authorities,
			Err(error) => {
				debug!(target: LOG_TARGET, "Who may author {hash} is not known: {error}");
				continue;
			},
		};
		let proof = match witness.examine(now, &header, &authorities) {
			Ok(Some(proof)) => proof,
			Ok(None) => continue,
			Err(error) => {
				warn!(target: LOG_TARGET, "Could not compare {hash} with others: {error}");
				continue;
			},
		};

		let (offender, slot) = (proof.offender.clone(), proof.slot);
		warn!(
			target: LOG_TARGET,
			"Key {} signed two blocks for slot {slot}: {:?} and {hash:?}",
			Hash::from_slice(offender.as_slice()),
			proof.first_header.hash(),
		);
		if let Some(counter) = &counter {
			counter.inc();
		}
		match report(&params, proof) {
			Ok(()) => {
				info!(target: LOG_TARGET, "The two blocks of slot {slot} go to the runtime");
				witness.settle(now, slot, offender);
			},
			Err(Failure::NotAuthoring) => {
				info!(target: LOG_TARGET, "Slot {slot} is for the validators to report");
				witness.settle(now, slot, offender);
			},
			// The key belongs to this very node: its operator has to act, and nobody is helped by a
			// report of oneself. The others report.
			Err(Failure::OwnKey) => {
				error!(
					target: LOG_TARGET,
					"This node holds that key: two nodes author with it. Stop one of them at once",
				);
				witness.settle(now, slot, offender);
			},
			// Not settled: a third block for the slot would be another occasion.
			Err(failure) => warn!(target: LOG_TARGET, "Slot {slot} is not reported: {failure}"),
		}
	}
}

fn count(registry: &Registry) -> Result<Counter<U64>, PrometheusError> {
	register(
		Counter::new(
			"hanse_aura_equivocations_total",
			"How often this node saw two blocks for one slot by one author.",
		)?,
		registry,
	)
}

/// Why a proof is not with the runtime.
#[derive(Debug)]
enum Failure {
	NotAuthoring,
	OwnKey,
	UnknownToRuntime,
	NoValidator,
	NotTaken,
	Client(sp_blockchain::Error),
}

impl std::fmt::Display for Failure {
	fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
		match self {
			Self::NotAuthoring => write!(f, "this node authors no blocks"),
			Self::OwnKey => write!(f, "the key is this node's own"),
			Self::UnknownToRuntime => write!(f, "the runtime takes no such reports yet"),
			Self::NoValidator => write!(f, "no validator of that time is known to hold the key"),
			Self::NotTaken => write!(f, "the pool does not take the report"),
			Self::Client(error) => error.fmt(f),
		}
	}
}

impl<Error: Into<sp_blockchain::Error>> From<Error> for Failure {
	fn from(error: Error) -> Self {
		Self::Client(error.into())
	}
}

/// Puts a report into the pool.
fn report(params: &Params, proof: Proof) -> Result<(), Failure> {
	if !params.authoring {
		return Err(Failure::NotAuthoring);
	}
	if params.keystore.has_keys(&[(proof.offender.to_raw_vec(), AURA)]) {
		return Err(Failure::OwnKey);
	}
	let client = &params.client;
	let best = client.info().best_hash;
	if !client.runtime_api().has_api::<dyn AuraEquivocationApi<Block>>(best)? {
		return Err(Failure::UnknownToRuntime);
	}

	// Whoever may author a block holds the key in the state before it, not necessarily in the
	// newest. The parent of the second block may be of the old runtime when that of the first is not,
	// and the other way round: they need not be on one fork.
	let mut key_owner_proof = None;
	for parent in [proof.second_header.parent_hash(), proof.first_header.parent_hash()] {
		let api = client.runtime_api();
		if key_owner_proof.is_none()
			&& api.has_api::<dyn AuraEquivocationApi<Block>>(*parent).unwrap_or(false)
		{
			key_owner_proof = api.generate_key_ownership_proof(*parent, proof.offender.clone())?;
		}
	}
	let key_owner_proof = key_owner_proof.ok_or(Failure::NoValidator)?;

	let mut api = client.runtime_api();
	api.register_extension(params.transactions.offchain_transaction_pool(best));
	api.submit_report_equivocation_unsigned_extrinsic(best, proof, key_owner_proof)?
		.ok_or(Failure::NotTaken)
}

/// Compares blocks of one slot, and knows what is settled.
struct Witness<Store> {
	/// Keeps the first header of every author and slot, for the last thousand slots or two: it
	/// survives a restart, and the comparison itself prunes it.
	store: Arc<Store>,
	/// What needs no further report. As short as `store`, and of authors that misbehaved only.
	settled: BTreeSet<(u64, AuthorityId)>,
}

impl<Store: AuxStore> Witness<Store> {
	fn new(store: Arc<Store>) -> Self {
		Self { store, settled: BTreeSet::new() }
	}

	/// Whether the block is young enough to be compared: a node that catches up has no use for the
	/// rest.
	fn remembers(now: Slot, header: &Header) -> bool {
		find_pre_digest::<Block, AuthoritySignature>(header)
			.is_ok_and(|slot| *now.saturating_sub(*slot) <= MAX_SLOT_CAPACITY)
	}

	/// Remembers a header with its seal. If its author sealed another block for the slot, returns
	/// both.
	///
	/// A header that those `authorities` may not author proves nothing, and is forgotten: it cannot
	/// come out of the import of a block, but out of that of a state.
	fn examine(
		&self,
		now: Slot,
		header: &Header,
		authorities: &[AuthorityId],
	) -> sp_blockchain::Result<Option<Proof>> {
		// As the import does, with a slot's tolerance for clocks that go wrong.
		let Ok((_, slot, _)) = check_header_slot_and_seal::<Block, AuthorityPair>(
			now.saturating_add(1u64),
			header.clone(),
			authorities,
		) else {
			return Ok(None);
		};
		let Some(author) = slot_author::<AuthorityPair>(slot, authorities) else {
			return Ok(None);
		};
		if self.settled.contains(&(*slot, author.clone())) {
			return Ok(None);
		}
		let proof = check_equivocation(&*self.store, now, slot, header, author)?;
		// Older nodes remembered headers without their seals, in the same place. Such a header differs
		// from itself with a seal.
		Ok(proof.filter(|proof| is_sealed(&proof.first_header, author)))
	}

	/// Has no more to say about an author and a slot.
	fn settle(&mut self, now: Slot, slot: Slot, author: AuthorityId) {
		self.settled.insert((*slot, author));
		let oldest = now.saturating_sub(MAX_SLOT_CAPACITY);
		self.settled.retain(|(slot, _)| *slot >= *oldest);
	}
}

fn is_sealed(header: &Header, author: &AuthorityId) -> bool {
	let mut header = header.clone();
	let seal: Option<AuthoritySignature> =
		header.digest_mut().pop().and_then(|item| item.as_aura_seal());
	seal.is_some_and(|seal| AuthorityPair::verify(&seal, header.hash(), author))
}

#[cfg(test)]
mod tests {
	use super::*;
	use sc_client_api::in_mem::Blockchain;
	use sp_runtime::{Digest, DigestItem};

	const NOW: u64 = 5_000;

	fn key(seed: &str) -> AuthorityPair {
		AuthorityPair::from_string(seed, None).unwrap()
	}

	fn authorities() -> Vec<AuthorityId> {
		["//Alice", "//Bob"].map(|seed| key(seed).public()).to_vec()
	}

	/// A block of a slot, by the author whose turn it is. Different `salt`s make different blocks.
	fn unsealed(slot: u64, salt: u8) -> Header {
		let item = <DigestItem as CompatibleDigestItem<AuthoritySignature>>::aura_pre_digest;
		Header::new(
			7,
			Hash::repeat_byte(salt),
			Hash::zero(),
			Hash::zero(),
			Digest { logs: vec![item(slot.into())] },
		)
	}

	fn seal(mut header: Header, seed: &str) -> Header {
		let signature = key(seed).sign(header.hash().as_bytes());
		header.digest_mut().push(DigestItem::aura_seal(signature));
		header
	}

	/// Slots with even numbers are Alice's.
	fn block(slot: u64, salt: u8) -> Header {
		seal(unsealed(slot, salt), if slot.is_multiple_of(2) { "//Alice" } else { "//Bob" })
	}

	fn witness() -> Witness<Blockchain<Block>> {
		Witness::new(Arc::new(Blockchain::new()))
	}

	fn examine(witness: &Witness<Blockchain<Block>>, header: &Header) -> Option<Proof> {
		witness.examine(NOW.into(), header, &authorities()).unwrap()
	}

	#[test]
	fn two_blocks_for_a_slot_are_a_proof() {
		let witness = witness();
		let [first_header, second_header] = [1, 2].map(|salt| block(NOW, salt));
		assert_eq!(examine(&witness, &first_header), None);
		let proof = examine(&witness, &second_header);
		let offender = key("//Alice").public();
		assert_eq!(
			proof,
			Some(EquivocationProof { offender, slot: NOW.into(), first_header, second_header })
		);
	}

	#[test]
	fn a_block_twice_and_blocks_of_different_slots_are_none() {
		let witness = witness();
		let first = block(NOW, 1);
		for header in [&first, &first, &block(NOW - 1, 1), &block(NOW - 2, 1), &block(NOW + 1, 2)] {
			assert_eq!(examine(&witness, header), None);
		}
	}

	#[test]
	fn what_is_settled_stays_settled() {
		let mut witness = witness();
		examine(&witness, &block(NOW, 1));
		let proof = examine(&witness, &block(NOW, 2)).unwrap();
		// Until the report succeeds, a third block is another occasion.
		assert!(examine(&witness, &block(NOW, 3)).is_some());
		witness.settle(NOW.into(), proof.slot, proof.offender);
		assert_eq!(examine(&witness, &block(NOW, 4)), None);
		// Another slot is another offence.
		examine(&witness, &block(NOW - 2, 1));
		assert!(examine(&witness, &block(NOW - 2, 2)).is_some());
	}

	#[test]
	fn memory_is_bounded() {
		let mut witness = witness();
		let author = key("//Alice").public();
		for slot in 0..3 * MAX_SLOT_CAPACITY {
			witness.settle(slot.into(), slot.into(), author.clone());
		}
		assert_eq!(witness.settled.len() as u64, MAX_SLOT_CAPACITY + 1);
	}

	#[test]
	fn only_the_author_of_the_slot_can_be_accused() {
		let witness = witness();
		examine(&witness, &block(NOW, 1));
		for forged in [
			seal(unsealed(NOW, 2), "//Bob"),
			seal(unsealed(NOW, 2), "//Mallory"),
			unsealed(NOW, 2),
			Header::new(7, Hash::zero(), Hash::zero(), Hash::zero(), Digest::default()),
		] {
			assert_eq!(examine(&witness, &forged), None);
		}
		assert_eq!(witness.examine(NOW.into(), &block(NOW, 2), &[]).unwrap(), None);
	}

	#[test]
	fn a_header_without_seal_that_an_older_node_left_is_no_proof() {
		let witness = witness();
		let (now, author) = (Slot::from(NOW), key("//Alice").public());
		check_equivocation(&*witness.store, now, now, &unsealed(NOW, 1), &author).unwrap();
		assert_eq!(examine(&witness, &block(NOW, 1)), None);
		assert_eq!(examine(&witness, &block(NOW, 2)), None);
	}

	#[test]
	fn old_blocks_are_left_alone() {
		type Watch = Witness<Blockchain<Block>>;
		assert!(Watch::remembers(NOW.into(), &block(NOW, 1)));
		assert!(Watch::remembers(NOW.into(), &block(NOW - MAX_SLOT_CAPACITY, 1)));
		assert!(!Watch::remembers(NOW.into(), &block(NOW - MAX_SLOT_CAPACITY - 1, 1)));
		// A clock that goes wrong must not hide anything.
		assert!(Watch::remembers(NOW.into(), &block(NOW + 1, 1)));
	}
}
