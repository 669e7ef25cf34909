//! A validator that breaks the rules of consensus, to test that the others notice.
//!
//! Only in builds with the feature `byzantine`, which the build refuses unless the environment says
//! `HANSE_TEST_BUILD=1`; such a build refuses live chains, whatever it is told to do on them.
//!
//! * [`author`]: in every slot that is this validator's, it seals two blocks on the same parent.
//! * [`vote`]: in every round of GRANDPA in which it votes for a block that is not yet final, it votes
//!   for that block's parent as well.
//!
//! Both happen again and again, without chance, from the start of the node until the runtime disables
//! the validator, and with the keys of its keystore, like what an honest validator signs.

use crate::{
	cli::Options,
	service::{Client, GrandpaBlockImport, Pool, SelectChain},
};
use codec::{Decode, DecodeAll, Encode};
use futures::{FutureExt, TryFutureExt, future::BoxFuture};
use hanse_runtime::opaque::{Block, Header};
use log::{info, warn};
use sc_basic_authorship::ProposerFactory;
use sc_consensus_aura::{SlotDuration, SlotProportion, StartAuraParams};
use sc_network::{
	NotificationService, PeerId, ProtocolName,
	service::traits::{MessageSink, NotificationEvent},
};
use sc_network_sync::SyncingService;
use sc_service::{ChainType, Configuration, error::Error as ServiceError};
use sp_blockchain::HeaderBackend;
use sp_consensus::{Environment, ProposeArgs, Proposer};
use sp_consensus_aura::sr25519::AuthorityPair;
use sp_consensus_grandpa::{Message, Prevote, SignedMessage, sign_message};
use sp_core::{ByteArray, crypto::key_types::GRANDPA};
use sp_keystore::KeystorePtr;
use sp_runtime::{DigestItem, traits::Header as HeaderT};
use std::{
	collections::{BTreeSet, HashSet},
	fmt,
	sync::Arc,
};

const LOG_TARGET: &str = "byzantine";

/// How to misbehave.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
pub enum Misbehaviour {
	/// Author two blocks for each slot.
	Authoring,
	/// Cast two prevotes in each round.
	Voting,
}

/// Refuses what must not happen, even in a build that can.
pub fn refuse(config: &Configuration, options: &Options) -> Result<(), ServiceError> {
	if config.chain_spec.chain_type() == ChainType::Live {
		return Err("This node was built to misbehave in tests: it runs no live chain.".into());
	}
	if let Some(how) = options.misbehave {
		if !config.role.is_authority() {
			return Err("Only a validator can break the rules of consensus.".into());
		}
		warn!(target: LOG_TARGET, "This node breaks the rules of consensus: {how:?}");
	}
	Ok(())
}

/// What the second author works with.
pub struct AuthorParams<Inherents> {
	/// Reads the chain.
	pub client: Arc<Client>,
	/// Picks the block to build on.
	pub select_chain: SelectChain,
	/// Takes the blocks.
	pub block_import: GrandpaBlockImport,
	/// Builds the blocks.
	pub proposer_factory: ProposerFactory<Pool, Client>,
	/// Knows whether the node is behind.
	pub sync: Arc<SyncingService<Block>>,
	/// Holds the key of the first author.
	pub keystore: KeystorePtr,
	/// The length of a slot.
	pub slot_duration: SlotDuration,
	/// What an author tells the runtime.
	pub inherent_data: Inherents,
}

/// A second author with the keys of the first: it claims the same slots, builds on the same parents,
/// and seals other blocks.
pub fn author<Inherents>(
	params: AuthorParams<Inherents>,
) -> Result<impl Future<Output = ()> + Send, ServiceError>
where
	Inherents: Fn(
			SlotDuration,
		) -> (
			sp_consensus_aura::inherents::InherentDataProvider,
			sp_timestamp::InherentDataProvider,
		) + Copy
		+ Send
		+ Sync
		+ 'static,
{
	let AuthorParams { slot_duration, inherent_data, .. } = params;
	let author = sc_consensus_aura::start_aura::<AuthorityPair, _, _, _, _, _, _, _, _, _, _>(
		StartAuraParams {
			slot_duration,
			client: params.client,
			select_chain: params.select_chain,
			block_import: params.block_import,
			proposer_factory: Twins(params.proposer_factory),
			sync_oracle: params.sync.clone(),
			justification_sync_link: params.sync,
			create_inherent_data_providers: move |_, ()| async move { Ok(inherent_data(slot_duration)) },
			force_authoring: false,
			backoff_authoring_blocks: None::<()>,
			keystore: params.keystore,
			block_proposal_slot_portion: SlotProportion::new(0.5),
			max_block_proposal_slot_portion: None,
			telemetry: None,
			compatibility_mode: Default::default(),
		},
	)?;
	Ok(author)
}

/// Marks blocks, so that they differ from the first author's even if all else is the same.
struct Twins<Factory>(Factory);

struct Twin<Inner>(Inner);

impl<Factory: Environment<Block>> Environment<Block> for Twins<Factory> {
	type Proposer = Twin<Factory::Proposer>;
	type CreateProposer = BoxFuture<'static, Result<Self::Proposer, Self::Error>>;
	type Error = Factory::Error;

	fn init(&mut self, parent: &Header) -> Self::CreateProposer {
		self.0.init(parent).map_ok(Twin).boxed()
	}
}

impl<Inner: Proposer<Block>> Proposer<Block> for Twin<Inner> {
	type Error = Inner::Error;
	type Proposal = Inner::Proposal;

	fn propose(self, mut args: ProposeArgs<Block>) -> Self::Proposal {
		mark(&mut args);
		self.0.propose(args)
	}
}

/// The runtime keeps what comes before its own execution in the digest, and ignores what it does not
/// know.
fn mark(args: &mut ProposeArgs<Block>) {
	args.inherent_digests.push(DigestItem::PreRuntime(*b"twin", Vec::new()));
}

/// Puts a liar between the voter and the network.
pub fn vote(
	honest: Box<dyn NotificationService>,
	client: Arc<Client>,
	keystore: KeystorePtr,
) -> Box<dyn NotificationService> {
	Box::new(Liar {
		honest,
		parents: Parents(client),
		keystore,
		peers: HashSet::new(),
		lied: BTreeSet::new(),
	})
}

/// Votes as the protocol encodes them, behind their variant.
#[derive(Debug, PartialEq, Encode, Decode)]
struct Vote {
	round: u64,
	set: u64,
	message: SignedMessage<Header>,
}

/// The variant of votes among the messages of the protocol.
const VOTE: u8 = 0;

/// Reads the chain for another block to vote for.
struct Parents<Chain>(Arc<Chain>);

impl<Chain: HeaderBackend<Block>> Parents<Chain> {
	/// The block before the one voted for: everybody knows it, so that nobody has to wait for it. None
	/// if that would be a block before the last final one, for which nobody can vote.
	fn rival(&self, vote: &Prevote<Header>) -> Option<Prevote<Header>> {
		let target_number = vote.target_number.checked_sub(1)?;
		let header = self.0.header(vote.target_hash).ok().flatten()?;
		(target_number >= self.0.info().finalized_number)
			.then(|| Prevote::<Header> { target_hash: *header.parent_hash(), target_number })
	}
}

/// Passes everything on, and follows each prevote of this node by another.
struct Liar<Chain> {
	honest: Box<dyn NotificationService>,
	parents: Parents<Chain>,
	keystore: KeystorePtr,
	peers: HashSet<PeerId>,
	/// The rounds of the voter set in which it has lied.
	lied: BTreeSet<(u64, u64)>,
}

impl<Chain> fmt::Debug for Liar<Chain> {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.debug_struct("Liar").field("honest", &self.honest).finish_non_exhaustive()
	}
}

impl<Chain: HeaderBackend<Block>> Liar<Chain> {
	/// The second vote, if a message is the first one, and there is none yet for the round.
	fn lie(&mut self, message: &[u8]) -> Option<Vec<u8>> {
		let (&VOTE, vote) = message.split_first()? else { return None };
		let Vote { round, set, message } = Vote::decode_all(&mut &vote[..]).ok()?;
		let Message::<Header>::Prevote(first) = message.message else { return None };
		let ours = self.keystore.has_keys(&[(message.id.to_raw_vec(), GRANDPA)]);
		if !ours || self.lied.contains(&(set, round)) {
			return None;
		}

		let second = self.parents.rival(&first)?;
		info!(
			target: LOG_TARGET,
			"Voting in round {round} of set {set} for #{} and #{}",
			first.target_number,
			second.target_number,
		);
		let message = sign_message(
			self.keystore.clone(),
			Message::<Header>::Prevote(second),
			message.id,
			round,
			set,
		)?;
		self.lied.insert((set, round));
		while self.lied.len() > 64 {
			self.lied.pop_first();
		}
		Some((VOTE, Vote { round, set, message }).encode())
	}
}

#[async_trait::async_trait]
impl<Chain: HeaderBackend<Block>> NotificationService for Liar<Chain> {
	async fn open_substream(&mut self, peer: PeerId) -> Result<(), ()> {
		self.honest.open_substream(peer).await
	}

	async fn close_substream(&mut self, peer: PeerId) -> Result<(), ()> {
		self.honest.close_substream(peer).await
	}

	fn send_sync_notification(&mut self, peer: &PeerId, notification: Vec<u8>) {
		let lie = self.lie(&notification);
		self.honest.send_sync_notification(peer, notification);
		if let Some(lie) = lie {
			for peer in &self.peers {
				self.honest.send_sync_notification(peer, lie.clone());
			}
		}
	}

	async fn send_async_notification(
		&mut self,
		peer: &PeerId,
		notification: Vec<u8>,
	) -> Result<(), sc_network::error::Error> {
		self.honest.send_async_notification(peer, notification).await
	}

	async fn set_handshake(&mut self, handshake: Vec<u8>) -> Result<(), ()> {
		self.honest.set_handshake(handshake).await
	}

	fn try_set_handshake(&mut self, handshake: Vec<u8>) -> Result<(), ()> {
		self.honest.try_set_handshake(handshake)
	}

	async fn next_event(&mut self) -> Option<NotificationEvent> {
		let event = self.honest.next_event().await;
		match &event {
			Some(NotificationEvent::NotificationStreamOpened { peer, .. }) => {
				self.peers.insert(*peer);
			},
			Some(NotificationEvent::NotificationStreamClosed { peer }) => {
				self.peers.remove(peer);
			},
			_ => {},
		}
		event
	}

	fn clone(&mut self) -> Result<Box<dyn NotificationService>, ()> {
		self.honest.clone()
	}

	fn protocol(&self) -> &ProtocolName {
		self.honest.protocol()
	}

	fn message_sink(&self, peer: &PeerId) -> Option<Box<dyn MessageSink>> {
		self.honest.message_sink(peer)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use hanse_runtime::Hash;
	use sc_client_api::{NewBlockState, in_mem::Blockchain};
	use sc_network::service::traits::Direction;
	use sp_consensus_grandpa::{AuthorityId, Precommit, check_message_signature};
	use sp_keystore::{Keystore, testing::MemoryKeystore};
	use sp_runtime::Digest;
	use std::sync::Mutex;

	type Sent = Arc<Mutex<Vec<(PeerId, Vec<u8>)>>>;

	/// A protocol that tells what it was given.
	#[derive(Debug)]
	struct Wire {
		sent: Sent,
		events: Vec<NotificationEvent>,
	}

	#[async_trait::async_trait]
	impl NotificationService for Wire {
		async fn open_substream(&mut self, _: PeerId) -> Result<(), ()> {
			Err(())
		}

		async fn close_substream(&mut self, _: PeerId) -> Result<(), ()> {
			Err(())
		}

		fn send_sync_notification(&mut self, peer: &PeerId, notification: Vec<u8>) {
			self.sent.lock().unwrap().push((*peer, notification));
		}

		async fn send_async_notification(
			&mut self,
			_: &PeerId,
			_: Vec<u8>,
		) -> Result<(), sc_network::error::Error> {
			Ok(())
		}

		async fn set_handshake(&mut self, _: Vec<u8>) -> Result<(), ()> {
			Err(())
		}

		fn try_set_handshake(&mut self, _: Vec<u8>) -> Result<(), ()> {
			Err(())
		}

		async fn next_event(&mut self) -> Option<NotificationEvent> {
			self.events.pop()
		}

		fn clone(&mut self) -> Result<Box<dyn NotificationService>, ()> {
			Err(())
		}

		fn protocol(&self) -> &ProtocolName {
			unreachable!("nobody asks")
		}

		fn message_sink(&self, _: &PeerId) -> Option<Box<dyn MessageSink>> {
			None
		}
	}

	fn opened(peer: PeerId) -> NotificationEvent {
		NotificationEvent::NotificationStreamOpened {
			peer,
			direction: Direction::Inbound,
			handshake: Vec::new(),
			negotiated_fallback: None,
		}
	}

	/// Three blocks, the first of them final, and a liar with two peers who looks at them.
	struct Stage {
		liar: Liar<Blockchain<Block>>,
		keystore: Arc<MemoryKeystore>,
		sent: Sent,
		peers: [PeerId; 2],
		blocks: Vec<Hash>,
	}

	fn stage() -> Stage {
		let chain = Blockchain::<Block>::new();
		let mut blocks = Vec::new();
		for number in 0..3 {
			let parent = blocks.last().copied().unwrap_or_default();
			let header = Header::new(number, Hash::zero(), Hash::zero(), parent, Digest::default());
			let state = if number == 0 { NewBlockState::Final } else { NewBlockState::Best };
			blocks.push(header.hash());
			chain.insert(header.hash(), header, None, None, state, true).unwrap();
		}
		let keystore = Arc::new(MemoryKeystore::new());
		let sent = Sent::default();
		let peers = [PeerId::random(), PeerId::random()];
		let mut liar = Liar {
			honest: Box::new(Wire { sent: sent.clone(), events: peers.map(opened).into() }),
			parents: Parents(Arc::new(chain)),
			keystore: keystore.clone(),
			peers: HashSet::new(),
			lied: BTreeSet::new(),
		};
		for _ in peers {
			liar.next_event().now_or_never().unwrap().unwrap();
		}
		Stage { liar, keystore, sent, peers, blocks }
	}

	impl Stage {
		fn key(&self) -> AuthorityId {
			self.keystore.ed25519_generate_new(GRANDPA, None).unwrap().into()
		}

		fn signed(&self, key: &AuthorityId, round: u64, message: Message<Header>) -> Vec<u8> {
			let message =
				sign_message(self.keystore.clone(), message, key.clone(), round, 5).unwrap();
			(VOTE, Vote { round, set: 5, message }).encode()
		}

		fn prevote(&self, number: u32) -> Message<Header> {
			let target_hash = self.blocks[number as usize];
			Message::<Header>::Prevote(Prevote::<Header> { target_hash, target_number: number })
		}

		/// What goes out when the voter sends a message to its first peer.
		fn send(&mut self, message: Vec<u8>) -> Vec<(PeerId, Vec<u8>)> {
			self.sent.lock().unwrap().clear();
			self.liar.send_sync_notification(&self.peers[0], message);
			self.sent.lock().unwrap().clone()
		}
	}

	#[test]
	fn a_prevote_is_followed_by_another_to_everybody() {
		let mut stage = stage();
		let key = stage.key();
		let first = stage.signed(&key, 9, stage.prevote(2));
		let sent = stage.send(first.clone());

		assert_eq!(sent[0], (stage.peers[0], first.clone()));
		let to: HashSet<_> = sent[1..].iter().map(|(peer, _)| *peer).collect();
		assert_eq!((to, sent.len()), (HashSet::from(stage.peers), 3));
		for (_, message) in &sent[1..] {
			let Vote { round, set, message } = Vote::decode_all(&mut &message[1..]).unwrap();
			assert_eq!((round, set), (9, 5));
			assert_eq!((&message.id, &message.message), (&key, &stage.prevote(1)));
			let valid = check_message_signature(
				&message.message,
				&message.id,
				&message.signature,
				round,
				set,
			);
			assert!(valid.is_valid());
		}

		// Once for each round, whatever the protocol repeats.
		assert_eq!(stage.send(first).len(), 1);
		let next = stage.signed(&key, 10, stage.prevote(2));
		assert_eq!(stage.send(next).len(), 3);
	}

	#[test]
	fn all_else_is_passed_on_as_it_is() {
		let mut stage = stage();
		let key = stage.key();
		let (target_hash, target_number) = (stage.blocks[2], 2);
		let precommit =
			Message::<Header>::Precommit(Precommit::<Header> { target_hash, target_number });
		let other = stage.signed(&key, 9, stage.prevote(2));
		for message in [
			stage.signed(&key, 9, precommit),
			// The parent of the first block that is not final can be voted for, not that of genesis.
			stage.signed(&key, 9, stage.prevote(0)),
			[&[VOTE + 1], &other[1..]].concat(),
			Vec::new(),
			vec![VOTE],
		] {
			assert_eq!(stage.send(message.clone()), [(stage.peers[0], message)]);
		}
		// Somebody else's vote that the gossip passes on.
		stage.liar.keystore = Arc::new(MemoryKeystore::new());
		assert_eq!(stage.send(other.clone()), [(stage.peers[0], other)]);
	}

	#[test]
	fn a_twin_is_marked() {
		let mut args = ProposeArgs::<Block>::default();
		mark(&mut args);
		assert_eq!(args.inherent_digests.logs, [DigestItem::PreRuntime(*b"twin", Vec::new())]);
	}
}
