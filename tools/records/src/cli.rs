//! The command line.

use crate::{error::Error, words};
use clap::{Args, Parser, Subcommand, ValueEnum};
use hanse_client::OnError;
use hanse_credit_model::{Category, Indicator};
use pallet_credit_records::{Reason, Verdict};
use sp_core::{H256, crypto::AccountId32};
use sp_crypto_hashing::blake2_256;
use std::{fs, path::PathBuf};

/// What providers, subjects and reviewers do with credit records: submit them, prove and verify them,
/// contest and review them.
#[derive(Parser, Clone, Debug)]
#[command(name = "hanse-records", version, after_long_help = MORE)]
pub struct Cli {
	/// What to do.
	#[command(subcommand)]
	pub command: Command,

	/// What every command takes.
	#[command(flatten)]
	pub common: Common,
}

/// What every command takes.
#[derive(Args, Clone, Debug)]
pub struct Common {
	/// The node to talk to; ws://127.0.0.1:9944 unless given. `verify` asks a node only if this is given.
	#[arg(long, value_name = "URL", global = true)]
	pub node: Option<String>,

	/// Prints the result as one JSON object and nothing else.
	#[arg(long, global = true)]
	pub json: bool,

	/// A file with the key that signs: a secret phrase, or a seed in hexadecimal. Nobody but its owner may
	/// read it. Also $HANSE_KEY_FILE.
	#[arg(long, value_name = "FILE", global = true, help_heading = SIGNING)]
	pub key_file: Option<PathBuf>,

	/// The key that signs, itself: a secret phrase, a seed, or the path of a development account such as
	/// //Alice. Everybody on this machine can read the arguments of a process: for a secret worth keeping,
	/// use --key-file, or $HANSE_KEY_URI.
	#[arg(
		long,
		value_name = "SECRET",
		global = true,
		help_heading = SIGNING,
		conflicts_with = "key_file"
	)]
	pub key_uri: Option<String>,

	/// How long to wait for what was signed to be final. When that time is over the command succeeds all
	/// the same, and says that it is in a block that is not final.
	#[arg(
		long,
		value_name = "SECONDS",
		global = true,
		help_heading = SIGNING,
		default_value_t = 30
	)]
	pub final_within: u64,
}

impl Common {
	/// The node to talk to.
	pub fn node(&self) -> &str {
		self.node.as_deref().unwrap_or("ws://127.0.0.1:9944")
	}
}

/// Above the options about signing.
const SIGNING: &str = "Signing";

/// What to do.
#[derive(Subcommand, Clone, Debug)]
pub enum Command {
	/// How far a record has come: its stage, its deadline, its objection.
	Status(Which),
	/// How records of each indicator have to look.
	Schemas(Schemas),
	/// Has a node prove a record, and writes the proof to a file.
	Prove(Prove),
	/// Checks a proof: offline, and with --node against the chain.
	#[command(after_long_help = VERIFY)]
	Verify(File),
	/// As a provider: submits the records of a file.
	#[command(after_long_help = SUBMIT)]
	Submit(Submit),
	/// As a subject: contests a record. From its block on the record does not count.
	#[command(after_long_help = OBJECT)]
	Object(Object),
	/// As a provider: stands by a record to which its subject objects.
	Answer(Answer),
	/// As a provider: takes a record back, whether its subject objects or not.
	Withdraw(File),
	/// As a subject: takes an objection back.
	WithdrawObjection(Which),
	/// As an arbitrator: judges an objection.
	Review(Review),
	/// As anybody: ends an objection whose deadline has passed.
	Close(Which),
	/// As the subject, or as an independent member: stands for a record, so that it counts more.
	Confirm(File),
	/// As anybody: proves that a source told one matter twice. The provider pays for it, and the reporter
	/// gets a share.
	Contradict(Contradict),
	/// As a provider: puts up a bond for a category of evidence, or adds to it.
	PostBond(PostBond),
	/// As a provider: gives notice of a bond. Nothing can be submitted on it from then on.
	ReleaseBond(OfCategory),
	/// As a provider: takes a bond back whose notice is over.
	WithdrawBond(OfCategory),
}

/// A record, by its number.
#[derive(Args, Clone, Debug)]
pub struct Which {
	/// The account of the member that submitted it.
	#[arg(value_parser = account)]
	pub provider: AccountId32,

	/// Its number in that member's stream.
	pub sequence: u64,
}

/// `schemas`
#[derive(Args, Clone, Debug)]
pub struct Schemas {
	/// That of one indicator alone, such as paidOnTime.
	#[arg(value_parser = indicator)]
	pub indicator: Option<Indicator>,
}

/// `prove`
#[derive(Args, Clone, Debug)]
pub struct Prove {
	/// Which record.
	#[command(flatten)]
	pub which: Which,

	/// Where to write the proof.
	#[arg(long, value_name = "FILE")]
	pub out: PathBuf,
}

/// A file with a proof.
#[derive(Args, Clone, Debug)]
pub struct File {
	/// The proof of the record, as `prove` writes it.
	#[arg(value_name = "PROOF")]
	pub file: PathBuf,
}

/// `submit`
#[derive(Args, Clone, Debug)]
pub struct Submit {
	/// The records: a table with a header (.csv), or a JSON object in each line (.jsonl).
	pub file: PathBuf,

	/// Refuses a whole batch if one of its records is refused, and ends there. Otherwise refused records
	/// are left out, and told at the end.
	#[arg(long)]
	pub all_or_nothing: bool,

	/// Registers the sources of the file that are not registered. From then on nobody but this provider
	/// may submit what they say.
	#[arg(long)]
	pub register_sources: bool,

	/// The most records under one signature.
	#[arg(long, value_name = "N", default_value_t = 1_024, value_parser = clap::value_parser!(u32).range(1..=65_535))]
	pub batch: u32,

	/// What to do about lines that cannot be used.
	#[arg(long, value_enum, default_value_t = OnError::Fatal)]
	pub on_error: OnError,

	/// Where to note with which number of the stream the file began, so that it can be submitted again:
	/// the name of the file with `.journal` behind it unless given.
	#[arg(long, value_name = "FILE")]
	pub journal: Option<PathBuf>,

	/// Writes the lines of refused records there, each with its cause, to be corrected and submitted as a
	/// file of their own.
	#[arg(long, value_name = "FILE")]
	pub refused: Option<PathBuf>,

	/// For how many seconds to go on trying when nothing is recorded: while the node is away, or takes
	/// nothing.
	#[arg(long, value_name = "SECONDS", default_value_t = 300, value_parser = clap::value_parser!(u64).range(1..=86_400))]
	pub patience: u64,
}

/// `object`
#[derive(Args, Clone, Debug)]
pub struct Object {
	/// The proof of the record, as `prove` writes it.
	#[arg(value_name = "PROOF")]
	pub file: PathBuf,

	/// What is wrong with it.
	#[arg(long, value_enum)]
	pub reason: Wrong,

	/// What there is to say.
	#[command(flatten)]
	pub statement: Statement,
}

/// `answer`
#[derive(Args, Clone, Debug)]
pub struct Answer {
	/// The number of the record in the provider's own stream.
	pub sequence: u64,

	/// What there is to say.
	#[command(flatten)]
	pub statement: Statement,
}

/// What somebody has to say: it stays off the chain, and its hash goes there.
#[derive(Args, Clone, Debug)]
#[group(required = true, multiple = false)]
pub struct Statement {
	/// What there is to say, as one file. Only its BLAKE2b-256 goes on the chain.
	#[arg(long, value_name = "FILE")]
	pub statement: Option<PathBuf>,

	/// The BLAKE2b-256 of it.
	#[arg(long, value_name = "HEX", value_parser = hash)]
	pub statement_hash: Option<H256>,
}

impl Statement {
	/// The hash.
	///
	/// # Errors
	///
	/// [`Error::File`].
	pub fn hash(&self) -> Result<H256, Error> {
		match (&self.statement_hash, &self.statement) {
			(Some(hash), _) => Ok(*hash),
			(None, Some(path)) => fs::read(path)
				.map(|bytes| H256(blake2_256(&bytes)))
				.map_err(|reason| Error::File { path: path.clone(), reason }),
			// The group demands one of them.
			(None, None) => Ok(H256(blake2_256(&[]))),
		}
	}
}

/// `review`
#[derive(Args, Clone, Debug)]
pub struct Review {
	/// Which record.
	#[command(flatten)]
	pub which: Which,

	/// Who is right.
	#[arg(value_enum)]
	pub verdict: Judgement,
}

/// `contradict`
#[derive(Args, Clone, Debug)]
pub struct Contradict {
	/// The proof of one record.
	#[arg(value_name = "PROOF")]
	pub first: PathBuf,

	/// The proof of the other: of the same source, about the same subject, indicator and reference.
	#[arg(value_name = "OTHER")]
	pub second: PathBuf,
}

/// `post-bond`
#[derive(Args, Clone, Debug)]
pub struct PostBond {
	/// For which category of evidence.
	#[arg(value_enum)]
	pub category: Kind,

	/// How much, in HNS: such as 1000 or 0.5.
	#[arg(value_name = "AMOUNT", value_parser = amount)]
	pub amount: Amount,
}

/// A category.
#[derive(Args, Clone, Debug)]
pub struct OfCategory {
	/// Of which category of evidence.
	#[arg(value_enum)]
	pub category: Kind,
}

/// An amount of money, in its smallest unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Amount(pub u128);

/// What can be wrong with a record.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wrong {
	/// Nothing of the kind happened.
	NeverHappened,
	/// It happened to somebody else.
	AboutAnother,
	/// It happened otherwise.
	Inaccurate,
	/// It is recorded already.
	ToldTwice,
	/// It may not be kept, whether it is true or not.
	Unlawful,
}

impl From<Wrong> for Reason {
	fn from(wrong: Wrong) -> Self {
		match wrong {
			Wrong::NeverHappened => Self::NeverHappened,
			Wrong::AboutAnother => Self::AboutAnother,
			Wrong::Inaccurate => Self::Inaccurate,
			Wrong::ToldTwice => Self::ToldTwice,
			Wrong::Unlawful => Self::Unlawful,
		}
	}
}

/// What a reviewer can say.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum Judgement {
	/// The subject is right.
	Upheld,
	/// The record is right.
	Dismissed,
	/// The record is right, and the subject knew.
	Frivolous,
}

impl From<Judgement> for Verdict {
	fn from(judgement: Judgement) -> Self {
		match judgement {
			Judgement::Upheld => Self::Upheld,
			Judgement::Dismissed => Self::Dismissed,
			Judgement::Frivolous => Self::Frivolous,
		}
	}
}

/// The categories of evidence.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
	/// Orders: completed, cancelled, disputed.
	Transaction,
	/// Goods on their way.
	Shipping,
	/// Money: on time, late, not at all.
	Payment,
	/// Conduct: ratings, complaints, returns.
	Behaviour,
	/// What an outside authority says.
	Verification,
}

impl From<Kind> for Category {
	fn from(kind: Kind) -> Self {
		match kind {
			Kind::Transaction => Self::Transaction,
			Kind::Shipping => Self::Shipping,
			Kind::Payment => Self::Payment,
			Kind::Behaviour => Self::Behaviour,
			Kind::Verification => Self::Verification,
		}
	}
}

/// An account, as an address or in hexadecimal.
pub fn account(text: &str) -> Result<AccountId32, String> {
	// Both forms are read by the same function.
	text.parse()
		.map_err(|_| format!("{text} is no account: an address such as 5Grw…, or 0x and 64 digits"))
}

/// An indicator by its name in JSON; capital letters do not matter.
pub fn indicator(text: &str) -> Result<Indicator, String> {
	let names = || Indicator::ALL.map(|indicator| crate::status::name(&indicator)).join(", ");
	Indicator::ALL
		.into_iter()
		.find(|indicator| crate::status::name(indicator).eq_ignore_ascii_case(text))
		.ok_or_else(|| format!("there is no indicator {text}. There are: {}", names()))
}

fn hash(text: &str) -> Result<H256, String> {
	text.strip_prefix("0x")
		.and_then(|digits| hex::decode(digits).ok())
		.and_then(|bytes| <[u8; 32]>::try_from(bytes).ok())
		.map(H256)
		.ok_or_else(|| format!("{text}: 0x and 64 hexadecimal digits"))
}

fn amount(text: &str) -> Result<Amount, String> {
	words::amount(text).map(Amount)
}

const MORE: &str = "\
Examples:
  hanse-records submit orders.csv --register-sources --key-file provider.key
  hanse-records status 5Grw… 17
  hanse-records prove 5Grw… 17 --out proof.json
  hanse-records verify proof.json
  hanse-records object proof.json --reason inaccurate --statement letter.pdf --key-file a.key

A record is known by the account of the provider that submitted it and its number in that
provider's stream: the first is 0. The state of the chain keeps no records but roots, so whoever
contests a record needs its proof, which every node that keeps records can make.

Exit status: 0 done, 1 failed, 2 wrong arguments, 3 refused by the chain, 4 no node answers,
5 submitted but for records that were refused, 6 a proof does not hold, 130 interrupted.

docs/credit-records.md and docs/objections.md tell who may do what, and until when.";

const VERIFY: &str = "\
Without --node the proof alone is checked, with the network switched off: that its plain fields
and its bytes say the same, and that the record leads to the root. Whoever knows the root of the
batch from elsewhere needs no more. With --node the root is compared with the state of the last
final block.

Examples:
  hanse-records verify proof.json
  hanse-records verify proof.json --node ws://127.0.0.1:9944";

const SUBMIT: &str = "\
The columns of a table, in any order, or the fields of each object:
  source       who says so: an address. A trading party that the provider registered, or itself
  subject      whom it is about
  indicator    such as paidOnTime; `hanse-records schemas` lists them
  outcome      what happened, 0 (worst) to 10000 (best)
  level        selfDeclared, counterparty, confirmed or source
  at           when it happened, in seconds since 1970
  commitment   0x and 64 digits: the salted hash of the document behind it
  reference    0x and 32 digits: the salted hash of the order, shipment or invoice; or nothing
  amount       the money it is about, in whole units of account; amountClass, 0 to 63; or nothing

The chain numbers what a provider submits. The journal notes with which number the file began,
so that the same command can be run again after anything whatever: what is on the chain is
recognised, and the rest is submitted. Records that were refused have used up their numbers;
correct them, and submit them as a file of their own (--refused writes one). While this runs,
nothing else may submit with the same account.

Examples:
  hanse-records submit orders.csv --key-file provider.key
  hanse-records submit orders.jsonl --all-or-nothing --json --key-file provider.key";

const OBJECT: &str = "\
The record ceases to count in this block. Its provider then has some days to answer, and reviewers
some days more to decide; whoever is late has lost. The first objections of a subject are free;
after those a bond is held until the decision, and it is lost only if most reviewers find that the
subject knew better.

Example:
  hanse-records object proof.json --reason inaccurate --statement letter.pdf --key-file a.key";

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;

	const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

	fn parsed(arguments: &[&str]) -> Result<Cli, clap::Error> {
		Cli::try_parse_from([&["hanse-records"], arguments].concat())
	}

	#[test]
	fn the_command_line_is_consistent() {
		Cli::command().debug_assert();
		let cli = parsed(&["status", ALICE, "7"]).unwrap();
		assert_eq!((cli.common.node(), cli.common.final_within), ("ws://127.0.0.1:9944", 30));
		assert!(cli.common.node.is_none());
		let cli = parsed(&["verify", "p.json", "--node", "ws://a", "--json"]).unwrap();
		assert_eq!(cli.common.node.as_deref(), Some("ws://a"));
		assert!(cli.common.json);
		let Command::PostBond(bond) = parsed(&["post-bond", "payment", "0.5"]).unwrap().command
		else {
			panic!()
		};
		assert_eq!((bond.category, bond.amount), (Kind::Payment, Amount(500_000_000_000)));
		let Command::Schemas(of) = parsed(&["schemas", "paidontime"]).unwrap().command else {
			panic!()
		};
		assert_eq!(of.indicator, Some(Indicator::PaidOnTime));
		let Command::Submit(submit) = parsed(&["submit", "a.csv"]).unwrap().command else {
			panic!()
		};
		assert!(!submit.all_or_nothing && !submit.register_sources);
		assert_eq!((submit.batch, submit.on_error), (1_024, OnError::Fatal));
	}

	#[test]
	fn wrong_arguments_are_refused() {
		let digits = format!("0x{}", "07".repeat(32));
		for wrong in [
			&[][..],
			&["status", ALICE],
			&["status", "Alice", "7"],
			&["status", ALICE, "-1"],
			&["prove", ALICE, "7"],
			&["verify"],
			&["object", "p.json", "--reason", "inaccurate"],
			&["object", "p.json", "--statement-hash", &digits],
			&["object", "p.json", "--reason", "dislike", "--statement-hash", &digits],
			&["answer", "7"],
			&["answer", "7", "--statement", "a", "--statement-hash", &digits],
			&["review", ALICE, "7", "maybe"],
			&["contradict", "a.json"],
			&["submit"],
			&["submit", "a.csv", "--batch", "0"],
			&["schemas", "kindness"],
			&["post-bond", "payment"],
			&["post-bond", "payment", "-1"],
			&["post-bond", "friendship", "1"],
			&["status", ALICE, "7", "--key-file", "f", "--key-uri", "//Alice"],
		] {
			assert!(parsed(wrong).is_err(), "{wrong:?}");
		}
	}

	#[test]
	fn a_statement_is_a_hash() {
		let digits = format!("0x{}", "07".repeat(32));
		let of = |arguments: &[&str]| match parsed(arguments).unwrap().command {
			Command::Answer(answer) => answer.statement.hash(),
			_ => panic!(),
		};
		assert_eq!(of(&["answer", "7", "--statement-hash", &digits]).unwrap(), H256([7; 32]));
		let file = tempfile::NamedTempFile::new().unwrap();
		fs::write(file.path(), "abc").unwrap();
		let path = file.path().to_str().unwrap();
		assert_eq!(of(&["answer", "7", "--statement", path]).unwrap(), H256(blake2_256(b"abc")));
		assert!(of(&["answer", "7", "--statement", "/nowhere"]).is_err());
	}

	#[test]
	fn names_on_the_command_line_are_those_of_the_chain() {
		use codec::Encode;
		for (index, wrong) in Wrong::value_variants().iter().enumerate() {
			assert_eq!(Reason::from(*wrong).encode(), [index as u8]);
		}
		for (index, judgement) in Judgement::value_variants().iter().enumerate() {
			assert_eq!(Verdict::from(*judgement).encode(), [index as u8]);
		}
		for (index, kind) in Kind::value_variants().iter().enumerate() {
			assert_eq!(Category::from(*kind).encode(), [index as u8]);
		}
	}
}
