//! The command line.

use crate::{
	hash::{Hash, hash},
	peer,
	share::Share,
};
use clap::{ArgAction, Args, Parser, Subcommand};
use hanse_types::{CountryCode, LegalEntityId, NodeId, Role};
use std::path::PathBuf;
use subxt::utils::AccountId32;

/// What a member's operator does: looks after its validator and its nodes, takes part in what the
/// members decide, and finds the way back when too many validators are gone.
#[derive(Parser, Clone, Debug)]
#[command(name = "hanse-operate", version, after_long_help = MORE)]
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
	/// The node to talk to. Only `stalled` takes several: repeat it.
	#[arg(
		long = "node",
		value_name = "URL",
		global = true,
		action = ArgAction::Append,
		default_value = "ws://127.0.0.1:9944"
	)]
	pub nodes: Vec<String>,

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

	/// The member for which the key acts as a delegate (a proxy of the kind Governance, Validator or Any).
	/// Without it, the key is the member's own.
	#[arg(long, value_name = "ACCOUNT", global = true, help_heading = SIGNING, value_parser = account)]
	pub on_behalf_of: Option<AccountId32>,

	/// Signs and submits nothing: prints the call, for a wallet, a multisig or another machine.
	#[arg(long, global = true, help_heading = SIGNING)]
	pub call_only: bool,

	/// How long to wait for the transaction to be final. When that time is over the command succeeds all
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

/// Above the options about signing.
const SIGNING: &str = "Signing";

/// What to do.
#[derive(Subcommand, Clone, Debug)]
pub enum Command {
	/// How the chain is doing: heights, finality, session, validators, motions, peers.
	Status,
	/// The members: roles, standing, seats, nodes.
	Members,
	/// The organisations that apply for membership.
	Applications,
	/// The peer ids of the nodes that members registered, one per line.
	#[command(after_long_help = NODES)]
	Nodes,
	/// Registers the member's nodes, in place of those registered before.
	#[command(after_long_help = REGISTER_NODES)]
	RegisterNodes(RegisterNodes),
	/// Makes new session keys in the operator's own node and registers them.
	#[command(after_long_help = ROTATE_KEYS)]
	RotateKeys,
	/// Applies for membership. Holds the bond.
	#[command(after_long_help = APPLY)]
	Apply(Apply),
	/// Takes the own application back. Releases the bond.
	WithdrawApplication,
	/// Clears an application that has expired away. Releases the applicant's bond.
	ClearApplication(Member),
	/// Vouches for an applicant.
	#[command(after_long_help = SPONSOR)]
	Sponsor(Sponsor),
	/// Ceases to vouch for an applicant.
	WithdrawSponsorship(Member),
	/// Leaves the consortium. There is no way back but a new application.
	Resign(Resign),
	/// Validates again after having been set aside for absence.
	ReturnToService,
	/// The open motions: what they would do, who voted how, what is missing, when they end.
	Motions,
	/// Proposes a motion, and votes for it.
	#[command(after_long_help = PROPOSE)]
	Propose(Propose),
	/// Votes on a motion, and closes it if that decides it.
	#[command(after_long_help = VOTE)]
	Vote(Vote),
	/// Closes a motion that is decided, or whose time is over.
	Close(Close),
	/// Proposes an upgrade of the runtime, or applies one that the members decided on.
	#[command(after_long_help = UPGRADE)]
	Upgrade(Upgrade),
	/// Prepares the way back after more than a third of the validators are gone for good.
	#[command(after_long_help = STALLED)]
	Stalled(Stalled),
}

/// `register-nodes`
#[derive(Args, Clone, Debug)]
pub struct RegisterNodes {
	/// The peer ids, such as 12D3KooW…. An address that ends with one will do.
	#[arg(value_name = "PEERID", value_parser = peer::parse, required_unless_present = "none")]
	pub peers: Vec<NodeId>,

	/// Registers none: the member has no nodes on a closed network then.
	#[arg(long, conflicts_with = "peers")]
	pub none: bool,
}

/// `apply`
#[derive(Args, Clone, Debug)]
pub struct Apply {
	/// What the organisation is called.
	#[arg(long)]
	pub name: String,

	/// Where it is registered, by ISO 3166-1: two capital letters.
	#[arg(long, value_parser = country)]
	pub country: CountryCode,

	/// Its legal entity identifier (LEI) by ISO 17442: twenty capital letters and digits.
	#[arg(long, value_name = "LEI", value_parser = legal_entity)]
	pub legal_entity: LegalEntityId,

	/// What it asks to be allowed to do, separated by commas: Validator, TransactionProvider,
	/// ShippingProvider, PaymentProvider, BehaviourProvider, VerificationProvider, Arbitrator, Bank,
	/// Insurer, Carrier, Customs, Inspector, Registrar, Supervisor, Auditor.
	#[arg(long, value_name = "ROLES", value_delimiter = ',', value_parser = role)]
	pub roles: Vec<Role>,

	/// The documents that it shows the members, as one file. Only their BLAKE2b-256 goes on the chain.
	#[arg(long, value_name = "FILE", required_unless_present = "documents_hash")]
	pub documents: Option<PathBuf>,

	/// The BLAKE2b-256 of the documents, if they are not at hand.
	#[arg(long, value_name = "HEX", value_parser = hash, conflicts_with = "documents")]
	pub documents_hash: Option<Hash>,
}

/// Which member or applicant.
#[derive(Args, Clone, Debug)]
pub struct Member {
	/// Its account.
	#[arg(value_parser = account)]
	pub account: AccountId32,
}

/// `sponsor`
#[derive(Args, Clone, Debug)]
pub struct Sponsor {
	/// The applicant's account.
	#[arg(value_parser = account)]
	pub account: AccountId32,

	/// The hash of the application that was looked at. If the applicant has changed it since, nothing is
	/// sponsored. `applications` prints it.
	#[arg(long, value_name = "HEX", value_parser = hash)]
	pub application: Hash,
}

/// `resign`
#[derive(Args, Clone, Debug)]
pub struct Resign {
	/// Says that it is meant.
	#[arg(long, required = true)]
	pub for_good: bool,
}

/// `vote`
#[derive(Args, Clone, Debug)]
pub struct Vote {
	/// The number of the motion, as `motions` prints it.
	pub index: u32,

	/// For or against it.
	#[arg(value_enum)]
	pub vote: Ballot,

	/// The hash of the motion that was looked at, to be sure that it is that one.
	#[arg(long, value_name = "HEX", value_parser = hash)]
	pub hash: Option<Hash>,
}

/// For or against.
#[derive(clap::ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ballot {
	/// For it.
	Yes,
	/// Against it.
	No,
}

/// `close`
#[derive(Args, Clone, Debug)]
pub struct Close {
	/// The number of the motion, as `motions` prints it.
	pub index: u32,
}

/// `propose`
#[derive(Args, Clone, Debug)]
pub struct Propose {
	/// What to propose.
	#[command(subcommand)]
	pub motion: Motion,
}

/// What can be proposed.
#[derive(Subcommand, Clone, Debug)]
pub enum Motion {
	/// Two thirds: admit an applicant that has a sponsor.
	Admit(Admit),
	/// Two thirds: reject an application.
	Reject(Reject),
	/// Two thirds: remove a member.
	Remove(Member),
	/// Two thirds: suspend a member until it is reinstated. It loses its seat.
	Suspend(Suspend),
	/// One third: suspend a member for a while, with evidence. It keeps its seat.
	SuspendProvisionally(Suspend),
	/// Two thirds: end a member's suspension.
	Reinstate(Member),
	/// Two thirds: let a member do more.
	GrantRole(OneRole),
	/// Two thirds: let a member do less.
	WithdrawRole(OneRole),
	/// Two thirds: how many validators there must be at least.
	SetMinValidators(Count),
	/// Two thirds: how large a part of its slots a validator may miss before it is set aside.
	SetTolerance(Tolerance),
	/// Any other call that the council may make.
	Call(AnyCall),
	/// Two thirds: any call, made as root.
	AsRoot(RootCall),
}

/// `propose admit`
#[derive(Args, Clone, Debug)]
pub struct Admit {
	/// The applicant's account.
	#[arg(value_parser = account)]
	pub account: AccountId32,

	/// The hash of the application that was looked at, if it must be that one. Otherwise that of the
	/// application as it stands, which the answer shows.
	#[arg(long, value_name = "HEX", value_parser = hash)]
	pub application: Option<Hash>,
}

/// `propose reject`
#[derive(Args, Clone, Debug)]
pub struct Reject {
	/// The applicant's account.
	#[arg(value_parser = account)]
	pub account: AccountId32,

	/// Burns its bond, for those who cheated.
	#[arg(long)]
	pub forfeit: bool,
}

/// `propose suspend`, `propose suspend-provisionally`
#[derive(Args, Clone, Debug)]
pub struct Suspend {
	/// The member's account.
	#[arg(value_parser = account)]
	pub account: AccountId32,

	/// The evidence, as one file. Only its BLAKE2b-256 goes on the chain.
	#[arg(long, value_name = "FILE", required_unless_present = "evidence_hash")]
	pub evidence: Option<PathBuf>,

	/// The BLAKE2b-256 of the evidence.
	#[arg(long, value_name = "HEX", value_parser = hash, conflicts_with = "evidence")]
	pub evidence_hash: Option<Hash>,
}

/// `propose grant-role`, `propose withdraw-role`
#[derive(Args, Clone, Debug)]
pub struct OneRole {
	/// The member's account.
	#[arg(value_parser = account)]
	pub account: AccountId32,

	/// The role.
	#[arg(value_parser = role)]
	pub role: Role,
}

/// `propose set-min-validators`
#[derive(Args, Clone, Debug)]
pub struct Count {
	/// How many; no more than there are now.
	#[arg(value_parser = clap::value_parser!(u32).range(1..))]
	pub validators: u32,
}

/// `propose set-tolerance`
#[derive(Args, Clone, Debug)]
pub struct Tolerance {
	/// In percent of the slots that were its own in a session.
	#[arg(value_parser = clap::value_parser!(u8).range(0..=100))]
	pub percent: u8,
}

/// `propose call`
#[derive(Args, Clone, Debug)]
pub struct AnyCall {
	/// The call, encoded: 0x and hexadecimal, as polkadot.js and `--call-only` print it.
	#[arg(value_parser = bytes)]
	pub call: Bytes,

	/// How many votes it takes.
	#[arg(long, value_enum, default_value_t = Share::TwoThirds)]
	pub share: Share,
}

/// `propose as-root`
#[derive(Args, Clone, Debug)]
pub struct RootCall {
	/// The call, encoded: 0x and hexadecimal, as polkadot.js and `--call-only` print it.
	#[arg(value_parser = bytes)]
	pub call: Bytes,
}

/// Bytes in hexadecimal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bytes(pub Vec<u8>);

/// `upgrade`
#[derive(Args, Clone, Debug)]
pub struct Upgrade {
	/// What to do.
	#[command(subcommand)]
	pub step: UpgradeStep,
}

/// The steps of an upgrade.
#[derive(Subcommand, Clone, Debug)]
pub enum UpgradeStep {
	/// Two thirds: propose to allow this code, by its hash.
	Propose(Code),
	/// Submit the code that the members allowed. Anybody may.
	Apply(Code),
	/// Print the hash and the version of the code, and ask no node.
	Inspect(Code),
}

/// The code of an upgrade.
#[derive(Args, Clone, Debug)]
pub struct Code {
	/// The runtime, as it is stored on the chain: hanse_runtime.compact.compressed.wasm of the release.
	#[arg(long, value_name = "FILE")]
	pub code: PathBuf,
}

/// `stalled`
#[derive(Args, Clone, Debug)]
pub struct Stalled {
	/// The validators that are gone for good.
	#[arg(long, value_name = "ACCOUNT", required = true, num_args = 1.., value_parser = account)]
	pub without: Vec<AccountId32>,

	/// By which block the members will have decided. Until then they can; afterwards the motion fails and
	/// changes nothing.
	#[arg(long, value_name = "BLOCK", conflicts_with = "session")]
	pub decided_by: Option<u32>,

	/// The same by session: decided before this one is over.
	#[arg(long, value_name = "INDEX")]
	pub session: Option<u32>,

	/// How many blocks after it was signalled the new set begins to vote. Enough that the signal is not
	/// replaced by another branch: twice the number of survivors, and eight at least, unless given.
	#[arg(long, value_name = "BLOCKS", value_parser = clap::value_parser!(u32).range(1..))]
	pub delay: Option<u32>,

	/// The highest block that any survivor holds for final, if it is higher than what the nodes say.
	#[arg(long, value_name = "BLOCK")]
	pub best_finalized: Option<u32>,

	/// Proposes the motion, and votes for it.
	#[arg(long)]
	pub submit: bool,
}

/// An account, as an address or in hexadecimal.
fn account(text: &str) -> Result<AccountId32, String> {
	match text.strip_prefix("0x") {
		Some(_) => hash(text).map(|hash| AccountId32(hash.0)),
		None => text.parse().map_err(|_| {
			format!("{text} is no account: an address such as 5Grw…, or 0x and 64 digits")
		}),
	}
}

fn country(code: &str) -> Result<CountryCode, String> {
	code.parse::<CountryCode>()
		.map_err(|unknown| format!("{unknown}: two capital letters, such as DE"))
}

fn legal_entity(text: &str) -> Result<LegalEntityId, String> {
	text.parse::<LegalEntityId>().map_err(|_| {
		format!(
			"{text} is no LEI: twenty capital letters and digits, the last two of them check digits"
		)
	})
}

/// A role by its name; capital letters do not matter.
fn role(text: &str) -> Result<Role, String> {
	let names = || Role::ALL.map(|role| role.to_string()).join(", ");
	Role::ALL
		.into_iter()
		.find(|role| role.to_string().eq_ignore_ascii_case(text))
		.ok_or_else(|| format!("there is no role {text}. There are: {}", names()))
}

fn bytes(text: &str) -> Result<Bytes, String> {
	let digits = text.strip_prefix("0x").ok_or_else(|| "it begins with 0x".to_owned())?;
	hex::decode(digits).map(Bytes).map_err(|error| error.to_string())
}

const MORE: &str = "\
Examples:
  hanse-operate status
  hanse-operate motions
  hanse-operate vote 3 yes --key-file /etc/hanse/member.key
  hanse-operate propose admit 5FLS… --key-file /etc/hanse/member.key
  hanse-operate rotate-keys --key-file validator.key --on-behalf-of 5Grw…

What is read is read from the best block, so that it also works while nothing is finalised.

Exit status: 0 done, 1 failed, 2 wrong arguments, 3 refused by the chain, 4 no node answers.

docs/governance.md tells who decides what, docs/operating.md how to run a validator.";

const NODES: &str = "\
Peer ids alone: the chain does not know where nodes are. A node with --members-only accepts these and no
others. With the addresses that operators tell each other they become --reserved-nodes:
  /ip4/10.77.0.2/tcp/30333/p2p/PEERID

Example:
  hanse-operate nodes > peers.txt";

const REGISTER_NODES: &str = "\
The list replaces the one before: name all nodes, those that validate and those that do not. A node prints
its peer id when it starts (\"Local node identity is\"), and without starting it:
  hanse-node key inspect-node-key --file /var/lib/hanse/node-key

Example:
  hanse-operate register-nodes 12D3KooW… 12D3KooX… --key-file member.key";

const ROTATE_KEYS: &str = "\
The node makes the keys and keeps them; they never leave it. It answers this call only to its own machine
(--rpc-methods unsafe, or auto and a local address), so run this where the node runs. It goes on signing
with the old keys until the new ones take effect, and needs both until then: do not delete any.

Example:
  hanse-operate rotate-keys --key-file validator.key";

const APPLY: &str = "\
The account that signs becomes the member's, and the bond is held from it. What the members vote on is the
content of the application: to change it, withdraw it and apply anew.

Example:
  hanse-operate apply --name 'Danske Havne' --country DK --legal-entity 529900T8BM49AURSDO55 \\
      --roles Validator,Carrier --documents application.pdf --key-file member.key";

const SPONSOR: &str = "\
Look at the application first; the hash says what you looked at:
  hanse-operate applications
  hanse-operate sponsor 5FLS… --application 0x… --key-file member.key";

const PROPOSE: &str = "\
How many votes a motion takes follows from the number of seats: two thirds of n are n·2/3 rounded up, one
third is n/3 rounded up. Where one vote is enough, the motion is carried out at once.

Examples:
  hanse-operate propose admit 5FLS… --key-file member.key
  hanse-operate propose grant-role 5FLS… Bank --key-file member.key
  hanse-operate propose suspend-provisionally 5FLS… --evidence report.pdf --key-file member.key
  hanse-operate propose as-root 0x0400… --key-file member.key";

const VOTE: &str = "\
Look before you vote: `motions` decodes what a motion would do.

Example:
  hanse-operate vote 3 yes --key-file member.key";

const UPGRADE: &str = "\
The members vote on the hash of the code, by one motion:
  utility.batch_all([whitelist.whitelist_call(hash),
      whitelist.dispatch_whitelisted_call_with_preimage(system.authorize_upgrade(hash of the code))])
Then anybody submits the code that has this hash. Every member builds the code itself, or has it built by
somebody it trusts, and compares. docs/runbooks/upgrade.md tells who does what.

Examples:
  hanse-operate upgrade inspect --code hanse_runtime.compact.compressed.wasm
  hanse-operate upgrade propose --code hanse_runtime.compact.compressed.wasm --key-file member.key
  hanse-operate upgrade apply --code hanse_runtime.compact.compressed.wasm --key-file any.key";

const STALLED: &str = "\
When a third of the validators or more is gone, nothing is finalised. Those who remain cannot simply be
declared the new set, because a change of the set waits for finality too. `grandpa.note_stalled` forces it.
This command computes its numbers and puts all that is needed into one motion:
  consortium.set_min_validators, if fewer would be left than there must be
  consortium.withdraw_role of each that is gone
  grandpa.note_stalled, scheduled for the first block of the session after the decision, as root

Name a node of every survivor with --node: the highest block that any of them holds for final counts.
It takes two thirds of the SEATS, and members vote with their accounts, not with their validators. If the
organisations themselves are gone, and not just their machines, there is no such majority.
docs/runbooks/quorum-loss.md tells who does what, and what cannot be repaired.

Examples:
  hanse-operate stalled --without 5FLS… --without 5DAA… --node ws://10.77.0.1:9944 --node ws://10.77.0.2:9944
  hanse-operate stalled --without 5FLS… 5DAA… --submit --key-file member.key";

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;

	const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

	fn parsed(arguments: &[&str]) -> Result<Cli, clap::Error> {
		Cli::try_parse_from([&["hanse-operate"], arguments].concat())
	}

	#[test]
	fn the_command_line_is_consistent() {
		Cli::command().debug_assert();
		let cli = parsed(&["status"]).unwrap();
		assert_eq!(cli.common.nodes, ["ws://127.0.0.1:9944"]);
		assert_eq!(cli.common.final_within, 30);
		let cli = parsed(&["propose", "admit", ALICE, "--json", "--key-uri", "//Alice"]).unwrap();
		assert!(cli.common.json && cli.common.key_uri.is_some());
		let cli =
			parsed(&["stalled", "--without", ALICE, ALICE, "--node", "ws://a", "--node", "ws://b"])
				.unwrap();
		assert_eq!(cli.common.nodes, ["ws://a", "ws://b"]);
		assert!(
			matches!(cli.command, Command::Stalled(Stalled { without, .. }) if without.len() == 2)
		);
		let Command::Apply(apply) = parsed(&[
			"apply",
			"--name",
			"Acme",
			"--country",
			"DE",
			"--legal-entity",
			"529900T8BM49AURSDO55",
			"--roles",
			"validator,Bank",
			"--documents",
			"a.pdf",
		])
		.unwrap()
		.command
		else {
			panic!()
		};
		assert_eq!(apply.roles, [Role::Validator, Role::Bank]);
	}

	/// An argument of a command that has the name of a common one would hide it.
	#[test]
	fn every_command_takes_the_common_options() {
		fn check(command: &clap::Command, common: &[&str]) {
			for argument in command.get_arguments() {
				let id = argument.get_id().as_str();
				assert!(!common.contains(&id), "{} of {}", id, command.get_name());
			}
			for inner in command.get_subcommands() {
				check(inner, common);
			}
		}
		let command = Cli::command();
		let common = command.get_arguments().map(|argument| argument.get_id().as_str());
		let common = common.collect::<Vec<_>>();
		assert!(common.contains(&"nodes") && common.contains(&"key_file"));
		for inner in command.get_subcommands() {
			check(inner, &common);
		}
		let peer = "12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp";
		let cli = parsed(&["register-nodes", peer, peer, "--node", "ws://a"]).unwrap();
		assert_eq!(cli.common.nodes, ["ws://a"]);
		assert!(matches!(cli.command, Command::RegisterNodes(of) if of.peers.len() == 2));
	}

	#[test]
	fn wrong_arguments_are_refused() {
		for wrong in [
			&[][..],
			&["register-nodes"],
			&["register-nodes", "12D3"],
			&["register-nodes", "--none", "12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp"],
			&["resign"],
			&["vote", "3"],
			&["vote", "3", "maybe"],
			&["sponsor", ALICE],
			&["propose"],
			&["propose", "admit", "Alice"],
			&["propose", "suspend", ALICE],
			&["propose", "grant-role", ALICE, "Owner"],
			&["propose", "set-min-validators", "0"],
			&["propose", "set-tolerance", "101"],
			&["propose", "as-root", "0400"],
			&["upgrade", "propose"],
			&["stalled"],
			&["stalled", "--without", ALICE, "--decided-by", "5", "--session", "1"],
			&["stalled", "--without", ALICE, "--delay", "0"],
			&["status", "--key-file", "f", "--key-uri", "//Alice"],
		] {
			assert!(parsed(wrong).is_err(), "{wrong:?}");
		}
	}

	#[test]
	fn an_account_is_an_address_or_its_bytes() {
		let bytes = "0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d";
		assert_eq!(account(ALICE), account(bytes));
		assert!(account("0x12").is_err());
	}
}
