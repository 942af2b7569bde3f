package org.cairn.intake;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/// What a message out of a store is called as a file: by its subject.
final class LetterName {

    private static final int LONGEST = 120;

    private LetterName() {}

    /// @param subject as it stands in the head, read byte by byte
    static String of(String subject) {
        String words = DecoderUtil.decodeEncodedWords(FileNames.ofBytes(subject), DecodeMonitor.SILENT);
        return ofWords(words);
    }

    static String ofWords(String subject) {
        String flat = subject.replaceAll("[/\\\\\\s]+", " ");
        String kept = CleanText.of(flat.length() > LONGEST ? flat.substring(0, LONGEST) : flat);
        return FileNames.safe((kept.isBlank() ? "unnamed" : kept) + ".eml");
    }
}
