package org.cairn.bundle.sign;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.served.TimeSaid;

/// A signature with an attestation of time beside it, which may go into its room.
public final class TimedSignature {

    private final long opening;
    private final int room;
    private final byte[] contents;
    private final TimeSaid said;

    TimedSignature(long opening, int room, byte[] contents, TimeSaid said) {
        this.opening = opening;
        this.room = room;
        this.contents = contents.clone();
        this.said = said;
    }

    /// What is attested.
    public TimeSaid said() {
        return said;
    }

    /// SHA-256 that the file has with it: the same whether it is in already or not.
    public Fingerprint hash(Path pdf) throws IOException {
        return new Filled(pdf, opening, room, contents).hash();
    }

    /// Writes it into the file that it was made for, or a copy of it.
    public void into(Path pdf) throws IOException, SigningException {
        try (FileChannel file = FileChannel.open(pdf, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            SignaturePlace.fill(file, opening, room, contents);
            file.force(true);
        }
    }
}
