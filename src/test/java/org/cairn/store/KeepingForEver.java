package org.cairn.store;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.cairn.crypto.UserKeys;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;

/// A program that keeps records until it is killed, and says of each that it is kept once it is.
final class KeepingForEver {

    private KeepingForEver() {}

    public static void main(String[] arguments) {
        PrintStream said = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path file = Path.of(arguments[0]);
        try (Store store = Store.open(file, Samples.key());
                UserKeys keys = UserKeys.generate(new SecureRandom())) {
            while (true) {
                Reference kept = store.inTransaction(tx -> {
                    Reference reference = tx.next(RecordKind.WITNESS);
                    tx.keep(reference, Samples.witness(Protection.PUBLIC), 0, "amina", Samples.NOON);
                    tx.append(
                            "amina",
                            "KEPT",
                            Optional.of(reference),
                            Map.of(),
                            Samples.NOON,
                            keys::sign,
                            keys.signingKey());
                    return reference;
                });
                said.println(kept);
            }
        }
    }
}
