package org.cairn.bundle;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cairn.bundle.typeset.Table;
import org.cairn.domain.Interview;
import org.cairn.domain.Paragraph.Basis;
import org.cairn.domain.Testimony;

/// How a statement was taken, and which of its paragraphs are knowledge and which belief, as labelled lines.
final class HowTaken {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm 'UTC'", java.util.Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Words words;
    private final Testimony testimony;
    private final Interview interview;

    HowTaken(Words words, Testimony testimony) {
        this.words = words;
        this.testimony = testimony;
        this.interview = testimony.interview();
    }

    List<Table.Row> rows() {
        List<Table.Row> rows = new ArrayList<>();
        add(rows, "taken.date", words.date(interview.date()));
        add(rows, "taken.place", interview.place());
        add(rows, "taken.interviewer", interview.interviewer());
        add(rows, "taken.language", words.language(testimony.language()));
        interview.interpreters().forEach(interpreter -> add(rows, "taken.interpreter", interpreter(interpreter)));
        interview.present().forEach(other -> add(rows, "taken.present", present(other)));
        add(
                rows,
                "taken.recording",
                words.coded("recording", interview.recording().name()));
        add(rows, "taken.reads", words.text(interview.witnessReadsLanguage() ? "taken.readsYes" : "taken.readsNo"));
        interview.breaks().forEach(pause -> add(rows, "taken.break", pause(pause)));
        add(rows, "taken.knowledge", paragraphs(EnumSet.of(Basis.SEEN)));
        add(rows, "taken.heard", paragraphs(EnumSet.of(Basis.HEARD)));
        add(rows, "taken.told", paragraphs(EnumSet.of(Basis.TOLD_BY)));
        add(rows, "taken.document", paragraphs(EnumSet.of(Basis.DOCUMENT)));
        add(rows, "taken.belief", paragraphs(EnumSet.of(Basis.INFERRED)));
        return rows;
    }

    private void add(List<Table.Row> rows, String label, String value) {
        rows.add(Table.Row.of(words.text(label), value));
    }

    private String interpreter(Interview.Interpreter interpreter) {
        List<String> parts = new ArrayList<>();
        parts.add(words.text(
                "taken.interpreterPair",
                interpreter.code(),
                words.language(interpreter.from()),
                words.language(interpreter.to())));
        parts.add(words.text(interpreter.sworn() ? "taken.sworn" : "taken.notSworn"));
        parts.add(words.text(interpreter.conflictChecked() ? "taken.conflictChecked" : "taken.conflictNotChecked"));
        return words.list(parts);
    }

    private String present(Interview.Presence other) {
        return other.role().isBlank() ? other.code() : words.text("taken.presentAs", other.code(), other.role());
    }

    private String pause(Interview.Break pause) {
        String kind = words.coded("break", pause.kind());
        String at = CLOCK.format(pause.at());
        return pause.reason().isBlank() ? at + " – " + kind : at + " – " + kind + ": " + pause.reason();
    }

    private String paragraphs(Set<Basis> of) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < testimony.paragraphs().size(); i++) {
            if (testimony.paragraphs().get(i).basis().filter(of::contains).isPresent()) {
                numbers.add(i + 1);
            }
        }
        return numbers.isEmpty() ? "" : words.text("taken.paragraphs", Words.ranges(numbers));
    }
}
