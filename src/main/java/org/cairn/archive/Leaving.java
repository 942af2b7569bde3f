package org.cairn.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Fingerprint;

/// What of an item is given out: its original bytes, or something that was made of them.
///
/// @param fileName as it is called outside
/// @param purpose a code of the ledger: `original`, `pages`
/// @param fingerprint of what leaves
/// @param besides what else the ledger says of it
record Leaving(
        String fileName,
        String purpose,
        Fingerprint fingerprint,
        long size,
        Opening opening,
        Map<String, String> besides) {

    /// Opens its bytes.
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    static Leaving original(Session session, EvidenceItem item) {
        return new Leaving(
                item.fileName(),
                "original",
                item.bytes(),
                item.size(),
                () -> session.vault().open(item.bytes()),
                Map.of());
    }

    @Override
    public String toString() {
        return "Leaving " + purpose;
    }
}
