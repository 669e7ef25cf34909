//! The identity of a node, as nodes print it.
//!
//! On the chain it is the 32 bytes of an Ed25519 public key. In logs and on command lines it is a peer
//! id: the base58 of a multihash that holds the key itself, `00 24 08 01 12 20` and the key.

use hanse_types::NodeId;

/// What the bytes of a peer id begin with: an identity hash of 36 bytes, which are a protobuf message of
/// an Ed25519 key of 32.
const PREFIX: [u8; 6] = [0x00, 0x24, 0x08, 0x01, 0x12, 0x20];

/// The peer id of a node.
pub fn peer_id(node: &NodeId) -> String {
	bs58::encode([&PREFIX[..], node.as_bytes()].concat()).into_string()
}

/// The node that a peer id names. Takes an address that ends with one as well, and the key in
/// hexadecimal.
///
/// # Errors
///
/// Says what a peer id looks like.
pub fn parse(text: &str) -> Result<NodeId, String> {
	if text.starts_with("0x") {
		return text.parse().map_err(|_| format!("{text}: 0x and 64 hexadecimal digits"));
	}
	let id = text.rsplit('/').next().unwrap_or(text);
	let bytes = bs58::decode(id).into_vec().map_err(|error| wrong(id, &error.to_string()))?;
	let key = bytes
		.strip_prefix(&PREFIX)
		.and_then(|key| <[u8; 32]>::try_from(key).ok())
		.ok_or_else(|| wrong(id, "it is no Ed25519 key"))?;
	Ok(NodeId(key))
}

fn wrong(id: &str, why: &str) -> String {
	format!(
		"{id} is no peer id ({why}). One looks like 12D3KooW…; `hanse-node key inspect-node-key --file \
		 FILE` prints that of a node key"
	)
}

#[cfg(test)]
mod tests {
	use super::*;

	/// The node key 0…01 and the peer id that `hanse-node key inspect-node-key` prints for it.
	const KEY: &str = "0x4cb5abf6ad79fbf5abbccafcc269d85cd2651ed4b885b5869f241aedf0a5ba29";
	const ID: &str = "12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp";

	#[test]
	fn a_key_and_its_peer_id_are_the_same() {
		let node = KEY.parse::<NodeId>().unwrap();
		assert_eq!(peer_id(&node), ID);
		assert_eq!(parse(ID), Ok(node));
		assert_eq!(parse(KEY), Ok(node));
		assert_eq!(parse(&format!("/ip4/10.0.0.1/tcp/30333/p2p/{ID}")), Ok(node));
	}

	#[test]
	fn what_is_no_peer_id_is_refused() {
		// A hash of an RSA key, a cut id, a character that base58 does not have.
		for wrong in [
			"QmYyQSo1c1Ym7orWxLYvCrM2EmxFTANf8wXmmE7DWjhx5N",
			"12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDE",
			"12D3KooW0",
			"0x12",
			"",
		] {
			assert!(parse(wrong).is_err(), "{wrong}");
		}
	}

	#[test]
	fn every_key_survives() {
		for byte in [0, 1, 127, 128, 255] {
			let node = NodeId([byte; 32]);
			assert_eq!(parse(&peer_id(&node)), Ok(node));
			assert!(peer_id(&node).starts_with("12D3Koo"));
		}
	}
}
