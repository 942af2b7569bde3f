package org.cairn.domain.custody;

import java.util.List;

/// Something that a check of an archive found wrong: which part, which thing, never what it said.
///
/// @param code a key of the message file `verify`: `recordHash`, `recordChain`, `ledgerHash`, `ledgerChain`,
///     `ledgerSignature`, `ledgerSigner`, `ledgerSignersUnknown`, `ledgerFounder`, `ledgerGap`, `fileMissing`,
///     `fileDamaged`, `fileStrange`, `indexDamaged`, `indexBehind`, `indexAhead`, `databaseDamaged`, `markDamaged`,
///     `keysDamaged`, `projectionDiffers`, `identityDamaged`, `identityMissing`, `identityStrange`…
/// @param arguments references, sequence numbers, short hashes for the sentence
public record Finding(String code, List<String> arguments) {
    public Finding {
        arguments = List.copyOf(arguments);
    }

    /// A finding about something.
    public static Finding of(String code, Object... arguments) {
        return new Finding(
                code, List.of(arguments).stream().map(String::valueOf).toList());
    }
}
