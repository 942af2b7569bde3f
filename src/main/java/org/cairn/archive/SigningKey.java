package org.cairn.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.cairn.bundle.sign.Signer;
import org.cairn.bundle.sign.SigningException;
import org.cairn.domain.ArchiveException;

/// A key with its certificate that bundles are signed with (PKCS#12, RFC 7292).
///
/// @param file where it is
/// @param password that opens it; wiped when it was opened
@SuppressWarnings("ArrayRecordComponent") // wiped, never compared
public record SigningKey(Path file, char[] password) implements BundleKey {

    /// @throws ArchiveException.InvalidInput when it does not open, or holds no key that signs
    Signer signer() {
        try (InputStream in = Files.newInputStream(file)) {
            return Signer.ofPkcs12(in, password);
        } catch (SigningException e) {
            throw new ArchiveException.InvalidInput("signer", e.reasonCode());
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    @Override
    public String toString() {
        return "SigningKey";
    }
}
