//! The commands, as people and scripts run them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use serde_json::Value;
use std::{
	fs,
	io::Write,
	os::unix::fs::PermissionsExt,
	path::Path,
	process::{Command, Output, Stdio},
};

/// A folder, and the program run in it.
struct Desk(tempfile::TempDir);

impl Desk {
	fn new() -> Self {
		Self(tempfile::tempdir().unwrap())
	}

	fn path(&self) -> &Path {
		self.0.path()
	}

	fn file(&self, name: &str, text: &str) {
		let path = self.path().join(name);
		fs::write(&path, text).unwrap();
		fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
	}

	fn run(&self, arguments: &[&str], input: &str) -> Output {
		let mut child = Command::new(env!("CARGO_BIN_EXE_hanse-identity"))
			.args(arguments)
			.current_dir(self.path())
			.stdin(Stdio::piped())
			.stdout(Stdio::piped())
			.stderr(Stdio::piped())
			.spawn()
			.unwrap();
		// Whoever does not read it has closed it.
		let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
		child.wait_with_output().unwrap()
	}

	/// What a command prints that works without a word of complaint.
	fn good(&self, arguments: &[&str], input: &str) -> String {
		let Output { status, stdout, stderr } = self.run(arguments, input);
		assert!(status.success(), "{}", String::from_utf8_lossy(&stderr));
		assert_eq!(String::from_utf8_lossy(&stderr), "");
		String::from_utf8(stdout).unwrap()
	}

	/// The exit status and the complaint of a command that does not work, and prints nothing.
	fn bad(&self, arguments: &[&str], input: &str) -> (i32, String) {
		let Output { status, stdout, stderr } = self.run(arguments, input);
		assert_eq!(String::from_utf8_lossy(&stdout), "");
		(status.code().unwrap(), String::from_utf8(stderr).unwrap())
	}
}

const ACME: &str = r#"{"name": "Acme  Ltd", "registrationNumber": "12 345", "address": "Here 1"}"#;

fn parsed(json: &str) -> Value {
	serde_json::from_str(json).unwrap()
}

#[test]
fn one_attribute_is_opened_without_the_rest() {
	let desk = Desk::new();
	let commitments = parsed(&desk.good(&["commit", "--openings", "acme.json"], ACME));
	assert_eq!(parsed(&desk.good(&["show", "acme.json"], "")), commitments);
	assert!(commitments["taxNumber"].is_null());
	let mode = fs::metadata(desk.path().join("acme.json")).unwrap().permissions().mode();
	assert_eq!(mode & 0o777, 0o600);

	let opening = desk.good(&["open", "acme.json", "name"], "");
	assert_eq!(parsed(&opening)["value"], "Acme Ltd");
	for secret in ["12345", "Here", "address", "registrationNumber"] {
		assert!(!opening.contains(secret), "{opening}");
	}

	let name = commitments["name"].as_str().unwrap();
	assert_eq!(desk.good(&["check", "--commitment", name], &opening), "name: Acme Ltd\n");
	desk.file("opening.json", &opening);
	desk.good(&["check", "opening.json", "--commitment", name], "");

	// Another attribute, another value.
	let address = commitments["address"].as_str().unwrap();
	for (commitment, opening) in
		[(address, opening.clone()), (name, opening.replace("Acme", "Acne"))]
	{
		let (status, complaint) = desk.bad(&["check", "--commitment", commitment], &opening);
		assert_eq!(status, 3);
		assert!(complaint.contains("does not fit"), "{complaint}");
	}
}

#[test]
fn openings_are_never_overwritten() {
	let desk = Desk::new();
	desk.good(&["commit", "--openings", "acme.json"], ACME);
	let before = fs::read_to_string(desk.path().join("acme.json")).unwrap();
	let (status, complaint) = desk.bad(&["commit", "--openings", "acme.json"], ACME);
	assert_eq!(status, 1);
	assert!(complaint.contains("acme.json is there already"), "{complaint}");
	assert_eq!(fs::read_to_string(desk.path().join("acme.json")).unwrap(), before);
}

#[test]
fn what_does_not_change_keeps_its_commitment() {
	let desk = Desk::new();
	let before = parsed(&desk.good(&["commit", "--openings", "1.json"], ACME));
	desk.file("moved.json", r#"{"name": "Acme Ltd", "address": "There 2"}"#);
	let after = parsed(
		&desk.good(&["commit", "moved.json", "--keep", "1.json", "--openings", "2.json"], ""),
	);
	assert_eq!(after["name"], before["name"]);
	assert_eq!(after["registrationNumber"], before["registrationNumber"]);
	assert_ne!(after["address"], before["address"]);
	assert_eq!(parsed(&desk.good(&["open", "2.json", "address"], ""))["value"], "There 2");
}

#[test]
fn mistakes_are_told_and_nothing_is_written() {
	let desk = Desk::new();
	let commit = ["commit", "--openings", "acme.json"];
	for (input, expected) in [
		("{}", "give at least one of name"),
		("nonsense", "is not a JSON object of attributes"),
		(r#"{"phone": "1"}"#, "unknown field `phone`"),
		(r#"{"taxNumber": "１２"}"#, "the taxNumber cannot be used: it holds “１” (U+FF11)"),
		(r#"{"name": " "}"#, "the name cannot be used: it is empty"),
	] {
		let (status, complaint) = desk.bad(&commit, input);
		assert_eq!(status, 1);
		assert!(complaint.contains(expected), "{complaint}");
		assert!(!desk.path().join("acme.json").exists());
	}

	desk.good(&commit, ACME);
	for (arguments, status, expected) in [
		(&["open", "acme.json", "taxNumber"][..], 1, "there is no taxNumber in acme.json"),
		(&["open", "acme.json", "phone"], 2, "these are name, registrationNumber"),
		(&["open", "nowhere.json", "name"], 1, "cannot read nowhere.json"),
		(&["check", "acme.json", "--commitment", "0x1"], 2, "64 digits"),
		(&["check", "acme.json", "--commitment", &"0".repeat(64)], 1, "is not an opening"),
		(&["entity", "XX", "1", "--key", "k"], 2, "two capital letters"),
		(&["entity", "SE", "1", "--key", "nowhere"], 1, "cannot read nowhere"),
		(&["entity", "SE", "1", "--key", "acme.json"], 1, "is not a key of registrars"),
	] {
		let (code, complaint) = desk.bad(arguments, "");
		assert_eq!(code, status, "{arguments:?}");
		assert!(complaint.contains(expected), "{complaint}");
	}
}

#[test]
fn registrars_come_to_the_same_entity() {
	let desk = Desk::new();
	let digits = (0..32).map(|i| format!("{i:02x}")).collect::<String>();
	desk.file("old.key", &format!("{digits}\n"));
	desk.file("new.key", &"42".repeat(32));
	let old = desk.good(&["entity", "SE", "556012-5790", "--key", "old.key"], "");
	assert_eq!(old, "0x219d978fad243354f6bc7c675c98f9c49c4a4d22fe8e7e89bd52228c7e5cfc43\n");
	let new = desk.good(&["entity", "SE", "5560125790", "--key", "new.key"], "");
	let both =
		desk.good(&["entity", "SE", "5560125790", "--key", "new.key", "--key", "old.key"], "");
	assert_eq!(both, new + &old);
	let (status, complaint) = desk.bad(&["entity", "SE", "Å 1", "--key", "old.key"], "");
	assert_eq!(status, 1);
	assert!(complaint.contains("the number cannot be used: it holds “Å”"), "{complaint}");
}

#[test]
fn a_secret_that_others_can_read_is_mentioned() {
	let desk = Desk::new();
	desk.good(&["commit", "--openings", "acme.json"], ACME);
	let path = desk.path().join("acme.json");
	fs::set_permissions(path, fs::Permissions::from_mode(0o644)).unwrap();
	let output = desk.run(&["show", "acme.json"], "");
	assert!(output.status.success());
	assert!(String::from_utf8_lossy(&output.stderr).contains("`chmod 600 acme.json`"));
}

#[test]
fn a_file_of_somebody_else_gives_no_orders_to_the_terminal() {
	let desk = Desk::new();
	let check = ["check", "--commitment", &"0".repeat(64)];
	for hostile in [
		"{\"\\u001b[2J\": 1}",
		"{\"scheme\": \"\\u001b[2J\", \"attribute\": \"name\", \"value\": \"A\", \"salt\": \"0x00\"}",
		&format!(
			"{{\"scheme\": \"\\u001b[2J\", \"attribute\": \"name\", \"value\": \"A\", \"salt\": \"{}\"}}",
			"0".repeat(64)
		),
		&format!(
			"{{\"scheme\": \"hanse/attribute/1\", \"attribute\": \"name\", \"value\": \"\\u001b[2J\", \
			 \"salt\": \"{}\"}}",
			"0".repeat(64)
		),
	] {
		let (status, complaint) = desk.bad(&check, hostile);
		assert_eq!(status, 1);
		assert!(!complaint.trim_end().contains(char::is_control), "{complaint:?}");
	}
}

#[test]
fn help_says_how() {
	let desk = Desk::new();
	for (arguments, expected) in [
		(&["--help"][..], "Exit status"),
		(&["commit", "--help"], "NFC"),
		(&["check", "--help"], "Read it yourself"),
		(&["entity", "--help"], "registers are public"),
	] {
		// Lines are broken by the width of the terminal.
		let help = desk.good(arguments, "");
		let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
		assert!(help.contains(expected), "{arguments:?}");
	}
	assert_eq!(desk.bad(&[], "").0, 2);
}
