package org.cairn.search;

import org.apache.lucene.store.Directory;
import org.cairn.crypto.Secret;

/// Gives benchmarks the sealed directory that an index lies in.
public final class SealedStore {

    private SealedStore() {}

    /// Seals whatever is written to a directory.
    public static Directory over(Directory storage, Secret key) {
        return new SealedDirectory(storage, key);
    }
}
