//! The runtime as WebAssembly.
//!
//! In a crate of its own, so that the features with which the runtime's own code is compiled for tests
//! are not those of the blob: what a test network runs is what a consortium runs. See
//! `docs/decisions/build.md`.

#![allow(missing_docs, reason = "the constants are the builder's")]

include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));
