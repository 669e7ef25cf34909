//! The costly figures of a trade network: what a chain cannot keep up to date with every relationship.

mod centrality;
mod chain;
mod cli;
mod communities;
mod figures;
mod graph;
mod graphml;
mod layout;
mod paths;
mod picture;
mod recommend;
mod regional;
mod resilience;
mod small_world;
mod source;

use crate::{
	cli::{Cli, Command, Input},
	graph::Graph,
	picture::{Picture, grouped},
	recommend::{Advisor, Check, Recommendation},
	source::{
		Trade,
		csv::{self, BadLine},
	},
};
use clap::Parser;
use hanse_client::{Connection, OnError, go_on_without, open};
use hanse_network_model::{EnterpriseId, NetworkFigures};
use serde::Serialize;
use std::{
	collections::BTreeMap,
	fmt::Write as _,
	fs,
	io::{self, BufRead, Write},
	path::{Path, PathBuf},
	process::ExitCode,
};

/// Why there is no result.
#[derive(thiserror::Error, Debug)]
enum Error {
	/// A file that cannot be read.
	#[error("cannot read {path}: {reason}")]
	File {
		/// Which one.
		path: PathBuf,
		/// Why.
		reason: io::Error,
	},
	/// Bad lines, where none are to be taken.
	#[error(
		"{count} lines of {path} cannot be used; nothing was computed. Correct them, or leave them \
		 out with `--on-error skip`"
	)]
	BadLines {
		/// How many.
		count: usize,
		/// In which file.
		path: PathBuf,
	},
	/// A file without a good line.
	#[error(
		"there is no relationship in {0}: each line wants the numbers of a supplier and a buyer"
	)]
	Empty(PathBuf),
	/// An enterprise that is not in the network.
	#[error(
		"enterprise {0} is not in the network: give the number of one that has a relationship, or a \
		 line in the file of `--nodes`"
	)]
	UnknownEnterprise(EnterpriseId),
	/// What went wrong with a chain.
	#[error(transparent)]
	Chain(#[from] chain::Error),
	/// A chain without a network.
	#[error(
		"there is no relationship on the chain at {0} yet: `hanse-network load` brings some for trial"
	)]
	EmptyChain(String),
	/// The process cannot run asynchronous work.
	#[error("cannot start the runtime: {0}")]
	Runtime(io::Error),
	/// A folder or a file that cannot be written.
	#[error("cannot write {path}: {reason}. Choose another folder with `--out`")]
	Write {
		/// Which one.
		path: PathBuf,
		/// Why.
		reason: io::Error,
	},
	/// A result that cannot be printed.
	#[error("cannot print the result: {0}")]
	Output(io::Error),
}

fn main() -> ExitCode {
	let result = match &Cli::parse().command {
		Command::Figures(options) => figures(options),
		Command::Recommend(options) => recommend(options),
		Command::Regional(options) => regional(options),
		Command::Load(options) => load(options),
	};
	match result {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("error: {error}");
			ExitCode::FAILURE
		},
	}
}

fn figures(options: &cli::Figures) -> Result<(), Error> {
	let out = options.out.as_deref().map(Folder::open).transpose()?;
	let Source { trade, chain } = read(&options.input, true)?;
	let mut computed = figures::compute(&trade, options.seed, options.samples);
	if let Some(OnChain { place, figures, .. }) = &chain {
		// Orders and activity do not stand in the relationships.
		computed.figures.network = *figures;
		computed.figures.chain = Some(place.clone());
	}
	if let Some(out) = out {
		let points = layout::place(&computed.graph, &computed.communities);
		let betweenness = computed.nodes.iter().map(|node| node.betweenness).collect::<Vec<_>>();
		let network = &computed.figures.network;
		let picture = Picture {
			title: format!(
				"Trade network of {} enterprises and {} relationships",
				grouped(network.enterprises.into()),
				grouped(network.relationships.into())
			),
			facts: computed.figures.facts(),
			graph: &computed.graph,
			points: &points,
			communities: &computed.communities,
			sizes: &betweenness,
			size_name: "betweenness",
			marked: Default::default(),
		};
		out.write("figures.json", &json(&computed.figures)?)?;
		out.write("nodes.csv", &computed.nodes_csv())?;
		if let Some(OnChain { accounts, .. }) = &chain {
			let lines = accounts.iter().map(|(id, account)| format!("{id},{account}\n"));
			out.write("accounts.csv", &format!("id,account\n{}", lines.collect::<String>()))?;
		}
		out.write("network.graphml", &graphml::write(&trade, &computed.nodes, &points))?;
		out.write("network.svg", &picture.to_svg())?;
	}
	print(options.json, &computed.figures, || computed.figures.text())
}

/// What `recommend` prints.
#[derive(Serialize)]
#[serde(untagged)]
enum Advice {
	Recommendations {
		recommendations: Vec<Recommendation>,
		/// The accounts of those who are mentioned, if they were read from a chain.
		#[serde(skip_serializing_if = "BTreeMap::is_empty")]
		accounts: BTreeMap<EnterpriseId, String>,
	},
	Check {
		check: Check,
	},
}

fn recommend(options: &cli::Recommend) -> Result<(), Error> {
	let Source { trade, chain } = read(&options.input, true)?;
	let accounts = chain.map(|chain| chain.accounts).unwrap_or_default();
	if options.check {
		let check = recommend::check(&trade, options.seed);
		return print(options.json, &Advice::Check { check }, || check_text(&check));
	}
	let graph = Graph::of(&trade);
	let advisor = Advisor::new(&trade, &graph);
	let count = options.count as usize;
	let recommendations = match options.only_for {
		Some(id) => {
			let place = graph.place(id).ok_or(Error::UnknownEnterprise(id))?;
			advisor.recommend_for(place, count)
		},
		None => advisor.recommend(count, options.each as usize),
	};
	let text = recommendations_text(&recommendations, &accounts);
	let mentioned = recommendations.iter().flat_map(|pair| [pair.a, pair.b]);
	let accounts = mentioned.filter_map(|id| Some((id, accounts.get(&id)?.clone()))).collect();
	print(options.json, &Advice::Recommendations { recommendations, accounts }, || text)
}

fn recommendations_text(
	recommendations: &[Recommendation],
	accounts: &BTreeMap<EnterpriseId, String>,
) -> String {
	let mut out = String::new();
	if recommendations.is_empty() {
		out.push_str("nothing to recommend: no two strangers have a partner in common\n");
	}
	for (rank, Recommendation { a, b, strength, reasons }) in (1..).zip(recommendations) {
		// Writing to a string does not fail.
		let _ = writeln!(out, "{rank:>4}  {a} and {b}, strength {strength:.3}");
		for id in [a, b] {
			if let Some(account) = accounts.get(id) {
				let _ = writeln!(out, "      {id} is {account}");
			}
		}
		for reason in reasons {
			let _ = writeln!(out, "      × {:<7.3}{}", reason.factor, reason.text);
		}
	}
	out
}

fn check_text(check: &Check) -> String {
	let shown =
		|area: Option<f64>| area.map_or("cannot be told".into(), |area| format!("{area:.4}"));
	format!(
		"hidden relationships            {}\n\
		 stronger than strangers         {} (0.5 is chance)\n\
		 the same by common partners     {}\n\
		 hidden among as many strongest  {:.2}% (by chance {:.3}%)\n",
		grouped(check.hidden as u64),
		shown(check.auc),
		shown(check.auc_common_partners),
		check.precision * 100.0,
		check.precision_by_chance * 100.0
	)
}

fn regional(options: &cli::Regional) -> Result<(), Error> {
	let out = options.out.as_deref().map(Folder::open).transpose()?;
	let (report, networks) = regional::play(options.seed);
	if let Some(out) = out {
		out.write("regional.json", &json(&report)?)?;
		for (networks, case) in networks.iter().zip([&report.plain, &report.feasible]) {
			let name = networks.name;
			let [before, after] = networks.pictures(case, options.seed);
			out.write(&format!("{name}-before.svg"), &before)?;
			out.write(&format!("{name}-after.svg"), &after)?;
			let edges = regional::Networks::edges_csv;
			out.write(&format!("{name}-before.csv"), &edges(&networks.before))?;
			out.write(&format!("{name}-after.csv"), &edges(&networks.after))?;
			out.write("enterprises.csv", &networks.nodes_csv())?;
		}
	}
	print(options.json, &report, || report.text())
}

/// Where results are written.
struct Folder<'a>(&'a Path);

impl<'a> Folder<'a> {
	/// Makes it if need be, before hours are spent for something that cannot be written.
	fn open(path: &'a Path) -> Result<Self, Error> {
		fs::create_dir_all(path)
			.map_err(|reason| Error::Write { path: path.to_owned(), reason })?;
		Ok(Self(path))
	}

	fn write(&self, name: &str, text: &str) -> Result<(), Error> {
		let path = self.0.join(name);
		fs::write(&path, text).map_err(|reason| Error::Write { path, reason })
	}
}

fn json(value: &impl Serialize) -> Result<String, Error> {
	let text = serde_json::to_string_pretty(value).map_err(|error| Error::Output(error.into()))?;
	Ok(text + "\n")
}

/// Prints a result, for programs or for people.
fn print(
	as_json: bool,
	value: &impl Serialize,
	text: impl FnOnce() -> String,
) -> Result<(), Error> {
	let text = if as_json { json(value)? } else { text() };
	io::stdout().write_all(text.as_bytes()).map_err(Error::Output)
}

/// A network that was read.
struct Source {
	trade: Trade,
	/// Where it stands, if it was read from a chain.
	chain: Option<OnChain>,
}

/// What only a chain knows.
struct OnChain {
	place: chain::Place,
	figures: NetworkFigures,
	/// The accounts that stand for the enterprises, in SS58.
	accounts: BTreeMap<EnterpriseId, String>,
}

fn read(input: &Input, with_attributes: bool) -> Result<Source, Error> {
	match (&input.url, &input.edges) {
		(Some(url), _) => read_chain(url, with_attributes),
		(None, Some(edges)) => {
			let mut trade = read_edges(edges, input.on_error)?;
			if let Some(path) = &input.nodes {
				let bad = read_file(path, |file| csv::read_nodes(file, &mut trade))?;
				judge(&bad, path, input.on_error)?;
			}
			Ok(Source { trade, chain: None })
		},
		// The command line asks for one of the two.
		(None, None) => Err(Error::Empty(PathBuf::new())),
	}
}

fn read_chain(url: &str, with_attributes: bool) -> Result<Source, Error> {
	let chain::Snapshot { place, subjects, trade, figures } = run(async {
		let connection = Connection::open(url).await.map_err(chain::Error::from)?;
		Ok(chain::read(&connection, with_attributes).await?)
	})?;
	if trade.relationships.is_empty() {
		return Err(Error::EmptyChain(url.to_owned()));
	}
	let accounts = subjects.into_iter().map(|(id, account)| (id, chain::shown(account))).collect();
	Ok(Source { trade, chain: Some(OnChain { place, figures, accounts }) })
}

fn load(options: &cli::Load) -> Result<(), Error> {
	let mut lines = Vec::new();
	let bad = read_file(&options.edges, |file| {
		csv::read_arcs(file, |source, target| lines.push((source, target)))
	})?;
	judge(&bad, &options.edges, options.on_error)?;
	if lines.is_empty() {
		return Err(Error::Empty(options.edges.clone()));
	}
	let signer = hanse_client::keys(&options.signer).map_err(chain::Error::from)?;
	let loaded = run(async {
		let connection = Connection::open(&options.url).await.map_err(chain::Error::from)?;
		Ok(chain::load(&connection, &signer, &lines).await?)
	})?;
	print(options.json, &loaded, || loaded.text())
}

/// Waits for something asynchronous.
fn run<T>(work: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
	let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
	runtime.map_err(Error::Runtime)?.block_on(work)
}

fn read_edges(path: &Path, on_error: OnError) -> Result<Trade, Error> {
	let mut trade = Trade::default();
	let bad = read_file(path, |file| csv::read_edges(file, &mut trade))?;
	judge(&bad, path, on_error)?;
	if trade.relationships.is_empty() {
		return Err(Error::Empty(path.to_owned()));
	}
	Ok(trade)
}

fn read_file(
	path: &Path,
	read: impl FnOnce(Box<dyn BufRead>) -> io::Result<Vec<BadLine>>,
) -> Result<Vec<BadLine>, Error> {
	open(path).and_then(read).map_err(|reason| Error::File { path: path.to_owned(), reason })
}

/// Tells of bad lines, and fails if there are to be none.
fn judge(bad: &[BadLine], path: &Path, on_error: OnError) -> Result<(), Error> {
	if go_on_without(bad, path, on_error) {
		Ok(())
	} else {
		Err(Error::BadLines { count: bad.len(), path: path.to_owned() })
	}
}
