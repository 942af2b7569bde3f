package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hslf.usermodel.HSLFSlideShowImpl;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.jspecify.annotations.Nullable;

/// The lock of older slides ([MS-PPT] 2.3.7), whose records are found by way of others that are locked: they are
/// written anew, each as it is.
final class OldSlidesLock implements OfficeLock {

    private final IncomingBytes bytes;
    private @Nullable HSLFSlideShowImpl slides;

    private OldSlidesLock(IncomingBytes bytes) {
        this.bytes = bytes;
    }

    static Optional<OfficeLock> on(IncomingBytes bytes) throws IOException {
        try (HSLFSlideShowImpl open = read(bytes)) {
            return open.getDocumentEncryptionAtom() == null ? Optional.empty() : Optional.of(new OldSlidesLock(bytes));
        } catch (EncryptedDocumentException e) {
            return Optional.of(new OldSlidesLock(bytes));
        }
    }

    private static HSLFSlideShowImpl read(IncomingBytes bytes) throws IOException {
        try (InputStream in = bytes.open()) {
            return new HSLFSlideShowImpl(in);
        }
    }

    @Override
    public boolean opens(String password) throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword(password);
        try {
            slides = read(bytes);
            return true;
        } catch (EncryptedDocumentException e) {
            return false;
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    @Override
    public void write(OutputStream out) throws IOException {
        if (slides == null) {
            throw new IOException("not open");
        }
        // with no password set, it is written without a lock
        slides.write(out, true);
    }

    @Override
    public void close() throws IOException {
        if (slides != null) {
            slides.close();
        }
    }
}
