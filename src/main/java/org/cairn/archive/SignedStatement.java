package org.cairn.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.cairn.crypto.Signatures;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.search.SearchStatement;
import org.cairn.store.RecordJson;

/// The statement of a search as it leaves the archive, for machines: canonical JSON (RFC 8785), signed by who asked.
///
/// @param hash SHA-256 of the statement's canonical JSON in UTF-8
/// @param signature Ed25519 over the 32 bytes of `hash`
/// @param signer the public key of who asked
public record SignedStatement(SearchStatement statement, Fingerprint hash, byte[] signature, byte[] signer) {

    static Fingerprint hashOf(SearchStatement statement) {
        return Fingerprint.of(RecordJson.write(statement).getBytes(StandardCharsets.UTF_8));
    }

    byte[] file() {
        return RecordJson.write(this).getBytes(StandardCharsets.UTF_8);
    }

    /// Reads the bytes of a file; needs no archive.
    ///
    /// @return nothing where a single byte is another than was signed, or where it is no statement at all
    public static Optional<SignedStatement> check(byte[] file) {
        try {
            SignedStatement read =
                    RecordJson.readValue(SignedStatement.class, new String(file, StandardCharsets.UTF_8));
            boolean whole = Arrays.equals(read.file(), file)
                    && read.statement().format().equals(SearchStatement.FORMAT)
                    && hashOf(read.statement()).equals(read.hash())
                    && Signatures.verifies(read.signer(), read.hash().bytes(), read.signature());
            return whole ? Optional.of(read) : Optional.empty();
        } catch (ArchiveException.InvalidInput | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "SignedStatement " + hash;
    }
}
