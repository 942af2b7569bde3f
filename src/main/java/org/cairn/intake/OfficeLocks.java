package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Takes office documents out of their locks: the newer ones out of their encrypted shell, the older binary ones and
/// OpenDocument, which are locked part by part, each as it would be without.
final class OfficeLocks {

    /// A newer office document inside an encrypted shell.
    private static final String SHELL = "application/x-tika-ooxml-protected";

    private static final String WORD = "application/msword";
    private static final String EXCEL = "application/vnd.ms-excel";
    private static final String POINT = "application/vnd.ms-powerpoint";
    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";

    private static final Set<String> OLDER = Set.of(WORD, EXCEL, POINT);

    private OfficeLocks() {}

    /// Whether the lock of such documents is taken off here.
    static boolean knows(String mediaType) {
        return OLDER.contains(mediaType) || lockedAsAWhole(mediaType);
    }

    /// Whether a parser would find nothing to read in one that is locked, or take it for an empty one.
    static boolean lockedAsAWhole(String mediaType) {
        return mediaType.equals(SHELL) || mediaType.startsWith(OPEN_DOCUMENT);
    }

    /// The lock of a document; nothing where it has none.
    private static Optional<OfficeLock> on(String mediaType, IncomingBytes bytes)
            throws IOException, GeneralSecurityException {
        if (mediaType.startsWith(OPEN_DOCUMENT)) {
            return OpenDocumentLock.on(bytes);
        }
        return switch (mediaType) {
            case WORD -> OldWordLock.on(files(bytes));
            case EXCEL -> OldWorkbookLock.on(files(bytes));
            case POINT -> OldSlidesLock.on(bytes);
            case SHELL -> Optional.of(new ShellLock(files(bytes)));
            default -> Optional.empty();
        };
    }

    /// In memory as a whole: it holds nothing that would have to be closed.
    private static POIFSFileSystem files(IncomingBytes bytes) throws IOException {
        try (InputStream in = bytes.open()) {
            return new POIFSFileSystem(in);
        }
    }

    /// How a document came out of its lock.
    ///
    /// @param locked whether it has one
    /// @param document as it is without; nothing where it has none, or no password opens it
    /// @param whole whether that is all of it
    record Opening(boolean locked, Optional<IncomingBytes> document, boolean whole) {}

    static Opening open(String mediaType, IncomingBytes bytes, Unlocking unlocking) throws IOException {
        // the library keeps a password for whatever it reads next
        Biff8EncryptionKey.setCurrentUserPassword(null);
        try {
            Optional<OfficeLock> found = on(mediaType, bytes);
            if (found.isEmpty()) {
                return new Opening(false, Optional.empty(), true);
            }
            try (OfficeLock lock = found.get()) {
                Optional<String> password = opening(lock, unlocking);
                if (password.isEmpty()) {
                    return new Opening(true, Optional.empty(), true);
                }
                IncomingBytes document = IncomingBytes.made(bytes.size(), lock::write);
                unlocking.opened(password.get());
                return new Opening(true, Optional.of(document), lock.whole());
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /// Documents that are only guarded against changes are locked with a word that everybody knows; it is not tried
    /// where that takes its time.
    private static Optional<String> opening(OfficeLock lock, Unlocking unlocking)
            throws IOException, GeneralSecurityException {
        List<String> given = unlocking.words();
        Stream<String> known =
                lock.tries() < Integer.MAX_VALUE ? Stream.empty() : Stream.of(Decryptor.DEFAULT_PASSWORD);
        for (String password :
                Stream.concat(known, given.stream().limit(lock.tries())).toList()) {
            if (lock.opens(password)) {
                return Optional.of(password);
            }
        }
        return Optional.empty();
    }
}
