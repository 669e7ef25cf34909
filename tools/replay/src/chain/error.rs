//! What can go wrong with a chain, and what to do about it.

/// Why a replay on a chain failed.
#[derive(thiserror::Error, Debug)]
pub enum Error {
	/// What went wrong on the way to the node.
	#[error(transparent)]
	Client(#[from] hanse_client::Error),
	/// The process cannot run asynchronous work.
	#[error("cannot start the runtime: {0}")]
	Runtime(String),
	/// Another kind of chain.
	#[error("the chain has no pallet {pallet}: is the node at `--url` one of Hanse?")]
	NotHanse {
		/// The pallet that is missing.
		pallet: &'static str,
	},
	/// A signer who may not submit ratings.
	#[error(
		"{account} may not submit ratings: it is not the account of a member with the role \
		BehaviourProvider. The consortium admits members and grants roles by vote (calls \
		`admit_member` and `grant_role` of the pallet Consortium); on a development network, `--signer //Alice` has it"
	)]
	NotProvider {
		/// Whose secret was given.
		account: String,
	},
	/// A chain with a present.
	#[error(
		"the chain is not importing its history: its clock is that of the block, by which old \
		ratings would be years stale. Replay on a chain that starts with an import (`importing` in \
		its genesis), before the consortium ends it"
	)]
	NotImporting,
	/// More records than lines.
	#[error(
		"the chain has {recorded} records of this signer, but the file only {total} ratings. Give the \
		file and the `--limit` that they came from, another `--signer`, or start a new network"
	)]
	LongerStream {
		/// How many the chain has.
		recorded: u64,
		/// How many the file has.
		total: u64,
	},
	/// Other records than lines.
	#[error(
		"the chain has another history of this signer: its record {number} is not the rating in line \
		{line}. Give the same file and `--salt` as before, another `--signer`, or start a new network"
	)]
	OtherStream {
		/// The number in the stream.
		number: u64,
		/// The line of the file.
		line: u64,
	},
	/// A source that belongs to another provider.
	#[error(
		"another member has registered some of the traders as its sources, and alone may submit what \
		they say. Replay with its `--signer`, or start a new network"
	)]
	SourceTaken,
	/// More sources than the chain lets one provider have.
	#[error(
		"the signer has registered as many sources as the chain allows (constant `MaxSources` of \
		the pallet CreditRecords). Replay less with `--limit`, or raise the limit of the runtime"
	)]
	TooManySources,
	/// A record that the chain refuses.
	#[error("the chain refuses the rating in line {line}: {cause}")]
	RecordRefused {
		/// The line of the file.
		line: u64,
		/// Why, and what to do.
		cause: &'static str,
	},
	/// A call that failed for another reason.
	#[error("the chain refuses {what}: {reason}")]
	CallFailed {
		/// Which.
		what: String,
		/// Why.
		reason: String,
	},
	/// A transaction that no block can take.
	#[error(
		"{records} records are more than a block can take at a time: make batches smaller with \
		`--batch`"
	)]
	BatchTooLarge {
		/// How many there were in it.
		records: u32,
	},
	/// A signer without money.
	#[error(
		"{account} cannot pay the fee of a batch: transfer some money to it, or choose another \
		`--signer`"
	)]
	NoMoney {
		/// Whose secret was given.
		account: String,
	},
	/// A transaction that the node does not take.
	#[error("the node refuses {what}: {reason}")]
	Refused {
		/// Which.
		what: String,
		/// Why.
		reason: String,
	},
	/// Blocks without progress.
	#[error(
		"{waiting} transactions of the signer have not reached a finalised block for {seconds} s, \
		though blocks are finalised. Does something else submit with the same account? Run the same \
		command again, with a smaller `--window` or a longer `--patience` if the node is slow"
	)]
	NotIncluded {
		/// How many.
		waiting: u64,
		/// For how long.
		seconds: u64,
	},
	/// Attempt after attempt in vain.
	#[error(
		"no record was added in several attempts: {reason}. Does something else submit with the same \
		account? Run the same command again when it has stopped"
	)]
	NoProgress {
		/// What the last attempt said.
		reason: String,
	},
	/// A score that is not what it should be.
	#[error(
		"the chain tells another score of trader {trader} than its own state gives: this tool was \
		built for another version of the model. Build it from the sources of the chain's runtime"
	)]
	ScoreDiffers {
		/// Whose.
		trader: u64,
	},
}
