//! A network of members only: who may be a peer, as the chain says.
//!
//! Members register the identities of their nodes on the chain. A node that runs with
//! `--members-only` reads the list from the last final block, follows it from final block to final
//! block, and deals with nobody else, except the nodes that its operator trusts anyway: those of
//! `--reserved-nodes` and `--bootnodes`, and the boot nodes of the chain specification. These let a
//! node in that is new, or was off for so long that its list is of no use.
//!
//! # What a node that is not on the list cannot do
//!
//! * Receive or send **announcements of blocks**: the protocol is told to open substreams to reserved
//!   peers only, and to accept none of others (`NonReservedPeerMode::Deny`); the list becomes its
//!   reserved peers.
//! * Receive or send **transactions** and **votes of GRANDPA**: these protocols accept nobody but peers
//!   to whom announcements are open, so that they follow by themselves, in both directions.
//! * Fetch **blocks, states, and warp proofs**: the node answers such requests of every peer that has a
//!   connection, whether announcements are open or not. So each of these protocols is guarded:
//!   see [`guard`].
//! * Fetch **proofs for light clients**: nobody can. Light clients have an identity that changes with
//!   every start, and the protocol is not offered.
//!
//! # What it can do nevertheless
//!
//! This is **no firewall**. A node that is not on the list can
//!
//! * open a TCP, WebSocket or WebRTC connection, finish the handshake that proves its identity, and
//!   keep the connection for as long as it uses it; and so use up connections, which are bounded, but
//!   not by member;
//! * take part in Kademlia: learn the identities and the addresses of the others, announce its own, and
//!   store records; and use `ping` and `identify`, which tell the version of the node;
//! * talk to the JSON-RPC port, if that is open to it: it is another port, with rules of its own.
//!
//! And whoever *is* on the list is trusted with everything: an identity is a key in a file, and a member
//! that copies data to outsiders cannot be stopped. Keep strangers off the port by a firewall or a
//! private network, with this list as the second line behind it.
//!
//! A member that loses its place on the list is disconnected from these protocols as soon as the block
//! that says so is final here; its connection ends when nothing uses it any more.
//!
//! # When the list is not enforced
//!
//! A list that leaves out validators would cut them off, and without them the chain stops, and with it
//! the registration of those that are missing. So a node waits until the list, together with the nodes
//! that its operator trusts, has at least as many identities as the chain has authorities. Until then
//! it stays open, and warns. Once enforced the list is enforced however short it becomes, unless it
//! becomes empty.

use crate::service::Client;
use async_channel::Sender;
use futures::{FutureExt, Stream, StreamExt};
use hanse_api::ConsortiumApi;
use hanse_runtime::{Hash, opaque::Block};
use hanse_types::NodeId;
use log::{debug, info, warn};
use sc_client_api::{BlockchainEvents, FinalityNotification};
use sc_network::{
	Litep2pNetworkBackend, NetworkBackend, NetworkWorker, PeerId,
	config::{IncomingRequest, NetworkConfiguration, NonReservedPeerMode},
	request_responses::ProtocolConfig,
	service::traits::NetworkService,
};
use sc_network_sync::SyncingService;
use sp_api::{ApiExt, ProvideRuntimeApi};
use sp_blockchain::HeaderBackend;
use sp_consensus_aura::AuraApi;
use std::{
	collections::HashSet,
	sync::{Arc, PoisonError, RwLock},
};
use substrate_prometheus_endpoint::{Gauge, PrometheusError, Registry, U64, register};

const LOG_TARGET: &str = "members-only";

/// Who may be a peer right now. Clones share what they know.
#[derive(Clone, Debug)]
pub struct Members(Arc<RwLock<Admission>>);

impl Members {
	fn new(admission: Admission) -> Self {
		Self(Arc::new(RwLock::new(admission)))
	}

	/// Whether a node may be a peer.
	pub fn admit(&self, peer: &PeerId) -> bool {
		match &*self.0.read().unwrap_or_else(PoisonError::into_inner) {
			Admission::Everybody(_) => true,
			Admission::Only(peers) => peers.contains(peer),
		}
	}

	fn now(&self) -> Admission {
		self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
	}

	fn set(&self, admission: Admission) {
		*self.0.write().unwrap_or_else(PoisonError::into_inner) = admission;
	}
}

/// What follows from the chain and from the operator's wishes.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Admission {
	/// The list is not enforced.
	Everybody(Reason),
	/// The list, with those whom the operator trusts.
	Only(HashSet<PeerId>),
}

/// Why a list is not enforced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reason {
	/// The chain lists nobody.
	NobodyListed,
	/// There are fewer identities than authorities.
	TooFew { known: usize, authorities: usize },
	/// The state of the last final block cannot be read.
	Unread,
}

impl std::fmt::Display for Reason {
	fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
		match self {
			Self::NobodyListed => write!(f, "the chain lists no nodes of members"),
			Self::TooFew { known, authorities } => write!(
				f,
				"{known} nodes are known but {authorities} validators author, who might be cut off",
			),
			Self::Unread => write!(f, "the state of the last final block cannot be read"),
		}
	}
}

/// What the chain says at a block.
#[derive(Clone, Debug)]
struct Listed {
	nodes: Vec<NodeId>,
	authorities: usize,
}

/// Reads the list. A runtime that knows of no list knows of no nodes.
fn read(client: &Client, at: Hash) -> sp_blockchain::Result<Listed> {
	let nodes = if client.runtime_api().has_api::<dyn ConsortiumApi<Block>>(at)? {
		client.runtime_api().nodes(at)?
	} else {
		Vec::new()
	};
	Ok(Listed { nodes, authorities: client.runtime_api().authorities(at)?.len() })
}

/// Turns the list into an admission.
#[derive(Debug)]
struct Policy {
	/// Whom the operator trusts without the chain.
	trusted: HashSet<PeerId>,
}

impl Policy {
	/// Whom to admit from now on, if `before` was the rule so far.
	fn decide(&self, before: &Admission, listed: &Listed) -> Admission {
		let mut peers = self.trusted.clone();
		for node in &listed.nodes {
			// Not every 32 bytes are a key, and the chain does not check: nobody holds the others.
			match PeerId::from_ed25519(node.as_bytes()) {
				Some(peer) => drop(peers.insert(peer)),
				None => debug!(target: LOG_TARGET, "{node} is nobody's key"),
			}
		}
		let (known, authorities) = (peers.len(), listed.authorities);
		if listed.nodes.is_empty() {
			Admission::Everybody(Reason::NobodyListed)
		} else if known < authorities && !matches!(before, Admission::Only(_)) {
			Admission::Everybody(Reason::TooFew { known, authorities })
		} else {
			Admission::Only(peers)
		}
	}
}

/// The list at the start of the node, before there is a network.
pub struct MembersOnly {
	client: Arc<Client>,
	policy: Policy,
	/// The reserved nodes of the command line, for as long as the network is open.
	reserved: HashSet<PeerId>,
	members: Members,
}

impl MembersOnly {
	/// Reads the list from the last final block, which is that of genesis at first, and closes the
	/// network by its configuration if the list is to be enforced: no moment is left in which others
	/// are accepted.
	pub fn start(client: Arc<Client>, network: &mut NetworkConfiguration) -> Self {
		let reserved: HashSet<_> =
			network.default_peers_set.reserved_nodes.iter().map(|node| node.peer_id).collect();
		let policy = Policy {
			trusted: network
				.boot_nodes
				.iter()
				.map(|node| node.peer_id)
				.chain(reserved.iter().copied())
				.collect(),
		};
		let unread = Admission::Everybody(Reason::Unread);
		let admission = match read(&client, client.info().finalized_hash) {
			Ok(listed) => policy.decide(&unread, &listed),
			Err(error) => {
				warn!(target: LOG_TARGET, "The list of nodes cannot be read: {error}");
				unread
			},
		};
		if let Admission::Only(_) = admission {
			network.default_peers_set.non_reserved_mode = NonReservedPeerMode::Deny;
		}
		Self { client, policy, reserved, members: Members::new(admission) }
	}

	/// Who may be a peer, for those who decide about requests.
	pub fn members(&self) -> Members {
		self.members.clone()
	}

	/// The task that follows the list: it ends only with the client.
	pub fn follow(
		self,
		network: Arc<dyn NetworkService>,
		sync: Arc<SyncingService<Block>>,
		registry: Option<&Registry>,
	) -> impl Future<Output = ()> + Send + 'static + use<> {
		let finalised = self.client.finality_notification_stream();
		let gauge = registry.and_then(|registry| {
			let measured = measure(registry);
			let tell = |error: &_| warn!(target: LOG_TARGET, "Nothing is measured: {error}");
			measured.inspect_err(tell).ok()
		});
		let local = network.local_peer_id();
		let gate = Gate { local, reserved: self.reserved, network, sync, gauge };
		follow(self.client, self.policy, self.members, gate, finalised)
	}
}

fn measure(registry: &Registry) -> Result<Gauge<U64>, PrometheusError> {
	register(
		Gauge::new(
			"hanse_members_only_nodes",
			"How many nodes may be peers of this node. 0 while everybody may.",
		)?,
		registry,
	)
}

async fn follow(
	client: Arc<Client>,
	policy: Policy,
	members: Members,
	gate: Gate,
	mut finalised: impl Stream<Item = FinalityNotification<Block>> + Unpin,
) {
	let admission = members.now();
	if let Admission::Only(peers) = &admission {
		gate.admit(peers);
	}
	gate.tell(&admission);

	while let Some(mut notification) = finalised.next().await {
		// Only the newest counts, and a node that catches up hears of many.
		while let Some(Some(newer)) = finalised.next().now_or_never() {
			notification = newer;
		}
		let listed = match read(&client, notification.hash) {
			Ok(listed) => listed,
			Err(error) => {
				debug!(target: LOG_TARGET, "No list at {}: {error}", notification.hash);
				continue;
			},
		};
		let before = members.now();
		let after = policy.decide(&before, &listed);
		if after == before {
			continue;
		}
		members.set(after.clone());
		match (&before, &after) {
			(Admission::Only(_), Admission::Only(peers)) => gate.admit(peers),
			(Admission::Everybody(_), Admission::Only(peers)) => gate.close(peers),
			(Admission::Only(_), Admission::Everybody(_)) => gate.open(),
			(Admission::Everybody(_), Admission::Everybody(_)) => {},
		}
		gate.tell(&after);
	}
}

/// What opens and closes the network while it runs.
struct Gate {
	network: Arc<dyn NetworkService>,
	sync: Arc<SyncingService<Block>>,
	reserved: HashSet<PeerId>,
	local: PeerId,
	gauge: Option<Gauge<U64>>,
}

impl Gate {
	/// Replaces the list of a closed network. Those who are no longer on it are disconnected.
	///
	/// The list has to be replaced as a whole: a peer that is taken off it one by one stays connected
	/// when the network finds a place for it among the peers that are not reserved.
	fn admit(&self, peers: &HashSet<PeerId>) {
		let others: HashSet<_> = peers.iter().copied().filter(|peer| *peer != self.local).collect();
		// However many they are: places are for strangers.
		self.sync.set_no_slot_peers(others.clone());
		self.network.set_authorized_peers(others);
	}

	/// Closes an open network. Everybody is disconnected, and those on the list come back at once.
	///
	/// The order matters: when the network is closed while reserved peers are connected, it takes
	/// these for disconnected, and later cannot disconnect them.
	fn close(&self, peers: &HashSet<PeerId>) {
		self.network.set_authorized_peers(HashSet::new());
		self.network.set_authorized_only(true);
		self.admit(peers);
	}

	/// Opens a closed network.
	fn open(&self) {
		self.network.set_authorized_only(false);
		self.admit(&self.reserved);
	}

	/// Tells the operator.
	fn tell(&self, admission: &Admission) {
		if let Some(gauge) = &self.gauge {
			gauge.set(match admission {
				Admission::Everybody(_) => 0,
				Admission::Only(peers) => peers.len() as u64,
			});
		}
		match admission {
			Admission::Everybody(reason) => {
				warn!(target: LOG_TARGET, "The network is open to everybody: {reason}");
			},
			Admission::Only(peers) => {
				info!(target: LOG_TARGET, "The network is closed to all but {} nodes", peers.len());
				if !peers.contains(&self.local) {
					let key = self.local.into_ed25519().map(|key| NodeId(key).to_string());
					warn!(
						target: LOG_TARGET,
						"This node is not one of them, so that others may refuse it: it is {}, key {}",
						self.local,
						key.unwrap_or_default(),
					);
				}
			},
		}
	}
}

/// A network backend whose protocols of requests and responses can be guarded.
pub trait GuardedBackend: NetworkBackend<Block, Hash> {
	/// Where the requests of a protocol go. None arrive if there is nothing.
	fn inbound_queue(
		protocol: &mut Self::RequestResponseProtocolConfig,
	) -> &mut Option<Sender<IncomingRequest>>;
}

impl GuardedBackend for Litep2pNetworkBackend {
	fn inbound_queue(
		protocol: &mut <Self as NetworkBackend<Block, Hash>>::RequestResponseProtocolConfig,
	) -> &mut Option<Sender<IncomingRequest>> {
		&mut protocol.inbound_queue
	}
}

impl GuardedBackend for NetworkWorker<Block, Hash> {
	fn inbound_queue(protocol: &mut ProtocolConfig) -> &mut Option<Sender<IncomingRequest>> {
		&mut protocol.inbound_queue
	}
}

/// Puts a task between the network and whoever answers requests: it lets through those of members.
///
/// Others get no answer, as if the node could not give one. That costs them no reputation: a member
/// whose registration this node has not yet seen must not be banned for it.
pub fn guard(
	inbound_queue: &mut Option<Sender<IncomingRequest>>,
	members: Members,
) -> impl Future<Output = ()> + Send + 'static + use<> {
	let guarded = inbound_queue.take().map(|answering| {
		let (queue, requests) = async_channel::bounded(answering.capacity().unwrap_or(1));
		*inbound_queue = Some(queue);
		(answering, requests)
	});
	async move {
		let Some((answering, requests)) = guarded else { return };
		while let Ok(request) = requests.recv().await {
			if members.admit(&request.peer) {
				// When the queue is full the request is dropped, as the network would do.
				if answering.try_send(request).is_err() && answering.is_closed() {
					return;
				}
			} else {
				debug!(target: LOG_TARGET, "{} is no member and gets no answer", request.peer);
			}
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use futures::channel::oneshot;
	use sp_core::{Pair, ed25519};

	fn node(seed: &str) -> NodeId {
		NodeId(ed25519::Pair::from_string(seed, None).unwrap().public().0)
	}

	fn peer(seed: &str) -> PeerId {
		PeerId::from_ed25519(node(seed).as_bytes()).unwrap()
	}

	fn listed(seeds: &[&str], authorities: usize) -> Listed {
		Listed { nodes: seeds.iter().map(|seed| node(seed)).collect(), authorities }
	}

	fn policy(trusted: &[&str]) -> Policy {
		Policy { trusted: trusted.iter().map(|seed| peer(seed)).collect() }
	}

	fn only(seeds: &[&str]) -> Admission {
		Admission::Only(seeds.iter().map(|seed| peer(seed)).collect())
	}

	const OPEN: Admission = Admission::Everybody(Reason::NobodyListed);

	/// The spelling that operators see, and that tools convert.
	#[test]
	fn an_identity_is_the_peer_id_of_its_key() {
		let node = node("//Alice");
		let bytes = [&[0x00, 0x24, 0x08, 0x01, 0x12, 0x20][..], node.as_bytes()].concat();
		assert_eq!(peer("//Alice").to_bytes(), bytes);
		assert_eq!(peer("//Alice"), PeerId::from_bytes(&bytes).unwrap());
	}

	#[test]
	fn the_list_is_enforced_once_it_can_hold_every_validator() {
		let policy = policy(&[]);
		assert_eq!(policy.decide(&OPEN, &listed(&[], 2)), OPEN);
		let too_few = Admission::Everybody(Reason::TooFew { known: 1, authorities: 2 });
		assert_eq!(policy.decide(&OPEN, &listed(&["//Alice"], 2)), too_few);
		// The same node twice is one node.
		assert_eq!(policy.decide(&OPEN, &listed(&["//Alice", "//Alice"], 2)), too_few);
		let both = ["//Alice", "//Bob"];
		assert_eq!(policy.decide(&too_few, &listed(&both, 2)), only(&both));
	}

	#[test]
	fn a_closed_network_stays_closed_until_nobody_is_listed() {
		let policy = policy(&[]);
		let closed = only(&["//Alice", "//Bob"]);
		assert_eq!(policy.decide(&closed, &listed(&["//Alice"], 2)), only(&["//Alice"]));
		assert_eq!(policy.decide(&closed, &listed(&[], 2)), OPEN);
	}

	#[test]
	fn the_operator_adds_to_the_list_but_does_not_replace_it() {
		let policy = policy(&["//Bob", "//Charlie"]);
		assert_eq!(policy.decide(&OPEN, &listed(&[], 2)), OPEN);
		let all = only(&["//Alice", "//Bob", "//Charlie"]);
		assert_eq!(policy.decide(&OPEN, &listed(&["//Alice"], 3)), all);
	}

	#[test]
	fn what_is_no_key_is_nobody() {
		let nobody = (0..=u8::MAX)
			.map(|byte| NodeId([byte; 32]))
			.find(|node| PeerId::from_ed25519(node.as_bytes()).is_none())
			.unwrap();
		let listed = Listed { nodes: vec![nobody, node("//Alice")], authorities: 2 };
		assert_eq!(
			policy(&[]).decide(&OPEN, &listed),
			Admission::Everybody(Reason::TooFew { known: 1, authorities: 2 })
		);
	}

	fn request(seed: &str) -> IncomingRequest {
		let (pending_response, _) = oneshot::channel();
		IncomingRequest { peer: peer(seed), payload: Vec::new(), pending_response }
	}

	#[test]
	fn requests_of_others_are_dropped() {
		let members = Members::new(only(&["//Alice"]));
		let (queue, answering) = async_channel::bounded(4);
		let mut queue = Some(queue);
		let mut guard = Box::pin(guard(&mut queue, members.clone()));
		let network = queue.unwrap();
		let mut send = |seed| {
			network.try_send(request(seed)).unwrap();
			assert!(guard.as_mut().now_or_never().is_none());
			answering.try_recv().ok().map(|request| request.peer)
		};

		assert_eq!(send("//Alice"), Some(peer("//Alice")));
		assert_eq!(send("//Bob"), None);
		members.set(only(&["//Bob"]));
		assert_eq!(send("//Alice"), None);
		assert_eq!(send("//Bob"), Some(peer("//Bob")));
		members.set(OPEN);
		assert_eq!(send("//Mallory"), Some(peer("//Mallory")));
	}

	#[test]
	fn a_guard_ends_with_the_network() {
		let (queue, _answering) = async_channel::bounded(1);
		let mut queue = Some(queue);
		let guard = guard(&mut queue, Members::new(OPEN));
		drop(queue);
		assert_eq!(guard.now_or_never(), Some(()));
	}

	#[test]
	fn a_protocol_without_requests_needs_no_guard() {
		let mut queue = None;
		assert_eq!(guard(&mut queue, Members::new(OPEN)).now_or_never(), Some(()));
		assert!(queue.is_none());
	}
}
