//! Getting the records of a file into the provider's stream, each of them once.
//!
//! The chain says how far it is, and what follows from there is submitted, batch after batch. So it
//! does not matter whether a batch was answered or the connection broke: what is recorded is
//! recognised by its number, and looked at before anything follows it.

use crate::{
	calls::{self, PALLET},
	causes::advice,
	cli::{self, Common},
	error::Error,
	journal::Journal,
	lines::{self, Contents, Format, Line},
	node::{Node, Signer},
};
use codec::{Decode, Encode};
use hanse_client::{
	At, Error as ClientError, Progress, Report, decoded, go_on_without, lost, transactions, view,
	view_as,
};
use hanse_types::Role;
use pallet_credit_records::{Batch, Cause, Mode, Refusal};
use serde::Serialize;
use sp_core::{H256, crypto::AccountId32};
use std::{
	collections::BTreeSet,
	ffi::OsString,
	fmt::Write as _,
	fs,
	path::PathBuf,
	process::ExitCode,
	time::{Duration, Instant},
};
use subxt::{dynamic, dynamic::Value, events::Phase, ext::scale_decode::DecodeAsType};

/// How long one transaction may take into a block.
const INCLUDED_WITHIN: Duration = Duration::from_secs(60);

/// How long to wait before the chain is looked at again.
const PAUSE: Duration = Duration::from_secs(1);

/// What nodes say of transactions that they will take later, or have already. By the words of the SDK:
/// the codes do not tell them from others.
const PASSING: [&str; 9] = [
	"Unknown Transaction Validity",
	"would exhaust the block limits",
	"Priority is too low",
	"Already Imported",
	"temporarily banned",
	"is outdated",
	"bad nonce",
	"was usurped",
	"was dropped",
];

/// What came of a file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Submitted {
	/// The account that submitted it.
	provider: String,
	/// The number of its first record in that account's stream.
	first: u64,
	/// How many records it has.
	records: u64,
	/// How many of them were on the chain before this run.
	known: u64,
	/// How many count.
	counted: u64,
	/// In how many batches.
	batches: u64,
	/// Whether all of it is final.
	finalised: bool,
	/// The records that were refused.
	refused: Vec<Refused>,
}

/// A record that was refused.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Refused {
	/// The line of the file.
	line: u64,
	/// The number that it has used up.
	sequence: u64,
	/// Why.
	cause: String,
	/// What to do.
	advice: &'static str,
}

impl Submitted {
	/// What the process ends with.
	pub fn exit_code(&self) -> ExitCode {
		if self.refused.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(5) }
	}
}

impl Report for Submitted {
	fn text(&self) -> String {
		let Self { provider, first, records, known, counted, batches, finalised, refused } = self;
		let end = first.saturating_add(*records);
		let mut out = String::new();
		// Writing to a string does not fail.
		let _ = writeln!(
			out,
			"{counted} of {records} records count, in {batches} batches: numbers {first} to {} of {provider}",
			end.saturating_sub(1)
		);
		if *known > 0 {
			let _ = writeln!(out, "{known} of them were on the chain before");
		}
		if !finalised {
			let _ =
				writeln!(out, "NOT ALL OF THEM ARE FINAL YET: run the same command again later");
		}
		for Refused { line, sequence, cause, advice } in refused {
			let _ = writeln!(out, "line {line} (number {sequence}) was refused, {cause}: {advice}");
		}
		out
	}
}

/// What the consortium decided, as far as it matters here.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct Rules {
	quota: u32,
}

/// Submits the records of a file.
///
/// # Errors
///
/// What is wrong with the file, what the chain refuses, and what can go wrong on the way.
pub async fn submit(
	common: &Common,
	signer: &Signer,
	options: &cli::Submit,
) -> Result<Submitted, Error> {
	let path = &options.file;
	if path.as_os_str() == "-" {
		return Err(Error::StandardInput);
	}
	let file = |reason| Error::File { path: path.clone(), reason };
	let Contents { header, lines, bad } = lines::read(path).map_err(file)?;
	if !go_on_without(&bad, path, options.on_error) {
		return Err(Error::BadLines { count: bad.len(), path: path.clone() });
	}
	if lines.is_empty() {
		return Err(Error::Empty(path.clone()));
	}

	let node = Node::open(common).await?;
	let mut work = Work::begin(common, signer, options, node, &lines).await?;
	let finalised = work.finish().await?;
	let report = work.report(finalised);
	if let Some(path) = &options.refused {
		let write = |reason| Error::Write { path: path.clone(), reason };
		let format = Format::of(&options.file);
		let text = corrections(format, header.as_deref(), &lines, &report.refused);
		fs::write(path, text).map_err(write)?;
	}
	Ok(report)
}

/// The journal of a file, unless another one was named.
fn journal_of(options: &cli::Submit) -> PathBuf {
	options.journal.clone().unwrap_or_else(|| {
		let mut name = OsString::from(&options.file);
		name.push(".journal");
		name.into()
	})
}

/// The lines that were refused, to be corrected and submitted as a file of their own. The causes stand
/// in the report, by the numbers of lines.
fn corrections(
	format: Format,
	header: Option<&str>,
	lines: &[Line],
	refused: &[Refused],
) -> String {
	let numbers = refused.iter().map(|refused| refused.line).collect::<BTreeSet<_>>();
	let header = header.filter(|_| format == Format::Table);
	let lines = lines.iter().filter(|line| numbers.contains(&line.number));
	let texts = header.into_iter().chain(lines.map(|line| line.text.as_str()));
	texts.map(|text| format!("{text}\n")).collect()
}

/// A file on its way.
struct Work<'a> {
	common: &'a Common,
	signer: &'a Signer,
	options: &'a cli::Submit,
	journal: PathBuf,
	provider: AccountId32,
	node: Node,
	lines: &'a [Line],
	/// The number of the first record.
	first: u64,
	/// How many were on the chain when it began.
	known: u64,
	/// How many records a batch may have.
	batch: usize,
	results: Results,
}

/// What became of the records up to a number.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
struct Results {
	/// Up to which number that is known.
	next: u64,
	batches: u64,
	refused: Vec<(u64, Cause)>,
}

impl<'a> Work<'a> {
	/// Finds out with which number the file begins, and notes it.
	async fn begin(
		common: &'a Common,
		signer: &'a Signer,
		options: &'a cli::Submit,
		node: Node,
		lines: &'a [Line],
	) -> Result<Self, Error> {
		let provider = signer.account();
		let at = node.best().await?;
		may_submit(&at, &provider).await?;
		if options.register_sources {
			register(&node, signer, &at, lines).await?;
		}

		let journal = journal_of(options);
		let like = Journal::new(node.genesis(), provider.clone(), 0, lines);
		let first = match Journal::read(&journal, &like)? {
			Some(found) => found.first,
			None => {
				let first = drained(&node, &provider, options).await?;
				Journal { first, ..like }.write(&journal)?;
				first
			},
		};
		let at = node.best().await?;
		let next = next_sequence(&at, &provider).await?;
		let most = most(&at, options.batch).await?;
		Ok(Self {
			common,
			signer,
			options,
			journal,
			provider,
			node,
			lines,
			first,
			known: next.saturating_sub(first).min(lines.len() as u64),
			batch: most,
			results: Results { next: first, ..Results::default() },
		})
	}

	/// The number after the last record.
	fn end(&self) -> u64 {
		self.first.saturating_add(self.lines.len() as u64)
	}

	/// The lines from a number on.
	fn lines_from(&self, sequence: u64) -> &'a [Line] {
		let place = usize::try_from(sequence.saturating_sub(self.first)).unwrap_or(usize::MAX);
		self.lines.get(place..).unwrap_or_default()
	}

	/// Goes on until all records are on the chain, and tells whether they are final.
	async fn finish(&mut self) -> Result<bool, Error> {
		let patience = Duration::from_secs(self.options.patience);
		let mut progress = Progress::new("records on the chain", self.lines.len() as u64);
		let mut moved = Instant::now();
		let mut whole = None::<Instant>;
		loop {
			let before = self.results.next;
			let stuck = match self.step().await {
				Ok(Step::Further) => None,
				Ok(Step::Whole { is_final: true }) => {
					// As it is for good, now that no block of it can be replaced.
					let at = self.node.finalised().await?;
					self.results = Results { next: self.first, ..Results::default() };
					self.learn(&at, self.end()).await?;
					return Ok(true);
				},
				Ok(Step::Whole { is_final: false }) => {
					let since = *whole.get_or_insert_with(Instant::now);
					if since.elapsed() > self.signer.final_within {
						return Ok(false);
					}
					tokio::time::sleep(PAUSE).await;
					continue;
				},
				Err(error) => Some(passing(error)?),
			};
			whole = None;
			if self.results.next > before {
				moved = Instant::now();
				progress.set(self.results.next.saturating_sub(self.first));
			}
			let Some(reason) = stuck else { continue };
			if moved.elapsed() > patience {
				return Err(Error::NoProgress { seconds: moved.elapsed().as_secs(), reason });
			}
			progress.note(&format!("trying again: {reason}"));
			tokio::time::sleep(PAUSE).await;
			// The connection may be another one from now on.
			if let Ok(node) = Node::open(self.common).await {
				self.node = node;
			}
		}
	}

	/// Looks at the chain, and submits what follows from there.
	async fn step(&mut self) -> Result<Step, Error> {
		let at = self.node.best().await?;
		let next = next_sequence(&at, &self.provider).await?;
		if next < self.first {
			let reason = "the node is behind the block in which the file began".to_owned();
			return Err(ClientError::Lost(reason).into());
		}
		self.learn(&at, next.min(self.end())).await?;
		if next >= self.end() {
			let finalised = self.node.finalised().await?;
			let is_final = next_sequence(&finalised, &self.provider).await? >= self.end();
			return Ok(Step::Whole { is_final });
		}

		let lines = self.lines_from(next);
		let lines = lines.get(..self.batch).unwrap_or(lines);
		let records = lines.iter().map(|line| line.record.clone()).collect::<Vec<_>>();
		let mode =
			if self.options.all_or_nothing { Mode::AllOrNothing } else { Mode::EachForItself };
		let call = calls::submit_batch(next, mode, &records);
		match hanse_client::submit(&self.node.connection, &self.signer.keys, &call, INCLUDED_WITHIN)
			.await
		{
			Ok(_) => Ok(Step::Further),
			Err(ClientError::Failed { error, fields, .. })
				if error == "CreditRecords.RecordRefused" =>
			{
				Err(self.refused(fields, lines))
			},
			Err(error) => Err(error.into()),
		}
	}

	/// A batch that was refused as a whole.
	fn refused(&self, fields: [u8; 3], lines: &[Line]) -> Error {
		let Ok((index, cause)) = <(u16, Cause)>::decode(&mut &fields[..]) else {
			let reason = "a cause that is unknown".to_owned();
			return ClientError::OtherVersion { what: "the refusal".to_owned(), reason }.into();
		};
		Error::RecordRefused {
			line: lines.get(usize::from(index)).map_or(0, |line| line.number),
			cause: format!("{cause:?}"),
			advice: advice(cause),
		}
	}

	/// Finds out what became of the records up to a number, and whether they are those of the file.
	async fn learn(&mut self, at: &At, end: u64) -> Result<(), Error> {
		while self.results.next < end {
			let sequence = self.results.next;
			let key: &[u8; 32] = self.provider.as_ref();
			let found: Option<(u32, Batch)> =
				view(at, PALLET, "batch_of", (*key, sequence)).await?;
			let batch = found.map(|(_, batch)| batch).ok_or_else(|| {
				let what = format!("the batch of record {sequence}");
				ClientError::OtherVersion { what, reason: "there is none".to_owned() }
			})?;
			let block =
				self.node.connection.client.at_block(u64::from(batch.block)).await.map_err(lost)?;
			let applied = applied(&block, &self.provider, batch.first).await?;
			self.recognise(&block, &applied, &batch, end).await?;

			let numbers = sequence..batch.end().min(end);
			for Refusal { index, cause } in applied.refused {
				let number = batch.first.saturating_add(index.into());
				if numbers.contains(&number) {
					self.results.refused.push((number, cause));
				}
			}
			self.results.batches = self.results.batches.saturating_add(1);
			self.results.next = numbers.end;
		}
		Ok(())
	}

	/// Whether the transaction of a batch carries the records of the file: they stand in it as they are
	/// encoded.
	async fn recognise(
		&self,
		block: &At,
		applied: &Applied,
		batch: &Batch,
		end: u64,
	) -> Result<(), Error> {
		let transactions = transactions(block).await?;
		let bytes = applied.transaction.and_then(|index| transactions.get(index));
		let last = batch.end().min(end).saturating_sub(1);
		for sequence in [self.results.next, last] {
			let Some(line) = self.lines_from(sequence).first() else { continue };
			let record = line.record.encode();
			let is_there = bytes
				.is_some_and(|(_, bytes)| bytes.windows(record.len()).any(|part| part == record));
			if !is_there {
				let (line, journal) = (line.number, self.journal.clone());
				return Err(Error::OtherStream { sequence, line, journal });
			}
		}
		Ok(())
	}

	fn report(&self, finalised: bool) -> Submitted {
		let refused = self.results.refused.iter().map(|(sequence, cause)| Refused {
			line: self.lines_from(*sequence).first().map_or(0, |line| line.number),
			sequence: *sequence,
			cause: format!("{cause:?}"),
			advice: advice(*cause),
		});
		let records = self.lines.len() as u64;
		Submitted {
			provider: self.provider.to_string(),
			first: self.first,
			records,
			known: self.known,
			counted: records.saturating_sub(self.results.refused.len() as u64),
			batches: self.results.batches,
			finalised,
			refused: refused.collect(),
		}
	}
}

/// How far a file has come.
enum Step {
	/// A batch further.
	Further,
	/// All of it is on the best chain.
	Whole {
		/// And cannot be replaced.
		is_final: bool,
	},
}

/// Why to try again, if there is a point in that.
fn passing(error: Error) -> Result<String, Error> {
	let passes = match &error {
		Error::Unreachable { .. }
		| Error::Client(ClientError::Lost(_) | ClientError::NotIncluded { .. }) => true,
		Error::Client(ClientError::Refused { reason, .. }) => {
			PASSING.iter().any(|passing| reason.contains(passing))
		},
		Error::Client(ClientError::Failed { error, .. }) => {
			// Another batch was on its way before this one, or in the same block.
			["CreditRecords.SequenceGap", "CreditRecords.QuotaExceeded"].contains(&error.as_str())
		},
		_ => false,
	};
	if passes { Ok(error.to_string()) } else { Err(error) }
}

/// The event of a batch.
struct Applied {
	refused: Vec<Refusal>,
	/// The place of its transaction in the block.
	transaction: Option<usize>,
}

/// The fields of `RecordsApplied`, in order.
type AppliedFields = (AccountId32, u64, u32, Vec<u16>, Vec<Refusal>, H256);

/// The event of the batch that begins with a number, in its block.
async fn applied(block: &At, provider: &AccountId32, first: u64) -> Result<Applied, Error> {
	let events = block.events().fetch().await.map_err(lost)?;
	for event in events.iter() {
		let event = event.map_err(lost)?;
		if (event.pallet_name(), event.event_name()) != (PALLET, "RecordsApplied") {
			continue;
		}
		let (of, number, _, _, refused, _): AppliedFields =
			decoded("the event RecordsApplied", event.field_bytes())?;
		if of == *provider && number == first {
			let transaction = match event.phase() {
				Phase::ApplyExtrinsic(index) => usize::try_from(index).ok(),
				_ => None,
			};
			return Ok(Applied { refused, transaction });
		}
	}
	let what = format!("the events of block {}", block.block_number());
	let reason = format!("there is none for record {first}");
	Err(ClientError::OtherVersion { what, reason }.into())
}

async fn next_sequence(at: &At, provider: &AccountId32) -> Result<u64, Error> {
	let key: &[u8; 32] = provider.as_ref();
	Ok(view(at, PALLET, "next_sequence", (*key,)).await?)
}

/// Whether the account may submit anything at all.
async fn may_submit(at: &At, account: &AccountId32) -> Result<(), Error> {
	let key: &[u8; 32] = account.as_ref();
	for role in [
		Role::TransactionProvider,
		Role::ShippingProvider,
		Role::PaymentProvider,
		Role::BehaviourProvider,
		Role::VerificationProvider,
	] {
		let role = Value::unnamed_variant(role.to_string(), []);
		if view(at, "Consortium", "has_role", (*key, role)).await? {
			return Ok(());
		}
	}
	Err(Error::NotProvider(account.to_string()))
}

/// How many records a batch may have: no more than the chain takes in one, and in one block.
async fn most(at: &At, wanted: u32) -> Result<usize, Error> {
	let address = dynamic::constant::<Value>(PALLET, "MaxBatch");
	let bytes = at.constants().entry_bytes(address).map_err(lost)?;
	let most: u32 = decoded("the constant MaxBatch", &bytes)?;
	let importing: bool = view(at, PALLET, "importing", ()).await?;
	let quota = if importing {
		u32::MAX
	} else {
		view_as::<_, Rules>(at, PALLET, "rules", ()).await?.quota
	};
	Ok(usize::try_from(wanted.min(most).min(quota).max(1)).unwrap_or(usize::MAX))
}

/// Registers the sources of a file, as far as they are not registered.
async fn register(node: &Node, signer: &Signer, at: &At, lines: &[Line]) -> Result<(), Error> {
	let sources = lines.iter().map(|line| &line.record.source).collect::<BTreeSet<_>>();
	let sources = sources.into_iter().cloned().collect::<Vec<_>>();
	let most = most(at, u32::MAX).await?;
	for chunk in sources.chunks(most) {
		let call = calls::register_sources(chunk);
		let submitted =
			hanse_client::submit(&node.connection, &signer.keys, &call, INCLUDED_WITHIN).await;
		submitted.map_err(|error| match error {
			ClientError::Failed { error, .. } if error == "CreditRecords.SourceTaken" => {
				Error::SourceTaken
			},
			ClientError::Failed { error, .. } if error == "CreditRecords.TooManySources" => {
				Error::TooManySources
			},
			other => other.into(),
		})?;
	}
	Ok(())
}

/// Waits until nothing of the account is on its way any more, and tells the number that its next record
/// will have. What an interrupted run left behind takes numbers.
async fn drained(node: &Node, provider: &AccountId32, options: &cli::Submit) -> Result<u64, Error> {
	let key: &[u8; 32] = provider.as_ref();
	let account = subxt::utils::AccountId32(*key);
	let began = Instant::now();
	loop {
		let at = node.best().await?;
		let included = at.transactions().account_nonce(&account).await.map_err(lost)?;
		let expected = node
			.connection
			.rpc
			.system_account_next_index(&account)
			.await
			.map_err(|error| ClientError::Lost(error.to_string()))?;
		if expected <= included {
			return next_sequence(&at, provider).await;
		}
		if began.elapsed() > Duration::from_secs(options.patience) {
			let seconds = began.elapsed().as_secs();
			let reason = "transactions of the same account wait for a block".to_owned();
			return Err(Error::NoProgress { seconds, reason });
		}
		tokio::time::sleep(PAUSE).await;
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use hanse_credit_model::{AmountClass, Indicator, Level, Outcome};
	use hanse_types::Reference;
	use pallet_credit_records::Record;
	use std::path::Path;

	fn line(number: u64) -> Line {
		let record = Record {
			source: [1; 32].into(),
			subject: [2; 32].into(),
			indicator: Indicator::Rating,
			outcome: Outcome::BEST,
			level: Level::Counterparty,
			amount: AmountClass::NEUTRAL,
			at: number,
			reference: Reference::NONE,
			commitment: [0; 32],
		};
		Line { number, record, text: format!("line {number}") }
	}

	fn refused(line: u64) -> Refused {
		let cause = Cause::BondMissing;
		Refused { line, sequence: line, cause: format!("{cause:?}"), advice: advice(cause) }
	}

	fn submitted(refused: Vec<Refused>) -> Submitted {
		Submitted {
			provider: "5Grw".to_owned(),
			first: 100,
			records: 5,
			known: 2,
			counted: 5 - refused.len() as u64,
			batches: 1,
			finalised: true,
			refused,
		}
	}

	#[test]
	fn refused_lines_are_told_with_what_to_do() {
		let text = submitted(vec![refused(3)]).text();
		assert!(text.contains("4 of 5 records count, in 1 batches: numbers 100 to 104 of 5Grw"));
		assert!(text.contains("2 of them were on the chain before"));
		assert!(text.contains("line 3 (number 3) was refused, BondMissing: there is no bond"));
		assert!(text.contains("hanse-records post-bond"), "{text}");
		assert!(!text.contains("FINAL"));
		let unfinished = Submitted { finalised: false, ..submitted(vec![]) };
		assert!(unfinished.text().contains("NOT ALL OF THEM ARE FINAL"));
		assert_eq!(
			format!("{:?}", submitted(vec![]).exit_code()),
			format!("{:?}", ExitCode::SUCCESS)
		);
		let json = serde_json::to_value(submitted(vec![refused(3)])).unwrap();
		assert_eq!(json["refused"][0]["line"], 3);
		assert_eq!(json["refused"][0]["cause"], "BondMissing");
	}

	#[test]
	fn refused_lines_make_a_file_of_their_own() {
		let lines = (2..6).map(line).collect::<Vec<_>>();
		let both = [refused(3), refused(5)];
		let table = corrections(Format::Table, Some("source,…"), &lines, &both);
		assert_eq!(table, "source,…\nline 3\nline 5\n");
		let objects = corrections(Format::Objects, None, &lines, &both);
		assert_eq!(objects, "line 3\nline 5\n");
	}

	#[test]
	fn what_passes_is_tried_again() {
		let client = |error: ClientError| Error::from(error);
		let refused = |reason: &str| {
			let what = "CreditRecords.submit_batch".to_owned();
			client(ClientError::Refused { what, reason: reason.to_owned() })
		};
		let failed = |error: &str| {
			client(ClientError::Failed {
				what: String::new(),
				error: error.to_owned(),
				fields: [0; 3],
				reason: String::new(),
			})
		};
		for error in [
			client(ClientError::Lost("broken pipe".to_owned())),
			client(ClientError::NotIncluded { what: String::new(), seconds: 60 }),
			client(ClientError::Unreachable { url: String::new(), reason: String::new() }),
			refused("Invalid Transaction (1010): Transaction would exhaust the block limits"),
			refused("Priority is too low: (5 vs 5) (1014)"),
			refused("Transaction Already Imported (1013)"),
			refused("Unknown Transaction Validity (1011): Custom(1)"),
			failed("CreditRecords.SequenceGap"),
			failed("CreditRecords.QuotaExceeded"),
		] {
			let text = error.to_string();
			assert!(passing(error).is_ok(), "{text}");
		}
		for error in [
			refused("Invalid Transaction (1010): Inability to pay some fees"),
			failed("CreditRecords.NotProvider"),
			Error::NoKey,
		] {
			let text = error.to_string();
			assert!(passing(error).is_err(), "{text}");
		}
	}

	#[test]
	fn a_journal_lies_beside_its_file() {
		use clap::Parser;
		let of = |arguments: &[&str]| {
			let cli = cli::Cli::parse_from([&["hanse-records", "submit"], arguments].concat());
			let cli::Command::Submit(options) = cli.command else { panic!() };
			journal_of(&options)
		};
		assert_eq!(of(&["data/orders.csv"]), Path::new("data/orders.csv.journal"));
		assert_eq!(of(&["a.csv", "--journal", "b"]), Path::new("b"));
	}
}
