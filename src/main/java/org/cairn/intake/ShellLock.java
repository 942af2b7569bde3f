package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// The encrypted shell around a newer office document ([MS-OFFCRYPTO] 2.3.4).
final class ShellLock implements OfficeLock {

    private final POIFSFileSystem files;
    private final Decryptor decryptor;

    ShellLock(POIFSFileSystem files) throws IOException {
        this.files = files;
        this.decryptor = Decryptor.getInstance(new EncryptionInfo(files));
    }

    @Override
    public boolean opens(String password) throws GeneralSecurityException {
        return decryptor.verifyPassword(password);
    }

    @Override
    public void write(OutputStream out) throws IOException, GeneralSecurityException {
        try (InputStream plain = decryptor.getDataStream(files)) {
            plain.transferTo(out);
        }
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
