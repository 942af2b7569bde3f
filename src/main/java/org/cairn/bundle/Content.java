package org.cairn.bundle;

import org.cairn.bundle.insert.Bytes;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Testimony;
import org.cairn.domain.reading.Reading;

/// What an exhibit holds: a statement that is set in type here, or a file that is inserted as it is.
public sealed interface Content {

    /// What the manifest and the custody schedule call the content by.
    Fingerprint hash();

    /// A statement.
    ///
    /// @param testimony the statement
    /// @param pseudonym what its witness is called
    /// @param statementNumber the first, second… statement of that witness
    /// @param hash the hash of the kept revision
    record Statement(Testimony testimony, String pseudonym, int statementNumber, Fingerprint hash) implements Content {
        @Override
        public String toString() {
            return "Statement";
        }
    }

    /// A file.
    ///
    /// @param item how it is described
    /// @param reading what could be read of it
    /// @param passages the text that could be read
    /// @param bytes the file itself
    record Document(EvidenceItem item, Reading reading, Passages passages, Bytes bytes) implements Content {
        @Override
        public Fingerprint hash() {
            return item.fingerprint();
        }

        @Override
        public String toString() {
            return "Document";
        }
    }
}
