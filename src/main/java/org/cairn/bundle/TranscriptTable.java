package org.cairn.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Table;
import org.cairn.domain.Transcript;

/// What is said in a recording, piece by piece: when, by whom, the words, and their translation beside them.
final class TranscriptTable {

    private final Words words;
    private final Transcript transcript;

    TranscriptTable(Words words, Transcript transcript) {
        this.words = words;
        this.transcript = transcript;
    }

    void set(Flow flow) {
        flow.space(14).heading(words.text("transcript.title"), Looks.SUBHEADING);
        flow.paragraph(words.text("transcript.prevails"), Looks.NOTE);
        flow.table(Looks.known(
                0.24f,
                List.of(
                        Table.Row.of(words.text("transcript.by"), Titles.of(transcript.by())),
                        Table.Row.of(words.text("transcript.translator"), Titles.of(transcript.translator())))));
        boolean translated = transcript.segments().stream()
                .anyMatch(segment -> !segment.translation().isBlank());
        boolean spoken = transcript.segments().stream()
                .anyMatch(segment -> !segment.speaker().isBlank());
        List<Table.Column> columns = new ArrayList<>(List.of(new Table.Column(0.12f, Looks.quiet(Looks.CELL))));
        List<String> head = new ArrayList<>(List.of(words.text("transcript.time")));
        if (spoken) {
            columns.add(new Table.Column(0.14f, Looks.CELL));
            head.add(words.text("transcript.speaker"));
        }
        columns.add(new Table.Column(0.37f, Looks.CELL).speaking(transcript.language()));
        head.add(words.language(transcript.language()));
        if (translated) {
            columns.add(new Table.Column(0.37f, Looks.CELL, transcript.into()));
            head.add(transcript
                    .into()
                    .map(into -> words.text("transcript.translation", words.language(into)))
                    .orElse(words.text("transcript.translated")));
        }
        List<Table.Row> rows = transcript.segments().stream()
                .map(segment -> Table.Row.of(cells(segment, spoken, translated)))
                .toList();
        flow.space(8).table(new Table(columns, head, rows, true));
    }

    private static String[] cells(Transcript.Segment segment, boolean spoken, boolean translated) {
        int n = segment.second();
        List<String> cells = new ArrayList<>();
        cells.add(String.format(Locale.ROOT, "%02d:%02d:%02d", n / 3600, n / 60 % 60, n % 60));
        if (spoken) {
            cells.add(segment.speaker());
        }
        cells.add(segment.text());
        if (translated) {
            cells.add(segment.translation());
        }
        return cells.toArray(String[]::new);
    }
}
