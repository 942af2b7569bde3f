package org.cairn.store;

import org.cairn.domain.Reference;

/// That a record changed: whoever follows the database looks the record up anew.
///
/// @param sequence grows with every change and is never given twice
/// @param reference the record that changed
public record OutboxEntry(long sequence, Reference reference) {}
