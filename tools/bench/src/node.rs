//! Nodes that this process starts, on a chain of their own, and ends when it is done with them.

use crate::{error::Error, machine};
use hanse_client::Connection;
use serde_json::Value;
use std::{
	collections::BTreeMap,
	fs::{self, File},
	io,
	net::TcpListener,
	path::{Path, PathBuf},
	process::{Child, Command, Stdio},
	time::{Duration, Instant},
};
use tempfile::TempDir;

/// How long a node may take until it finalises.
const READY_WITHIN: Duration = Duration::from_secs(180);

/// How often it is asked meanwhile.
const ASKED_EVERY: Duration = Duration::from_millis(200);

/// How many lines of a log are told when something went wrong.
const LINES_TOLD: usize = 20;

/// How many transactions a node's pool holds at least, and how many KiB of them, when it is to have
/// room for whatever is submitted.
const LARGE_POOL: [&str; 4] = ["--pool-limit", "65536", "--pool-kbytes", "262144"];

/// How to start nodes.
#[derive(clap::Args, Clone, Debug)]
pub struct NodeOptions {
	/// The node to start; the one beside this program, unless told otherwise.
	#[arg(long, value_name = "FILE")]
	pub node_binary: Option<PathBuf>,

	/// Where the temporary folder with the databases goes, if not where the system has such folders.
	/// A million records take some gigabytes.
	#[arg(long, value_name = "DIR")]
	pub folder: Option<PathBuf>,

	/// One more argument for each node that is started. May be given more than once.
	#[arg(long = "node-arg", value_name = "ARG", allow_hyphen_values = true)]
	pub node_args: Vec<String>,
}

impl NodeOptions {
	fn program(&self) -> Result<PathBuf, Error> {
		let beside = || {
			let own = std::env::current_exe().unwrap_or_default();
			own.with_file_name("hanse-node")
		};
		let program = self.node_binary.clone().unwrap_or_else(beside);
		if program.is_file() { Ok(program) } else { Err(Error::NoNode(program)) }
	}
}

/// A folder that goes with this value, in another one or where the system has such folders.
pub fn temporary(within: Option<&Path>) -> Result<TempDir, Error> {
	let mut builder = tempfile::Builder::new();
	builder.prefix("hanse-bench-");
	let folder = match within {
		Some(within) => builder.tempdir_in(within),
		None => builder.tempdir(),
	};
	folder.map_err(|reason| Error::File {
		path: within.map_or_else(std::env::temp_dir, Path::to_owned),
		reason,
	})
}

/// The nodes of a chain. They end, and their folder goes, with this value.
pub struct Chain {
	/// One for each validator. They must end before their folder goes.
	pub nodes: Vec<Node>,
	_folder: TempDir,
}

/// A node that runs.
pub struct Node {
	/// Whose it is.
	name: &'static str,
	/// Where it answers.
	pub url: String,
	log: PathBuf,
	process: Child,
}

impl Chain {
	/// Starts the chain of one member that develops by itself, and waits until it finalises.
	///
	/// # Errors
	///
	/// If there is no node, or it does not get that far.
	pub async fn development(options: &NodeOptions) -> Result<Self, Error> {
		let (program, folder) = (options.program()?, temporary(options.folder.as_deref())?);
		let [rpc, p2p] = free_ports()?;
		let more = ["--dev"].into_iter().chain(LARGE_POOL).map(str::to_owned).collect();
		let node = Node::start(&program, "Alice", folder.path(), (rpc, p2p), more, options)?;
		let mut chain = Self { nodes: vec![node], _folder: folder };
		chain.ready().await?;
		Ok(chain)
	}

	/// Starts the chain of two members, Alice and Bob, each with a validator as it is by default, and
	/// waits until both finalise. It is past its import.
	///
	/// # Errors
	///
	/// If there is no node, or one does not get that far.
	pub async fn of_two_members(options: &NodeOptions) -> Result<Self, Error> {
		let (program, folder) = (options.program()?, temporary(options.folder.as_deref())?);
		let plain = run(&program, &["export-chain-spec", "--chain", "local"])?.0;
		let specification = folder.path().join("chain-spec.json");
		fs::write(&specification, of_two(&plain)?)
			.map_err(|reason| Error::File { path: specification.clone(), reason })?;

		let [rpc_a, p2p_a, rpc_b, p2p_b] = free_ports()?;
		let mut nodes = Vec::new();
		let mut first = None;
		for (name, rpc, p2p) in [("Alice", rpc_a, p2p_a), ("Bob", rpc_b, p2p_b)] {
			let key = folder.path().join(format!("{name}.key"));
			let told = run(&program, &["key", "generate-node-key", "--file", &text(&key)])?.1;
			let identity = told.lines().last().unwrap_or_default().trim().to_owned();
			let mut more = vec![
				format!("--{}", name.to_lowercase()),
				"--chain".to_owned(),
				text(&specification),
				"--node-key-file".to_owned(),
				text(&key),
			];
			match &first {
				None => first = Some(format!("/ip4/127.0.0.1/tcp/{p2p}/p2p/{identity}")),
				Some(address) => more.extend(["--bootnodes".to_owned(), address.clone()]),
			}
			nodes.push(Node::start(&program, name, folder.path(), (rpc, p2p), more, options)?);
		}
		let mut chain = Self { nodes, _folder: folder };
		chain.ready().await?;
		Ok(chain)
	}

	/// Fails if a node has ended by itself.
	///
	/// # Errors
	///
	/// [`Error::NodeFell`], with what it said last.
	pub fn check(&mut self) -> Result<(), Error> {
		self.nodes.iter_mut().try_for_each(Node::check)
	}

	async fn ready(&mut self) -> Result<(), Error> {
		for place in 0..self.nodes.len() {
			let deadline = Instant::now() + READY_WITHIN;
			loop {
				self.check()?;
				let node = &self.nodes[place];
				if finalises(&node.url).await {
					break;
				}
				if Instant::now() >= deadline {
					return Err(Error::NotReady {
						name: node.name.to_owned(),
						seconds: READY_WITHIN.as_secs(),
						log: node.tail(),
					});
				}
				tokio::time::sleep(ASKED_EVERY).await;
			}
		}
		Ok(())
	}
}

/// Whether a node answers and has finalised more than the first block.
async fn finalises(url: &str) -> bool {
	let Ok(connection) = Connection::open(url).await else { return false };
	let Ok(hash) = connection.rpc.chain_get_finalized_head().await else { return false };
	matches!(connection.rpc.chain_get_header(Some(hash)).await, Ok(Some(header)) if header.number > 0)
}

impl Node {
	fn start(
		program: &Path,
		name: &'static str,
		folder: &Path,
		(rpc, p2p): (u16, u16),
		more: Vec<String>,
		options: &NodeOptions,
	) -> Result<Self, Error> {
		let log = folder.join(format!("{name}.log"));
		let file = |path: &Path| {
			File::create(path).map_err(|reason| Error::File { path: path.to_owned(), reason })
		};
		let out = file(&log)?;
		let err = out.try_clone().map_err(|reason| Error::File { path: log.clone(), reason })?;
		let process = Command::new(program)
			.args(["--base-path", &text(&folder.join(name))])
			.args(["--listen-addr", &format!("/ip4/127.0.0.1/tcp/{p2p}")])
			.args(["--rpc-port", &rpc.to_string()])
			.args(["--database", "paritydb"])
			.args(["--no-mdns", "--no-telemetry", "--no-prometheus"])
			.args(more)
			.args(&options.node_args)
			.stdin(Stdio::null())
			.stdout(out)
			.stderr(err)
			.spawn()
			.map_err(|reason| Error::NotStarted { path: program.to_owned(), reason })?;
		Ok(Self { name, url: format!("ws://127.0.0.1:{rpc}"), log, process })
	}

	fn check(&mut self) -> Result<(), Error> {
		match self.process.try_wait() {
			Ok(None) => Ok(()),
			Ok(Some(status)) => Err(Error::NodeFell {
				name: self.name.to_owned(),
				status: status.to_string(),
				log: self.tail(),
			}),
			Err(reason) => Err(Error::File { path: self.log.clone(), reason }),
		}
	}

	/// How long it has computed so far, on all threads together.
	pub fn computed(&self) -> Option<Duration> {
		machine::computed(self.process.id())
	}

	/// How it built the blocks that it authored, by their numbers: its own time, from its log.
	pub fn built(&self) -> BTreeMap<u64, Built> {
		let log = fs::read_to_string(&self.log).unwrap_or_default();
		log.lines().filter_map(Built::read).collect()
	}

	fn tail(&self) -> String {
		let log = fs::read_to_string(&self.log).unwrap_or_default();
		let lines = log.lines().collect::<Vec<_>>();
		lines[lines.len().saturating_sub(LINES_TOLD)..].join("\n")
	}
}

impl Drop for Node {
	fn drop(&mut self) {
		// It may have ended by itself; and its data goes anyway, so it need not be asked kindly.
		let _ = self.process.kill();
		let _ = self.process.wait();
	}
}

/// How a block was built.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Built {
	/// From the first inherent to the last transaction, the new root of the state included.
	pub took: Duration,
	/// Why the author put in no more.
	pub end: String,
}

impl Built {
	/// Reads it from a line of the log, if the line is about a block: `… Prepared block for proposing
	/// at 7 (12 ms) hash: …; end: NoMoreTransactions; …`.
	fn read(line: &str) -> Option<(u64, Self)> {
		let (_, rest) = line.split_once("Prepared block for proposing at ")?;
		let (number, rest) = rest.split_once(" (")?;
		let (took, rest) = rest.split_once(" ms)")?;
		let (_, rest) = rest.split_once("; end: ")?;
		let end = rest.split(';').next().unwrap_or(rest).trim().to_owned();
		let took = Duration::from_millis(took.parse().ok()?);
		Some((number.parse().ok()?, Self { took, end }))
	}
}

/// Runs the program to its end, and returns what it said on both channels.
fn run(program: &Path, arguments: &[&str]) -> Result<(String, String), Error> {
	let output = Command::new(program)
		.args(arguments)
		.stdin(Stdio::null())
		.output()
		.map_err(|reason| Error::NotStarted { path: program.to_owned(), reason })?;
	let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
	if output.status.success() {
		Ok((said(&output.stdout), said(&output.stderr)))
	} else {
		let what = format!("{} {}", program.display(), arguments.join(" "));
		Err(Error::Command { what, reason: said(&output.stderr).trim().to_owned() })
	}
}

/// The chain of the first two members of a specification, past its import. Amounts of money are below
/// 2⁶⁴ there, so that they survive the way through JSON.
fn of_two(plain: &str) -> Result<String, Error> {
	let mut specification: Value = serde_json::from_str(plain).map_err(|error| Error::Command {
		what: "export-chain-spec".to_owned(),
		reason: error.to_string(),
	})?;
	let genesis = specification
		.pointer_mut("/genesis/runtimeGenesis/patch")
		.ok_or(Error::Specification("genesis"))?;
	let list = |genesis: &mut Value, path: &str| -> Option<Vec<Value>> {
		Some(genesis.pointer_mut(path)?.as_array_mut()?.clone())
	};

	let mut members =
		list(genesis, "/consortium/members").ok_or(Error::Specification("members"))?;
	members.truncate(2);
	let stays = members.iter().map(|member| member["account"].clone()).collect::<Vec<_>>();
	let of_them = |entry: &Value| stays.contains(&entry[0]);
	let mut keys = list(genesis, "/session/keys").ok_or(Error::Specification("session keys"))?;
	keys.retain(of_them);
	if members.len() != 2 || keys.len() != 2 {
		return Err(Error::Specification("two members"));
	}
	genesis["consortium"]["members"] = members.into();
	genesis["consortium"]["minValidators"] = 1.into();
	genesis["session"]["keys"] = keys.into();
	if let Some(mut bonds) = list(genesis, "/creditRecords/bonds") {
		bonds.retain(of_them);
		genesis["creditRecords"]["bonds"] = bonds.into();
	}
	genesis["creditRecords"]["importing"] = false.into();
	Ok(specification.to_string())
}

/// Ports that nobody uses now. They are held until all are found, so that none is found twice.
fn free_ports<const COUNT: usize>() -> Result<[u16; COUNT], Error> {
	let listen = || -> io::Result<_> {
		let listener = TcpListener::bind(("127.0.0.1", 0))?;
		let port = listener.local_addr()?.port();
		Ok((listener, port))
	};
	let mut held = Vec::new();
	for _ in 0..COUNT {
		held.push(listen().map_err(|reason| Error::File { path: "127.0.0.1".into(), reason })?);
	}
	let ports = held.iter().map(|(_, port)| *port).collect::<Vec<_>>();
	Ok(std::array::from_fn(|place| ports[place]))
}

fn text(path: &Path) -> String {
	path.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
	use super::*;
	use serde_json::json;

	#[test]
	fn the_log_tells_how_a_block_was_built() {
		let line = "2026-01-02 03:04:05 🎁 Prepared block for proposing at 12 (345 ms) hash: \
			0xaa; parent_hash: 0xbb; end: HitBlockWeightLimit; extrinsics_count: 9";
		let built = Built { took: Duration::from_millis(345), end: "HitBlockWeightLimit".into() };
		assert_eq!(Built::read(line), Some((12, built)));
		assert_eq!(Built::read("💤 Idle (0 peers), best: #12"), None);
	}

	#[test]
	fn two_members_are_left_with_what_is_theirs() {
		let member = |account: &str| json!({ "account": account, "name": "" });
		let keys = |account: &str| json!([account, account, { "aura": "" }]);
		let plain = json!({ "genesis": { "runtimeGenesis": { "patch": {
			"balances": { "balances": [["a", 1_000_000_000_000_000_000u64]] },
			"consortium": {
				"members": [member("a"), member("b"), member("c")], "minValidators": 3,
			},
			"session": { "keys": [keys("a"), keys("b"), keys("c")] },
			"creditRecords": {
				"importing": true,
				"bonds": [["a", "payment", 5], ["c", "shipping", 5], ["b", "payment", 5]],
			},
		} } } });
		let changed: Value = serde_json::from_str(&of_two(&plain.to_string()).unwrap()).unwrap();
		let patch = &changed["genesis"]["runtimeGenesis"]["patch"];
		assert_eq!(patch["consortium"]["members"], json!([member("a"), member("b")]));
		assert_eq!(patch["session"]["keys"], json!([keys("a"), keys("b")]));
		assert_eq!(patch["consortium"]["minValidators"], 1);
		let records = &patch["creditRecords"];
		assert_eq!(records["bonds"], json!([["a", "payment", 5], ["b", "payment", 5]]));
		assert_eq!(records["importing"], false);
		assert_eq!(patch["balances"]["balances"][0][1], 1_000_000_000_000_000_000u64);
		assert!(matches!(of_two("{}"), Err(Error::Specification("genesis"))));
	}

	#[test]
	fn free_ports_differ() {
		let [a, b, c] = free_ports().unwrap();
		assert!(a != b && b != c && a != c);
	}

	#[test]
	fn a_node_that_is_not_there_is_an_error() {
		let options = NodeOptions {
			node_binary: Some("/nowhere/hanse-node".into()),
			folder: None,
			node_args: Vec::new(),
		};
		assert!(matches!(options.program(), Err(Error::NoNode(_))));
	}
}
