package org.cairn.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Transcript;
import org.cairn.domain.reading.Passage;

/// What somebody wrote down of a recording, as passages that can be found, shown and cited by their second.
final class Spoken {

    private Spoken() {}

    static List<Passage> passages(EvidenceItem item) {
        return item.transcript().map(Spoken::passages).orElse(List.of());
    }

    private static List<Passage> passages(Transcript transcript) {
        List<Passage> passages = new ArrayList<>();
        for (Transcript.Segment segment : transcript.segments()) {
            add(passages, segment, said(segment), Optional.of(transcript.language()));
            add(passages, segment, segment.translation(), transcript.into());
        }
        return passages;
    }

    private static String said(Transcript.Segment segment) {
        return segment.speaker().isBlank() || segment.text().isBlank()
                ? segment.text()
                : segment.speaker() + ": " + segment.text();
    }

    private static void add(
            List<Passage> to, Transcript.Segment segment, String words, Optional<LanguageTag> language) {
        if (!words.isBlank()) {
            to.add(new Passage(Passage.Unit.SECOND, segment.second(), words, language));
        }
    }
}
