//! The command line.

use clap::{Args, Parser, Subcommand};
use hanse_identity::{attribute, from_hex};
use hanse_types::{Attribute, Commitment, CountryCode};
use std::path::PathBuf;

/// Makes and checks the salted commitments that stand on the chain in place of an enterprise's name,
/// registration number, LEI or tax number, and address.
#[derive(Parser, Debug)]
#[command(name = "hanse-identity", version, after_long_help = MORE)]
pub struct Cli {
	/// What to do.
	#[command(subcommand)]
	pub command: Command,
}

/// What can be done.
#[derive(Subcommand, Debug)]
pub enum Command {
	/// Commits to attributes: writes their openings to a private file and prints the commitments.
	#[command(after_long_help = COMMIT)]
	Commit(Commit),
	/// Prints the commitments of a private file again.
	Show(Show),
	/// Prints the opening of one attribute, for the party that is to know it.
	Open(Open),
	/// Checks an opening against the commitment that stands on the chain.
	#[command(after_long_help = CHECK)]
	Check(Check),
	/// Prints the commitment by which registrars tell whether an entity is registered already.
	#[command(after_long_help = ENTITY)]
	Entity(Entity),
}

/// `commit`
#[derive(Args, Debug)]
pub struct Commit {
	/// The attributes: a JSON object with any of `name`, `registrationNumber`, `taxNumber` (LEI or tax
	/// number) and `address`. `-` reads standard input.
	#[arg(default_value = "-")]
	pub attributes: PathBuf,

	/// Where to write the openings. The file is readable by its owner alone, and must not exist.
	#[arg(long, value_name = "FILE")]
	pub openings: PathBuf,

	/// Openings made before: what is not given now, or given with the same value, keeps its salt and
	/// its commitment.
	#[arg(long, value_name = "FILE")]
	pub keep: Option<PathBuf>,
}

/// `show`
#[derive(Args, Debug)]
pub struct Show {
	/// The file that `commit` wrote.
	pub openings: PathBuf,
}

/// `open`
#[derive(Args, Debug)]
pub struct Open {
	/// The file that `commit` wrote.
	pub openings: PathBuf,

	/// Which one: `name`, `registrationNumber`, `taxNumber` or `address`.
	#[arg(value_parser = attribute)]
	pub attribute: Attribute,
}

/// `check`
#[derive(Args, Debug)]
pub struct Check {
	/// The opening: what `open` printed. `-` reads standard input.
	#[arg(default_value = "-")]
	pub opening: PathBuf,

	/// The commitment of the same attribute on the chain, 32 bytes in hexadecimal. Read it yourself:
	/// one that came with the opening proves nothing.
	#[arg(long, value_name = "HEX", value_parser = from_hex)]
	pub commitment: Commitment,
}

/// `entity`
#[derive(Args, Debug)]
pub struct Entity {
	/// The country of the register, by ISO 3166-1: two capital letters.
	#[arg(value_parser = country)]
	pub country: CountryCode,

	/// The number in the register, as the registrars agreed to write it.
	pub number: String,

	/// The file with the registrars' shared key: 64 hexadecimal digits. Given more than once, there is
	/// one line for each key, in the same order.
	#[arg(long, value_name = "FILE", required = true)]
	pub key: Vec<PathBuf>,
}

fn country(code: &str) -> Result<CountryCode, String> {
	code.parse::<CountryCode>()
		.map_err(|unknown| format!("{unknown}: two capital letters, such as DE"))
}

const MORE: &str = "\
An enterprise commits to its attributes and registers with the commitments. It keeps the file
with the openings: without it nothing can be opened any more, and whoever has it can open
everything. To one party it gives the opening of one attribute; that party checks it against the
chain, and learns nothing of the others. To have the chain forget, destroy the file and every
copy.

Examples:
  echo '{\"name\": \"Lübecker Salzkontor GmbH\", \"registrationNumber\": \"HRB 12345 HL\"}' |
    hanse-identity commit --openings salzkontor.openings.json > commitments.json
  hanse-identity open salzkontor.openings.json name > name.opening.json
  hanse-identity check name.opening.json --commitment 0x…
  hanse-identity entity DE 'K1101R.HRB 12345' --key registrars.key

Exit status: 0 done, or the opening fits; 1 failed; 2 wrong arguments; 3 the opening does not
fit.

docs/identity.md tells the scheme byte by byte, what a commitment hides, and what it does not.";

const COMMIT: &str = "\
A commitment is BLAKE2b-256 of the 17 bytes `hanse/attribute/1`, the attribute's index (0 name,
1 registrationNumber, 2 taxNumber, 3 address), a salt of 32 random bytes from the operating
system, and the value in UTF-8. Names and addresses are brought into the form NFC, every run of
blanks becomes one space, and none is left at the ends. Numbers lose blanks, hyphens, full stops
and slashes, and get capital letters; nothing else than A to Z and 0 to 9 may be left.

When an attribute changes, commit with `--keep` and the former file: the commitments of the
others must stay as they are, since the chain does not let a verified enterprise change them.

Examples:
  hanse-identity commit attributes.json --openings acme.openings.json
  hanse-identity commit moved.json --keep acme.openings.json --openings acme-2.openings.json";

const CHECK: &str = "\
Prints the attribute and its value if the opening fits; fails with exit status 3 if it does not.

That it fits says what the enterprise committed to, not that it is true: whether a registrar
checked it says the verification level. And a commitment can be copied from one enterprise to
another by anybody.

Example, with the commitment out of the chain's own mouth:
  hanse-identity check name.opening.json --commitment \"$(
    curl -s -H 'Content-Type: application/json' http://127.0.0.1:9944 \\
      -d '{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"network_enterprise\",\"params\":[\"ACCOUNT\"]}' |
      jq -r .result.commitments.name)\"";

const ENTITY: &str = "\
The commitment is keyed BLAKE2b-256 of the 14 bytes `hanse/entity/1`, the country and the number
without blanks, hyphens, full stops and slashes, in capital letters. It has no salt: two
registrars who look at the same entity must come to the same, so that the chain can refuse the
second registration. It has a key instead, because registers are public and their numbers few:
without one, anybody could try all numbers of a country and name every enterprise on the chain.
Whoever gets the key can do just that.

All registrars have the same key, which one of them makes:
  (umask 077; openssl rand -hex 32 > registrars.key)

After a change of keys, ask for the commitment under each of them, and attest with the one that
the chain knows; with that of the newest key if it knows none:
  hanse-identity entity DE 'K1101R.HRB 12345' --key registrars-2.key --key registrars-1.key";

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;

	#[test]
	fn the_command_line_is_consistent() {
		Cli::command().debug_assert();
		let parsed = |arguments: &[&str]| {
			Cli::try_parse_from([&["hanse-identity"], arguments].concat()).map(|cli| cli.command)
		};
		assert!(matches!(
			parsed(&["commit", "--openings", "x"]),
			Ok(Command::Commit(Commit { attributes, keep: None, .. })) if attributes.as_os_str() == "-"
		));
		assert!(matches!(
			parsed(&["open", "x", "taxNumber"]),
			Ok(Command::Open(Open { attribute: Attribute::TaxNumber, .. }))
		));
		assert!(matches!(
			parsed(&["entity", "DE", "1", "--key", "a", "--key", "b"]),
			Ok(Command::Entity(Entity { key, .. })) if key.len() == 2
		));
		for refused in [
			&[][..],
			&["commit"],
			&["open", "x", "phone"],
			&["check", "x"],
			&["check", "x", "--commitment", "0x12"],
			&["entity", "DE", "1"],
			&["entity", "de", "1", "--key", "a"],
			&["entity", "UK", "1", "--key", "a"],
		] {
			assert!(parsed(refused).is_err(), "{refused:?}");
		}
	}
}
