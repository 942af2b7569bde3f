/// The encrypted database: every record as a chain of revisions, the ledger, readings, drafts and sealed identities.
///
/// All SQL of the program lives here, and so does the JSON in which records are kept. Must never know who may see
/// what and why, how a file is sealed, or that there is an index: it is asked with a clearance, and keeps an outbox
/// for whoever follows.
@NullMarked
package org.cairn.store;

import org.jspecify.annotations.NullMarked;
