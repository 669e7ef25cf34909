//! Who belongs, who wants to, and whose nodes there are.

use crate::{
	chain::{Chain, text, variant},
	error::Error,
	hash::Hash,
	peer::peer_id,
	status::shown,
};
use hanse_client::Report;
use serde::Serialize;
use std::fmt::Write as _;
use subxt::utils::AccountId32;

/// The members.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Members(Vec<Member>);

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Member {
	account: String,
	name: String,
	country: String,
	legal_entity: String,
	roles: Vec<String>,
	/// Whether its vote counts.
	seat: bool,
	/// How it stands: `good`, `absent`, `withoutKeys`, or why it is suspended.
	standing: Standing,
	/// The block in which it was admitted.
	admitted_at: u32,
	sponsor: Option<String>,
	/// Peer ids.
	nodes: Vec<String>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
enum Standing {
	/// Nothing is wrong.
	Good,
	/// It is to validate and has no session keys.
	WithoutKeys,
	/// It is set aside because it was absent.
	Absent,
	/// It is suspended.
	Suspended { cause: String, until: Option<u32>, evidence: Option<Hash> },
}

impl Members {
	/// Asks the chain.
	///
	/// # Errors
	///
	/// What can go wrong on the way.
	pub async fn read(chain: &Chain) -> Result<Self, Error> {
		let seats = chain.seats().await?;
		let nodes = chain.nodes().await?;
		let absent = match chain.has("Attendance") {
			true => chain.absent().await?,
			false => Vec::new(),
		};
		let without_keys: Vec<AccountId32> =
			chain.view("Consortium", "validators_without_keys", ()).await?;
		let mut members = Vec::new();
		for (account, member) in chain.members().await? {
			let standing = if let Some(suspension) = chain.suspension(&account).await? {
				Standing::Suspended {
					cause: variant(&suspension.cause),
					until: suspension.until,
					evidence: suspension.evidence.map(Hash),
				}
			} else if absent.iter().any(|(who, _)| *who == account) {
				Standing::Absent
			} else if without_keys.contains(&account) {
				Standing::WithoutKeys
			} else {
				Standing::Good
			};
			let of_member = nodes.iter().find(|(who, _)| *who == account);
			members.push(Member {
				name: text(&member.name),
				country: text(&member.country),
				legal_entity: text(&member.legal_entity),
				roles: member.roles.iter().map(variant).collect(),
				seat: seats.contains(&account),
				standing,
				admitted_at: member.admitted_at,
				sponsor: member.sponsor.map(|sponsor| sponsor.to_string()),
				nodes: of_member
					.map(|(_, nodes)| nodes.iter().map(peer_id).collect())
					.unwrap_or_default(),
				account: account.to_string(),
			});
		}
		Ok(Self(members))
	}
}

impl Report for Members {
	fn text(&self) -> String {
		let mut out = String::new();
		for one in &self.0 {
			let standing = match &one.standing {
				Standing::Good => "in good standing".to_owned(),
				Standing::WithoutKeys => "to validate, but without session keys".to_owned(),
				Standing::Absent => "set aside for absence".to_owned(),
				Standing::Suspended { cause, until, .. } => match until {
					Some(until) => format!("SUSPENDED ({cause}) until block {until}"),
					None => format!("SUSPENDED ({cause})"),
				},
			};
			let seat = if one.seat { "one seat" } else { "no seat" };
			// Writing to a string does not fail.
			let _ = writeln!(out, "{}  {}", one.account, one.name);
			let _ = writeln!(out, "    {} {}, {standing}, {seat}", one.country, one.legal_entity);
			let _ = writeln!(out, "    {}", list(&one.roles, "no roles"));
			let _ = match &one.sponsor {
				Some(sponsor) => {
					writeln!(out, "    admitted in block {}, sponsor {sponsor}", one.admitted_at)
				},
				None => writeln!(out, "    member from the beginning"),
			};
			for node in &one.nodes {
				let _ = writeln!(out, "    node {node}");
			}
		}
		out
	}
}

/// The organisations that want to be members.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Applications(Vec<Application>);

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Application {
	account: String,
	/// What sponsors and voters name it by.
	hash: Hash,
	name: String,
	country: String,
	legal_entity: String,
	roles: Vec<String>,
	/// The hash of the documents.
	documents: Hash,
	sponsor: Option<String>,
	sponsor_name: Option<String>,
	expires_at: u32,
	expired: bool,
}

impl Applications {
	/// Asks the chain.
	///
	/// # Errors
	///
	/// What can go wrong on the way.
	pub async fn read(chain: &Chain) -> Result<Self, Error> {
		let mut applications = Vec::new();
		for (account, application) in chain.applications().await? {
			let sponsor = application.sponsor.as_ref();
			applications.push(Application {
				hash: chain.application_hash(&account).await?,
				account: account.to_string(),
				name: text(&application.name),
				country: text(&application.country),
				legal_entity: text(&application.legal_entity),
				roles: application.roles.iter().map(variant).collect(),
				documents: Hash(application.documents),
				sponsor: sponsor.map(ToString::to_string),
				sponsor_name: sponsor.and_then(|who| chain.names.get(&who.0).cloned()),
				expires_at: application.expires_at,
				expired: chain.number() >= application.expires_at,
			});
		}
		Ok(Self(applications))
	}
}

impl Report for Applications {
	fn text(&self) -> String {
		let mut out = String::new();
		if self.0.is_empty() {
			out.push_str("nobody applies for membership\n");
		}
		for one in &self.0 {
			let sponsor = match &one.sponsor {
				Some(sponsor) => format!("sponsor {}", shown(sponsor, &one.sponsor_name)),
				None => "no sponsor yet".to_owned(),
			};
			let expiry = if one.expired { "expired with" } else { "expires with" };
			// Writing to a string does not fail.
			let _ = writeln!(out, "{}  {}", one.account, one.name);
			let _ = writeln!(out, "    {} {}", one.country, one.legal_entity);
			let _ = writeln!(out, "    {}", list(&one.roles, "no roles"));
			let _ = writeln!(out, "    {sponsor}; {expiry} block {}", one.expires_at);
			let _ = writeln!(out, "    documents   {}", one.documents);
			let _ = writeln!(out, "    application {}", one.hash);
		}
		out
	}
}

fn list(names: &[String], nothing: &str) -> String {
	if names.is_empty() { nothing.to_owned() } else { names.join(", ") }
}

/// The nodes that members registered.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Nodes(Vec<Registered>);

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Registered {
	account: String,
	name: Option<String>,
	nodes: Vec<String>,
}

impl Nodes {
	/// Asks the chain.
	///
	/// # Errors
	///
	/// What can go wrong on the way.
	pub async fn read(chain: &Chain) -> Result<Self, Error> {
		let registered = chain.nodes().await?.into_iter().map(|(account, nodes)| Registered {
			name: chain.names.get(&account.0).cloned(),
			account: account.to_string(),
			nodes: nodes.iter().map(peer_id).collect(),
		});
		Ok(Self(registered.collect()))
	}
}

impl Report for Nodes {
	// Nothing but the ids, for scripts that know no JSON.
	fn text(&self) -> String {
		self.0.iter().flat_map(|one| &one.nodes).map(|node| format!("{node}\n")).collect()
	}
}
