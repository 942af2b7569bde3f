package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.xml.sax.SAXException;

/// Formats that may be locked as a whole: office documents and databases, opened with the first password that does.
final class LockedFormats {

    /// A newer office document inside an encrypted shell.
    private static final String SHELL = "application/x-tika-ooxml-protected";

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
        if (mediaType.equals(SHELL)) {
            inShell(bytes, metadata, gathering, children);
            return;
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

    /// Takes the document out of its shell and reads it as what it is.
    private void inShell(IncomingBytes bytes, Metadata metadata, Gathering gathering, Children children)
            throws IOException, TikaException, SAXException {
        try (InputStream in = bytes.open();
                POIFSFileSystem files = new POIFSFileSystem(in)) {
            Decryptor decryptor = Decryptor.getInstance(new EncryptionInfo(files));
            Optional<String> password = opening(decryptor);
            if (password.isEmpty()) {
                throw new EncryptedDocumentException();
            }
            try (InputStream plain = decryptor.getDataStream(files);
                    IncomingBytes document = IncomingBytes.unlocked(plain, decryptor.getLength())) {
                if (!password.get().equals(Decryptor.DEFAULT_PASSWORD)) {
                    unlocking.opened(password.get());
                }
                String inside = formats.detect(document, metadata);
                formats.parse(inside, document, metadata, gathering, children, Optional.empty());
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /// Documents that are only guarded against changes are locked with a word that everybody knows.
    private Optional<String> opening(Decryptor decryptor) throws GeneralSecurityException {
        if (decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
            return Optional.of(Decryptor.DEFAULT_PASSWORD);
        }
        for (String password : unlocking.words()) {
            if (decryptor.verifyPassword(password)) {
                return Optional.of(password);
            }
        }
        return Optional.empty();
    }
}
