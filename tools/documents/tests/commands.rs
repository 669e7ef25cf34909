//! The commands, as people and scripts run them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use serde_json::Value;
use std::{
	fs,
	os::unix::fs::PermissionsExt,
	path::Path,
	process::{Command, Output, Stdio},
};

/// A folder, and the program run in it.
struct Desk(tempfile::TempDir);

impl Desk {
	/// With a document on it.
	fn new() -> Self {
		let desk = Self(tempfile::tempdir().unwrap());
		desk.file("invoice.txt", INVOICE);
		desk
	}

	fn path(&self) -> &Path {
		self.0.path()
	}

	fn file(&self, name: &str, bytes: &[u8]) {
		let path = self.path().join(name);
		fs::write(&path, bytes).unwrap();
		fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
	}

	fn bytes(&self, name: &str) -> Vec<u8> {
		fs::read(self.path().join(name)).unwrap()
	}

	fn has(&self, name: &str) -> bool {
		self.path().join(name).exists()
	}

	fn mode(&self, name: &str) -> u32 {
		fs::metadata(self.path().join(name)).unwrap().permissions().mode() & 0o777
	}

	fn run(&self, arguments: &[&str]) -> Output {
		Command::new(env!("CARGO_BIN_EXE_hanse-documents"))
			.args(arguments)
			.current_dir(self.path())
			.stdin(Stdio::null())
			.output()
			.unwrap()
	}

	/// What a command prints that works without a word of complaint.
	fn good(&self, arguments: &[&str]) -> String {
		let Output { status, stdout, stderr } = self.run(arguments);
		assert!(status.success(), "{}", String::from_utf8_lossy(&stderr));
		assert_eq!(String::from_utf8_lossy(&stderr), "");
		String::from_utf8(stdout).unwrap()
	}

	/// The exit status and the complaint of a command that does not work, and prints nothing.
	fn bad(&self, arguments: &[&str]) -> (i32, String) {
		let Output { status, stdout, stderr } = self.run(arguments);
		assert_eq!(String::from_utf8_lossy(&stdout), "");
		(status.code().unwrap(), String::from_utf8(stderr).unwrap())
	}

	/// Makes a key, and returns its recipient.
	fn key(&self, name: &str) -> String {
		self.good(&["keygen", name]).trim().to_owned()
	}

	/// Seals the document to recipients, and returns the two commitments.
	fn seal(&self, to: &[&str], sealed: &str) -> (String, String) {
		let mut arguments = vec!["seal", "invoice.txt", "--sealed", sealed];
		arguments.extend(to.iter().flat_map(|recipient| ["--to", recipient]));
		let printed = serde_json::from_str::<Value>(&self.good(&arguments)).unwrap();
		let text = |name: &str| printed[name].as_str().unwrap().to_owned();
		(text("commitment"), text("keys"))
	}
}

const INVOICE: &[u8] = b"Invoice 17: 4,000 bags of salt\n";

#[test]
fn two_grantees_open_it_and_a_third_does_not() {
	let desk = Desk::new();
	let [bank, insurer, _third] = ["bank.key", "insurer.key", "third.key"].map(|key| desk.key(key));
	assert!(bank.starts_with("age1"), "{bank}");
	assert_eq!(desk.mode("bank.key"), 0o600);
	let (commitment, keys) = desk.seal(&[&bank, &insurer], "invoice.txt.age");
	assert_ne!(commitment, keys);
	assert_eq!(desk.mode("invoice.txt.salt.json"), 0o600);

	for key in ["bank.key", "insurer.key"] {
		let target = format!("{key}.txt");
		let opened = desk.good(&[
			"open",
			"invoice.txt.age",
			"--key",
			key,
			"--document",
			&target,
			"--commitment",
			&commitment,
		]);
		assert!(opened.contains(&commitment), "{opened}");
		assert_eq!(desk.bytes(&target), INVOICE);
		assert_eq!(desk.mode(&target), 0o600);
	}
	let (status, complaint) =
		desk.bad(&["open", "invoice.txt.age", "--key", "third.key", "--document", "third.txt"]);
	assert_eq!(status, 1);
	assert!(complaint.contains("sealed to others: ask for it"), "{complaint}");
	assert!(!desk.has("third.txt"));
}

#[test]
fn names_follow_from_that_of_the_document() {
	let desk = Desk::new();
	let bank = desk.key("bank.key");
	desk.good(&["seal", "invoice.txt", "--to", &bank]);
	assert!(desk.has("invoice.txt.age") && desk.has("invoice.txt.salt.json"));
	fs::remove_file(desk.path().join("invoice.txt")).unwrap();
	desk.good(&["open", "invoice.txt.age", "--key", "bank.key", "--salt", "bank.salt.json"]);
	assert_eq!(desk.bytes("invoice.txt"), INVOICE);
	assert_eq!(desk.bytes("bank.salt.json"), desk.bytes("invoice.txt.salt.json"));

	fs::rename(desk.path().join("invoice.txt.age"), desk.path().join("letter")).unwrap();
	let (status, complaint) = desk.bad(&["open", "letter", "--key", "bank.key"]);
	assert_eq!(status, 1);
	assert!(complaint.contains("say with `--document`"), "{complaint}");
}

#[test]
fn a_changed_byte_is_refused() {
	let desk = Desk::new();
	let bank = desk.key("bank.key");
	desk.seal(&[&bank], "sealed.age");
	let sealed = desk.bytes("sealed.age");
	for index in [0, 30, 60, sealed.len() / 2, sealed.len() - 1] {
		let mut changed = sealed.clone();
		changed[index] ^= 1;
		desk.file("changed.age", &changed);
		let (status, complaint) = desk.bad(&["open", "changed.age", "--key", "bank.key"]);
		assert_eq!(status, 1, "{index}");
		assert!(complaint.contains("changed.age: it"), "{complaint}");
		assert!(!desk.has("changed"));
	}
}

#[test]
fn a_document_is_checked_sealed_or_not() {
	let desk = Desk::new();
	let bank = desk.key("bank.key");
	let (commitment, _) = desk.seal(&[&bank], "sealed.age");
	let salt = "invoice.txt.salt.json";
	let said = desk.good(&["check", "invoice.txt", "--salt", salt, "--commitment", &commitment]);
	assert_eq!(said, "invoice.txt: the document fits\n");
	let said =
		desk.good(&["check", "sealed.age", "--key", "bank.key", "--commitment", &commitment]);
	assert_eq!(said, "sealed.age: the document fits\n");

	desk.file("other.txt", b"Invoice 17: 5,000 bags of salt\n");
	let zeros = "0".repeat(64);
	let zero_salt = format!(r#"{{"scheme": "hanse/document/1", "salt": "{zeros}"}}"#);
	desk.file("other.salt.json", zero_salt.as_bytes());
	for (document, salt, commitment) in [
		("other.txt", salt, commitment.as_str()),
		("invoice.txt", "other.salt.json", commitment.as_str()),
		("invoice.txt", salt, zeros.as_str()),
	] {
		let (status, complaint) =
			desk.bad(&["check", document, "--salt", salt, "--commitment", commitment]);
		assert_eq!(status, 3);
		assert!(complaint.contains("does not fit"), "{complaint}");
	}
	// What is not what it should be is not even opened.
	let (status, _) =
		desk.bad(&["open", "sealed.age", "--key", "bank.key", "--commitment", &zeros]);
	assert_eq!(status, 3);
	assert!(!desk.has("sealed"));
}

#[test]
fn a_document_keeps_its_commitment_while_its_salt_is_there() {
	let desk = Desk::new();
	let [bank, insurer] = ["bank.key", "insurer.key"].map(|key| desk.key(key));
	let (first, first_keys) = desk.seal(&[&bank], "1.age");
	let (again, again_keys) = desk.seal(&[&insurer], "2.age");
	assert_eq!(first, again);
	assert_ne!(first_keys, again_keys);

	// Without it nothing ties the document to what stands on the chain.
	desk.good(&["forget", "invoice.txt.salt.json"]);
	assert!(!desk.has("invoice.txt.salt.json"));
	let (anew, _) = desk.seal(&[&bank], "3.age");
	assert_ne!(first, anew);
	let salt = "invoice.txt.salt.json";
	let (status, _) = desk.bad(&["check", "invoice.txt", "--salt", salt, "--commitment", &first]);
	assert_eq!(status, 3);
}

#[test]
fn keys_of_a_grant_are_those_of_all_of_its_documents() {
	let desk = Desk::new();
	let bank = desk.key("bank.key");
	let (_, one) = desk.seal(&[&bank], "1.age");
	let (_, other) = desk.seal(&[&bank], "2.age");
	assert_eq!(desk.good(&["keys", "1.age"]), format!("{one}\n"));
	let both = desk.good(&["keys", "1.age", "2.age"]);
	let both = both.trim();
	assert!(both != one && both != other);
	assert_eq!(desk.good(&["keys", "2.age", "1.age"]).trim(), both);

	assert_eq!(desk.good(&["check", "2.age", "1.age", "--keys", both]), "the keys fit\n");
	for files in [&["1.age"][..], &["1.age", "1.age"], &["1.age", "2.age", "2.age"]] {
		let (status, complaint) = desk.bad(&[&["check", "--keys", both], files].concat());
		assert_eq!(status, 3);
		assert!(complaint.contains("All sealed documents of the grant"), "{complaint}");
	}
}

#[test]
fn other_programs_for_age_read_what_is_sealed() {
	// There is no other program here: the format is that of its specification.
	let desk = Desk::new();
	let bank = desk.key("bank.key");
	desk.seal(&[&bank], "sealed.age");
	let sealed = desk.bytes("sealed.age");
	let text = String::from_utf8_lossy(&sealed);
	let lines = text.lines().collect::<Vec<_>>();
	assert_eq!(lines[0], "age-encryption.org/v1");
	assert!(lines[1].starts_with("-> X25519 "), "{}", lines[1]);
	let key = String::from_utf8(desk.bytes("bank.key")).unwrap();
	let lines = key.lines().collect::<Vec<_>>();
	assert_eq!(lines[0], format!("# public key: {bank}"));
	assert!(lines[1].starts_with("AGE-SECRET-KEY-1"));
}

#[test]
fn nothing_is_overwritten() {
	let desk = Desk::new();
	let bank = desk.key("bank.key");
	desk.seal(&[&bank], "sealed.age");
	let key = desk.bytes("bank.key");
	let sealed = desk.bytes("sealed.age");
	for arguments in [
		&["keygen", "bank.key"][..],
		&["seal", "invoice.txt", "--to", &bank, "--sealed", "sealed.age"],
		&["open", "sealed.age", "--key", "bank.key", "--document", "invoice.txt"],
	] {
		let (status, complaint) = desk.bad(arguments);
		assert_eq!(status, 1);
		assert!(complaint.contains("is there already, and is not overwritten"), "{complaint}");
	}
	assert_eq!((desk.bytes("bank.key"), desk.bytes("sealed.age")), (key, sealed));
	assert_eq!(desk.bytes("invoice.txt"), INVOICE);
}

#[test]
fn only_salts_are_destroyed() {
	let desk = Desk::new();
	let bank = desk.key("bank.key");
	desk.seal(&[&bank], "sealed.age");
	for other in ["invoice.txt", "bank.key", "sealed.age", "nowhere"] {
		let (status, complaint) = desk.bad(&["forget", "invoice.txt.salt.json", other]);
		assert_eq!(status, 1);
		assert!(complaint.contains(other), "{complaint}");
	}
	assert!(
		["invoice.txt", "bank.key", "sealed.age", "invoice.txt.salt.json"]
			.into_iter()
			.all(|name| desk.has(name))
	);
}

#[test]
fn mistakes_are_told_and_nothing_is_written() {
	let desk = Desk::new();
	let bank = desk.key("bank.key");
	desk.seal(&[&bank], "sealed.age");
	desk.file("nonsense.json", b"{\"scheme\": \"\\u001b[2J\"}");
	let zeros = "0".repeat(64);
	for (arguments, status, expected) in [
		(&["seal", "nowhere", "--to", &bank][..], 1, "cannot read nowhere"),
		(&["seal", "invoice.txt", "--to", "bank"], 2, "one begins with age1"),
		(
			&["seal", "invoice.txt", "--to", &bank, "--salt", "nonsense.json"],
			1,
			"nonsense.json is not a salt",
		),
		(
			&["open", "sealed.age", "--key", "invoice.txt"],
			1,
			"invoice.txt is not a file of keys, as `hanse-documents keygen` writes it: line 1 is no key",
		),
		(&["open", "invoice.txt", "--key", "bank.key", "--document", "x"], 1, "no sealed document"),
		(&["keys", "invoice.txt"], 1, "invoice.txt: it is no sealed document"),
		(
			&["check", "a", "b", "--commitment", &zeros, "--salt", "s"],
			1,
			"a commitment is that of one document, and 2 are given",
		),
		(&["log", "Anna"], 1, "Anna is no account"),
	] {
		let before = fs::read_dir(desk.path()).unwrap().count();
		let (code, complaint) = desk.bad(arguments);
		assert_eq!(code, status, "{arguments:?}: {complaint}");
		let complaint = complaint.split_whitespace().collect::<Vec<_>>().join(" ");
		assert!(complaint.contains(expected), "{complaint}");
		assert!(!complaint.contains(char::is_control), "{complaint:?}");
		assert_eq!(fs::read_dir(desk.path()).unwrap().count(), before, "{arguments:?}");
	}
}

#[test]
fn a_node_that_does_not_answer_is_told_of() {
	let desk = Desk::new();
	let bank = desk.key("bank.key");
	desk.seal(&[&bank], "sealed.age");
	let account = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
	// Nobody listens on port 1.
	let url = "ws://127.0.0.1:1";
	for arguments in [
		&["check", "sealed.age", "--grant", "0", "--url", url][..],
		&["log", account, "--url", url],
	] {
		let (status, complaint) = desk.bad(arguments);
		assert_eq!(status, 1);
		assert!(complaint.contains("no node answers at ws://127.0.0.1:1"), "{complaint}");
	}
}

#[test]
fn a_secret_that_others_can_read_is_mentioned() {
	let desk = Desk::new();
	let bank = desk.key("bank.key");
	desk.seal(&[&bank], "sealed.age");
	let path = desk.path().join("bank.key");
	fs::set_permissions(path, fs::Permissions::from_mode(0o644)).unwrap();
	let output = desk.run(&["open", "sealed.age", "--key", "bank.key"]);
	assert!(output.status.success());
	assert!(String::from_utf8_lossy(&output.stderr).contains("`chmod 600 bank.key`"));
}

#[test]
fn help_says_how() {
	let desk = Desk::new();
	for (arguments, expected) in [
		(&["--help"][..], "Exit status"),
		(&["seal", "--help"], "tail -c +49"),
		(&["open", "--help"], "nothing is written"),
		(&["check", "--help"], "Read it yourself"),
		(&["log", "--help"], "--state-pruning archive"),
		(&["forget", "--help"], "no copy is left"),
	] {
		// Lines are broken by the width of the terminal.
		let help = desk.good(arguments);
		let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
		assert!(help.contains(expected), "{arguments:?}");
	}
	assert_eq!(desk.bad(&[]).0, 2);
}
