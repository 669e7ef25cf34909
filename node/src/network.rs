//! How a node is put on the network.
//!
//! An open network is the SDK's own. A closed one has the same parts, but what answers requests is
//! guarded, and light clients are not served; the SDK leaves no place for either, so that its parts
//! are put together here.

use crate::{
	members_only::{GuardedBackend, Members, MembersOnly, guard},
	service::{Client, Pool},
};
use futures::{FutureExt, StreamExt};
use hanse_runtime::{Hash, opaque::Block};
use sc_client_api::{BlockBackend, BlockchainEvents};
use sc_consensus::{DefaultImportQueue, ImportQueue};
use sc_network::{
	NetworkBackend, NetworkBlock, NotificationMetrics, Roles,
	config::{FullNetworkConfiguration, SyncMode},
	service::traits::{NetworkService, PeerStore, RequestResponseConfig},
};
use sc_network_sync::{
	SyncingService, WarpSyncConfig,
	block_relay_protocol::BlockRelayParams,
	block_request_handler::BlockRequestHandler,
	engine::SyncingEngine,
	service::network::NetworkServiceProvider,
	state_request_handler::StateRequestHandler,
	strategy::{
		SyncingStrategy,
		polkadot::{PolkadotSyncingStrategy, PolkadotSyncingStrategyConfig},
	},
	warp_request_handler::RequestHandler as WarpRequestHandler,
};
use sc_network_transactions::{TransactionsHandlerController, TransactionsHandlerPrototype};
use sc_service::{
	Configuration, SpawnEssentialTaskHandle, SpawnTaskHandle, TransactionPoolAdapter,
	error::Error as ServiceError,
};
use sc_utils::mpsc::{TracingUnboundedSender, tracing_unbounded};
use sp_blockchain::HeaderBackend;
use sp_consensus::block_validation::DefaultBlockAnnounceValidator;
use std::{pin::pin, sync::Arc};
use substrate_prometheus_endpoint::Registry;

/// The group of tasks.
const GROUP: Option<&str> = Some("networking");

/// What the network is made of.
pub struct Params<'a, Network: NetworkBackend<Block, Hash>> {
	/// The configuration of the node.
	pub config: &'a Configuration,
	/// The configuration of the network, with the protocols that the node adds.
	pub net_config: FullNetworkConfiguration<Block, Hash, Network>,
	/// Reads blocks and states.
	pub client: Arc<Client>,
	/// Holds the transactions to tell of.
	pub pool: Arc<Pool>,
	/// Where tasks run.
	pub spawn: SpawnTaskHandle,
	/// Where the tasks run without which the node is of no use.
	pub spawn_essential: SpawnEssentialTaskHandle,
	/// Takes the blocks that others send.
	pub import_queue: DefaultImportQueue<Block>,
	/// How a node that joins skips what came before.
	pub warp_sync: WarpSyncConfig<Block>,
	/// Where the protocols count.
	pub metrics: NotificationMetrics,
}

/// A network that runs.
pub struct Parts {
	/// Reaches other nodes.
	pub network: Arc<dyn NetworkService>,
	/// Follows the chain of other nodes.
	pub sync: Arc<SyncingService<Block>>,
	/// Asks the network on behalf of JSON-RPC.
	pub system_rpc: TracingUnboundedSender<sc_rpc::system::Request<Block>>,
	/// Tells others of transactions.
	pub transactions: TransactionsHandlerController<Hash>,
}

/// Puts the node on a network that is open, or closed to all but members.
pub fn build<Network>(
	params: Params<Network>,
	members_only: Option<&MembersOnly>,
) -> Result<Parts, ServiceError>
where
	Network: GuardedBackend,
{
	match members_only {
		Some(members_only) => closed(params, &members_only.members()),
		None => open(params),
	}
}

fn open<Network: NetworkBackend<Block, Hash>>(
	params: Params<Network>,
) -> Result<Parts, ServiceError> {
	let (network, system_rpc, transactions, sync, _bitswap) =
		sc_service::build_network(sc_service::BuildNetworkParams {
			config: params.config,
			net_config: params.net_config,
			client: params.client,
			transaction_pool: params.pool,
			spawn_handle: params.spawn,
			spawn_essential_handle: params.spawn_essential,
			import_queue: params.import_queue,
			block_announce_validator_builder: None,
			warp_sync_config: Some(params.warp_sync),
			block_relay: None,
			metrics: params.metrics,
			gap_sync_body_policy: None,
		})?;
	Ok(Parts { network, sync, system_rpc, transactions })
}

/// What `sc_service::build_network` and `build_network_advanced` do, with guards before the blocks,
/// the states and the warp proofs, without proofs for light clients, and without IPFS.
fn closed<Network>(params: Params<Network>, members: &Members) -> Result<Parts, ServiceError>
where
	Network: GuardedBackend,
{
	let provider = NetworkServiceProvider::new();
	let Params {
		config,
		mut net_config,
		client,
		pool,
		spawn,
		spawn_essential,
		import_queue,
		warp_sync,
		metrics,
	} = params;
	let registry = config.prometheus_registry();
	let protocol_id = config.protocol_id();
	let fork_id = config.chain_spec.fork_id();
	let genesis_hash = client.info().genesis_hash;

	let strategy = strategy(
		config,
		&mut net_config,
		&client,
		&spawn,
		&provider,
		warp_sync,
		members,
		registry,
	)?;
	let (engine, sync, block_announce_config) = SyncingEngine::new(
		Roles::from(&config.role),
		client.clone(),
		registry,
		metrics.clone(),
		&net_config,
		protocol_id.clone(),
		fork_id,
		Box::new(DefaultBlockAnnounceValidator),
		strategy,
		provider.handle(),
		import_queue.service(),
		net_config.peer_store_handle(),
	)?;
	let sync = Arc::new(sync);
	spawn_essential.spawn_blocking("syncing", None, engine.run());

	let (transactions, transactions_config) = TransactionsHandlerPrototype::new::<_, Block, Network>(
		protocol_id.clone(),
		genesis_hash,
		fork_id,
		metrics.clone(),
		net_config.peer_store_handle(),
	);
	net_config.add_notification_protocol(transactions_config);
	spawn.spawn("peer-store", GROUP, net_config.take_peer_store().run());

	let has_boot_nodes = !net_config.network_config.boot_nodes.is_empty();
	let worker = Network::new(sc_network::config::Params {
		role: config.role,
		executor: {
			let spawn = spawn.clone();
			Box::new(move |task| spawn.spawn("libp2p-node", GROUP, task))
		},
		network_config: net_config,
		genesis_hash,
		protocol_id,
		fork_id: fork_id.map(ToOwned::to_owned),
		metrics_registry: registry.cloned(),
		block_announce_config,
		ipfs_config: None,
		notification_metrics: metrics,
	})?;
	let network = worker.network_service();

	let (handler, transactions) = transactions.build(
		network.clone(),
		sync.clone(),
		Arc::new(TransactionPoolAdapter::new(pool, client.clone())),
		registry,
	)?;
	spawn.spawn_blocking("network-transactions-handler", GROUP, handler.run());
	spawn.spawn_blocking(
		"chain-sync-network-service-provider",
		GROUP,
		provider.run(Arc::new(network.clone())),
	);
	spawn.spawn("import-queue", None, {
		let sync = sync.clone();
		async move { import_queue.run(&*sync).await }
	});

	let (system_rpc, questions) = tracing_unbounded("mpsc_system_rpc", 10_000);
	spawn.spawn(
		"system-rpc-handler",
		GROUP,
		sc_service::build_system_rpc_future::<_, _, Hash>(
			config.role,
			network.clone(),
			sync.clone(),
			client.clone(),
			questions,
			has_boot_nodes,
		),
	);
	spawn_essential.spawn_blocking(
		"network-worker",
		GROUP,
		work(worker, client, sync.clone(), config.announce_block),
	);

	Ok(Parts { network, sync, system_rpc, transactions })
}

/// How the node follows the chain of others, and what it answers them when they do.
#[allow(clippy::too_many_arguments)]
fn strategy<Network>(
	config: &Configuration,
	net_config: &mut FullNetworkConfiguration<Block, Hash, Network>,
	client: &Arc<Client>,
	spawn: &SpawnTaskHandle,
	provider: &NetworkServiceProvider,
	warp_sync: WarpSyncConfig<Block>,
	members: &Members,
	registry: Option<&Registry>,
) -> Result<Box<dyn SyncingStrategy<Block>>, ServiceError>
where
	Network: GuardedBackend,
{
	let protocol_id = config.protocol_id();
	let fork_id = config.chain_spec.fork_id();
	let peers = &net_config.network_config.default_peers_set;
	let peers = peers.in_peers.saturating_add(peers.out_peers) as usize;
	let mode = net_config.network_config.sync_mode;
	if client.requires_full_sync() && !matches!(mode, SyncMode::Full) {
		return Err("A node that keeps every state has to execute every block: --sync full".into());
	}

	let mut add = |mut protocol: Network::RequestResponseProtocolConfig| {
		spawn.spawn(
			"members-only-guard",
			GROUP,
			guard(Network::inbound_queue(&mut protocol), members.clone()),
		);
		let name = protocol.protocol_name().clone();
		net_config.add_request_response_protocol(protocol);
		name
	};

	let BlockRelayParams { mut server, downloader, request_response_config } =
		BlockRequestHandler::new::<Network>(
			provider.handle(),
			&protocol_id,
			fork_id,
			client.clone(),
			peers,
		);
	add(request_response_config);
	spawn.spawn("block-request-handler", GROUP, async move { server.run().await });

	let (handler, state_config) =
		StateRequestHandler::new::<Network>(&protocol_id, fork_id, client.clone(), peers);
	let state_request_protocol_name = add(state_config);
	spawn.spawn("state-request-handler", GROUP, handler.run());

	let warp_protocol_name = match &warp_sync {
		WarpSyncConfig::WithProvider(proofs) => {
			let (handler, warp_config) = WarpRequestHandler::new::<_, Network>(
				protocol_id,
				client.info().genesis_hash,
				fork_id,
				proofs.clone(),
			);
			spawn.spawn("warp-sync-request-handler", GROUP, handler.run());
			Some(add(warp_config))
		},
		WarpSyncConfig::WithTarget(_) => None,
	};

	let network_config = &net_config.network_config;
	let strategy = PolkadotSyncingStrategy::new(
		PolkadotSyncingStrategyConfig {
			mode,
			max_parallel_downloads: network_config.max_parallel_downloads,
			max_blocks_per_request: network_config.max_blocks_per_request,
			min_peers_to_start_warp_sync: network_config.min_peers_to_start_warp_sync,
			metrics_registry: registry.cloned(),
			state_request_protocol_name,
			block_downloader: downloader,
			gap_sync_body_policy: sc_service::default_gap_sync_body_policy(config.blocks_pruning),
		},
		client.clone(),
		Some(warp_sync),
		warp_protocol_name,
	)?;
	Ok(Box::new(strategy))
}

/// Runs the network, and tells it what becomes of the chain.
async fn work<Network: NetworkBackend<Block, Hash>>(
	network: Network,
	client: Arc<Client>,
	sync: Arc<SyncingService<Block>>,
	announce_blocks: bool,
) {
	let mut imported = client.import_notification_stream().fuse();
	let mut finalised = client.finality_notification_stream().fuse();
	let mut network = pin!(network.run().fuse());

	loop {
		futures::select! {
			block = imported.next() => {
				// Without a client there is nothing to tell.
				let Some(block) = block else { return };
				if announce_blocks {
					sync.announce_block(block.hash, None);
				}
				if block.is_new_best {
					sync.new_best_block_imported(block.hash, block.header.number);
				}
			},
			block = finalised.select_next_some() => {
				sync.on_block_finalized(block.hash, block.header);
			},
			() = network => return,
		}
	}
}
