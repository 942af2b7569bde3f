package org.cairn.archive;

/// What the files of a bundle are signed with.
public sealed interface BundleKey permits SigningKey, BundleKey.OfArchive {

    /// The archive's own key, which needs neither file nor password: it says that this archive signed, and no person.
    record OfArchive() implements BundleKey {}
}
