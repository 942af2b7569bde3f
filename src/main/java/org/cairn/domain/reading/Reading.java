package org.cairn.domain.reading;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.domain.LanguageTag;

/// What could be read of a file.
///
/// @param status how far
/// @param reason why not further, a code of the message file `reading` (`timeLimit`, `memoryLimit`, `damaged`,
///     `password`, `noText`, `tooLarge`, `crashed`, `unknownFormat`, `textLimit`…); empty when complete
/// @param mediaType by content, not by name
/// @param pages how many pages it has, 0 where it has none
/// @param passages how many passages were read
/// @param language the language of most of it
/// @param childrenExpected how many children (attachments, members) the file says it has
/// @param childrenFound how many were taken out of it
/// @param metadata what the format says about itself: `author`, `created`, `duration`, `subject`…
public record Reading(
        ReadingStatus status,
        String reason,
        String mediaType,
        int pages,
        int passages,
        Optional<LanguageTag> language,
        int childrenExpected,
        int childrenFound,
        Map<String, String> metadata) {

    public Reading {
        metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    }

    /// Whether a password may open it, or more of it.
    public boolean locked() {
        return status == ReadingStatus.ENCRYPTED || status == ReadingStatus.PARTIAL && reason.equals("password");
    }

    @Override
    public String toString() {
        return "Reading " + status;
    }
}
