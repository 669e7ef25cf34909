//! The command line.

use clap::{ArgGroup, Args, Parser, Subcommand};
use hanse_documents::Recipient;
use hanse_identity::from_hex;
use hanse_types::Commitment;
use std::path::PathBuf;

/// Seals documents for those who may see them, and makes and checks the commitments that stand on the
/// chain in place of documents and of their keys.
#[derive(Parser, Debug)]
#[command(name = "hanse-documents", version, after_long_help = MORE)]
pub struct Cli {
	/// What to do.
	#[command(subcommand)]
	pub command: Command,
}

/// What can be done.
#[derive(Subcommand, Debug)]
pub enum Command {
	/// Makes a key: writes it to a private file and prints the recipient, for others to seal to.
	Keygen(Keygen),
	/// Seals a document to everybody who may see it, and prints the commitments for the chain.
	#[command(after_long_help = SEAL)]
	Seal(Seal),
	/// Opens a sealed document with one's own key.
	#[command(after_long_help = OPEN)]
	Open(Open),
	/// Prints the commitment to the wrapped keys of sealed documents, for a grant on the chain.
	Keys(Keys),
	/// Checks documents against a commitment, given or on the chain.
	#[command(after_long_help = CHECK)]
	Check(Check),
	/// Prints what was disclosed about an enterprise, and makes sure that this is all of it.
	#[command(after_long_help = LOG)]
	Log(Log),
	/// Destroys salts, so that the commitments made with them mean nothing any more.
	#[command(after_long_help = FORGET)]
	Forget(Forget),
}

/// `keygen`
#[derive(Args, Debug)]
pub struct Keygen {
	/// Where to write the key. The file is readable by its owner alone, and must not exist.
	pub key: PathBuf,
}

/// `seal`
#[derive(Args, Debug)]
pub struct Seal {
	/// The document: any file.
	pub document: PathBuf,

	/// Who may open it: what `keygen` printed there. Once for each.
	#[arg(long, value_name = "RECIPIENT", required = true, num_args = 1.., action = clap::ArgAction::Append)]
	pub to: Vec<Recipient>,

	/// The file with the document's salt. If it is not there it is made, readable by its owner alone;
	/// if it is there, the document keeps its commitment. [default: DOCUMENT.salt.json]
	#[arg(long, value_name = "FILE")]
	pub salt: Option<PathBuf>,

	/// Where to write the sealed document; the file must not exist. [default: DOCUMENT.age]
	#[arg(long, value_name = "FILE")]
	pub sealed: Option<PathBuf>,
}

/// `open`
#[derive(Args, Debug)]
pub struct Open {
	/// The sealed document.
	pub sealed: PathBuf,

	/// The file with one's own key, or keys.
	#[arg(long, value_name = "FILE")]
	pub key: PathBuf,

	/// Where to write the document; the file must not exist. [default: SEALED without its `.age`]
	#[arg(long, value_name = "FILE")]
	pub document: Option<PathBuf>,

	/// Where to write the document's salt, to check it or to seal it to others later; the file must
	/// not exist.
	#[arg(long, value_name = "FILE")]
	pub salt: Option<PathBuf>,

	/// The document's commitment on the chain, 32 bytes in hexadecimal. If what was sealed is another
	/// document, nothing is written.
	#[arg(long, value_name = "HEX", value_parser = from_hex)]
	pub commitment: Option<Commitment>,
}

/// `keys`
#[derive(Args, Debug)]
pub struct Keys {
	/// The sealed documents, in any order.
	#[arg(required = true)]
	pub sealed: Vec<PathBuf>,
}

/// `check`
#[derive(Args, Debug)]
#[command(group(ArgGroup::new("against").required(true).args(["commitment", "keys", "grant"])))]
#[command(group(ArgGroup::new("opened").args(["salt", "key"])))]
pub struct Check {
	/// The document, or the sealed document; with `--keys` and `--grant` all sealed documents of the
	/// grant, in any order.
	#[arg(required = true)]
	pub files: Vec<PathBuf>,

	/// The commitment of one document on the chain, 32 bytes in hexadecimal. Read it yourself: one
	/// that came with the document proves nothing.
	#[arg(long, value_name = "HEX", value_parser = from_hex, requires = "opened")]
	pub commitment: Option<Commitment>,

	/// The file with the salt, if the document is not sealed.
	#[arg(long, value_name = "FILE", conflicts_with_all = ["keys", "grant"])]
	pub salt: Option<PathBuf>,

	/// The file with one's own key, if the document is sealed.
	#[arg(long, value_name = "FILE", conflicts_with_all = ["keys", "grant"])]
	pub key: Option<PathBuf>,

	/// The commitment to the wrapped keys, 32 bytes in hexadecimal.
	#[arg(long, value_name = "HEX", value_parser = from_hex)]
	pub keys: Option<Commitment>,

	/// The number of the grant on the chain that names the wrapped keys.
	#[arg(long, value_name = "NUMBER")]
	pub grant: Option<u64>,

	/// The node to ask for the grant.
	#[arg(long, default_value = "ws://127.0.0.1:9944")]
	pub url: String,
}

/// `log`
#[derive(Args, Debug)]
pub struct Log {
	/// Any account of the enterprise.
	pub account: String,

	/// The node to ask. It must still have the blocks of the log, and their states.
	#[arg(long, default_value = "ws://127.0.0.1:9944")]
	pub url: String,
}

/// `forget`
#[derive(Args, Debug)]
pub struct Forget {
	/// The files with the salts. Nothing brings them back.
	#[arg(required = true)]
	pub salts: Vec<PathBuf>,
}

const MORE: &str = "\
Documents stay off the chain. An enterprise seals a document to those who may see it, and keeps the
salt; the chain gets a commitment to the document, and one to the wrapped keys. Whoever opens the
document checks it against the chain. To have the chain forget, destroy the salt and every copy.

Examples:
  hanse-documents keygen bank.key                             the bank, once
  hanse-documents seal invoice.pdf --to age1… --to age1…      the enterprise
  hanse-documents open invoice.pdf.age --key bank.key --commitment 0x…
  hanse-documents check invoice.pdf --salt invoice.pdf.salt.json --commitment 0x…
  hanse-documents forget invoice.pdf.salt.json

Exit status: 0 done, or it fits; 1 failed; 2 wrong arguments; 3 it does not fit.

docs/data-protection.md tells what is on the chain and what is not, the schemes byte by byte, and
what destroying a salt means.";

const SEAL: &str = "\
The document is encrypted by age (https://age-encryption.org/v1) with a key of its own, and that key
is wrapped for each recipient. What is encrypted is the 16 bytes `hanse/document/1`, the salt, and the
document, so that whoever opens it can check it: `age -d -i KEY SEALED | tail -c +49` gives the
document without this program. A document may have up to 256 MiB.

Printed are two commitments:
  commitment  BLAKE2b-256 of the 16 bytes `hanse/document/1`, the salt of 32 random bytes, and
              BLAKE2b-256 of the document. It is what `dataAccess.logDisclosures` names
  keys        BLAKE2b-256 of the 12 bytes `hanse/keys/1` and BLAKE2b-256 of the header of the sealed
              document. It is what a grant names, `dataAccess.grantAccess`; for several documents see
              `hanse-documents keys`

Sealed again, for somebody else, a document keeps its commitment as long as its salt is there. The
keys are made anew each time.";

const OPEN: &str = "\
Prints the commitment of the document. With `--commitment`, a document that is not the one committed
to is refused with exit status 3, and nothing is written.

The document is in clear now: it belongs where documents of this kind belong, and must go when its
purpose is over.";

const CHECK: &str = "\
Prints what fits; fails with exit status 3 if it does not.

That a document fits says what somebody committed to, not that it is true, and not whose it is.

Examples:
  hanse-documents check invoice.pdf --salt invoice.pdf.salt.json --commitment 0x…
  hanse-documents check invoice.pdf.age --key bank.key --commitment 0x…
  hanse-documents check *.age --keys 0x…
  hanse-documents check *.age --grant 17 --url ws://127.0.0.1:9944";

const LOG: &str = "\
Reads the head of the log at the last final block, follows the entries back from block to block, and
hashes them again. What is printed is whole: an entry that is missing, changed or out of place leads
to another head, and to exit status 1.

The node must have the states of the blocks in which disclosures were logged: one that runs with
`--state-pruning archive` has all of them.";

const FORGET: &str = "\
Each file is overwritten and removed. From then on nobody can tell from the commitment, or prove by
it, which document it was made of, whoever has the document.

That holds when no copy is left: not in a backup, not in a snapshot of the disk, not in the spare
blocks of a solid-state disk, and not in the sealed documents, which have the salt in them. Whoever
was given one destroys it, or its own key. See docs/data-protection.md.";

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;
	use hanse_documents::Key;

	#[test]
	fn the_command_line_is_consistent() {
		Cli::command().debug_assert();
		let parsed = |arguments: &[&str]| {
			Cli::try_parse_from([&["hanse-documents"], arguments].concat()).map(|cli| cli.command)
		};
		let [one, other] = [(); 2].map(|()| Key::random().recipient().to_string());
		let hex = "ab".repeat(32);
		for two in [&["--to", &one, "--to", &other][..], &["--to", &one, &other]] {
			let sealed = parsed(&[&["seal", "a.pdf"], two].concat());
			assert!(matches!(
				sealed,
				Ok(Command::Seal(Seal { to, salt: None, sealed: None, .. })) if to.len() == 2
			));
		}
		for taken in [
			&["keygen", "k"][..],
			&["open", "x", "--key", "k"],
			&["keys", "a", "b"],
			&["check", "x", "--commitment", &hex, "--salt", "s"],
			&["check", "x", "--commitment", &hex, "--key", "k"],
			&["check", "x", "y", "--keys", &hex],
			&["check", "x", "--grant", "7"],
			&["log", "5Grw"],
			&["forget", "s", "t"],
		] {
			assert!(parsed(taken).is_ok(), "{taken:?}: {:?}", parsed(taken));
		}
		for refused in [
			&[][..],
			&["keygen"],
			&["seal", "a.pdf"],
			&["seal", "a.pdf", "--to", "bank"],
			&["open", "x"],
			&["open", "x", "--key", "k", "--commitment", "0x12"],
			&["keys"],
			&["check", "x"],
			&["check", "x", "--commitment", &hex],
			&["check", "x", "--commitment", &hex, "--salt", "s", "--key", "k"],
			&["check", "x", "--commitment", &hex, "--salt", "s", "--keys", &hex],
			&["check", "x", "--keys", &hex, "--grant", "7"],
			&["check", "x", "--keys", &hex, "--salt", "s"],
			&["check", "--keys", &hex],
			&["log"],
			&["forget"],
		] {
			assert!(parsed(refused).is_err(), "{refused:?}");
		}
	}
}
