package org.cairn.intake;

import java.io.IOException;
import java.util.Optional;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.xml.sax.SAXException;

/// Formats that may be locked as a whole: office documents and databases, opened with the first password that does.
final class LockedFormats {

    private static final int CAUSES = 20;

    private final Formats formats;
    private final Unlocking unlocking;

    LockedFormats(Formats formats, Unlocking unlocking) {
        this.formats = formats;
        this.unlocking = unlocking;
    }

    /// Whether this, or what caused it, says that a password is missing or wrong.
    static boolean lockedBy(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return failure instanceof EncryptedDocumentException || name.contains("Encrypted") || name.contains("Password");
    }

    void parse(String mediaType, IncomingBytes bytes, Metadata metadata, Gathering gathering, Children children)
            throws IOException, TikaException, SAXException {
        if (OfficeLocks.lockedAsAWhole(mediaType)) {
            OfficeLocks.Opening opening = OfficeLocks.open(mediaType, bytes, unlocking);
            if (opening.locked()) {
                open(opening, metadata, gathering, children);
                return;
            }
        }
        try {
            formats.parse(mediaType, bytes, metadata, gathering, children, Optional.empty());
        } catch (IOException | TikaException | SAXException | RuntimeException e) {
            boolean untouched = gathering.passages() == 0 && children.expected() == 0;
            if (!locked(e) || !untouched || !opened(mediaType, bytes, metadata, gathering, children)) {
                throw e;
            }
        }
    }

    private static boolean locked(Throwable failure) {
        Throwable looked = failure;
        for (int i = 0; looked != null && i < CAUSES; i++) {
            if (lockedBy(looked)) {
                return true;
            }
            looked = looked.getCause();
        }
        return false;
    }

    private boolean opened(
            String mediaType, IncomingBytes bytes, Metadata metadata, Gathering gathering, Children children)
            throws IOException, TikaException, SAXException {
        if (OfficeLocks.knows(mediaType)) {
            open(OfficeLocks.open(mediaType, bytes, unlocking), metadata, gathering, children);
            return true;
        }
        for (String password : unlocking.words()) {
            try {
                formats.parse(mediaType, bytes, metadata, gathering, children, Optional.of(password));
                unlocking.opened(password);
                return true;
            } catch (IOException | TikaException | SAXException | RuntimeException e) {
                if (!locked(e)) {
                    // it opened, and is broken beyond its lock
                    throw e;
                }
            }
        }
        return false;
    }

    /// Reads a document without its lock as what it is then.
    private void open(OfficeLocks.Opening opening, Metadata metadata, Gathering gathering, Children children)
            throws IOException, TikaException, SAXException {
        if (opening.document().isEmpty()) {
            throw new EncryptedDocumentException();
        }
        try (IncomingBytes document = opening.document().get()) {
            formats.parse(
                    formats.detect(document, metadata), document, metadata, gathering, children, Optional.empty());
            if (!opening.whole()) {
                throw new IOException("the lock says that some of it is missing");
            }
        }
    }
}
