package org.cairn.archive;

import java.util.ArrayList;
import java.util.List;
import org.cairn.crypto.MistypedException;
import org.cairn.crypto.RecoveryPhrase;
import org.cairn.crypto.RecoveryShare;
import org.cairn.domain.ArchiveException;

/// A recovery phrase and shares as somebody typed them from paper.
///
/// @param phrase the phrase
/// @param shares the shares, in the order they came
public record RecoveryParts(RecoveryPhrase phrase, List<RecoveryShare> shares) implements AutoCloseable {

    public RecoveryParts {
        shares = List.copyOf(shares);
    }

    /// Reads what was typed.
    ///
    /// @throws ArchiveException.RecoveryMistyped when the phrase or a share cannot be right
    public static RecoveryParts read(CharSequence phrase, List<? extends CharSequence> shares) {
        RecoveryPhrase words = phrase(phrase);
        List<RecoveryShare> read = new ArrayList<>();
        try {
            for (CharSequence share : shares) {
                read.add(share(share, read.size() + 1));
            }
            return new RecoveryParts(words, read);
        } catch (ArchiveException e) {
            read.forEach(RecoveryShare::close);
            throw e;
        }
    }

    private static RecoveryPhrase phrase(CharSequence typed) {
        try {
            return RecoveryPhrase.read(typed);
        } catch (MistypedException e) {
            throw new ArchiveException.RecoveryMistyped("phrase", 0, e.reason().name(), e.place());
        }
    }

    /// Reads one share.
    ///
    /// @param number the how-manieth it is, for the sentence that says it is mistyped
    /// @throws ArchiveException.RecoveryMistyped when it cannot be right
    public static RecoveryShare share(CharSequence typed, int number) {
        try {
            return RecoveryShare.read(typed);
        } catch (MistypedException e) {
            throw new ArchiveException.RecoveryMistyped(
                    "share", number, e.reason().name(), e.place());
        }
    }

    @Override
    public void close() {
        shares.forEach(RecoveryShare::close);
    }

    @Override
    public String toString() {
        return "RecoveryParts";
    }
}
