package org.cairn.bundle.sign;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;

/// Keys as a person has them: in a file with a password.
public final class KeyFiles {

    private KeyFiles() {}

    /// A key of counsel's in a PKCS#12 file.
    public static Path pkcs12(Path file, String password) throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("one", keys.getPrivate(), password.toCharArray(), new Certificate[] {
            TestAuthority.certificate(keys, "CN=Counsel", false)
        });
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return file;
    }
}
