package org.cairn.bundle;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.bundle.typeset.Direction;
import org.cairn.bundle.typeset.Table;
import org.cairn.domain.Conduct;
import org.cairn.domain.Interview;
import org.cairn.domain.Paragraph.Basis;
import org.cairn.domain.ReadOut;
import org.cairn.domain.Testimony;

/// How a statement was taken, and which of its paragraphs are knowledge and which belief, as labelled lines.
final class HowTaken {

    static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", java.util.Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Words words;
    private final Testimony testimony;
    private final Interview interview;
    private final Optional<Conduct> conduct;

    HowTaken(Words words, Testimony testimony) {
        this.words = words;
        this.testimony = testimony;
        this.interview = testimony.interview();
        this.conduct = interview.conduct();
    }

    List<Table.Row> rows() {
        List<Table.Row> rows = new ArrayList<>();
        add(rows, "taken.date", words.date(interview.date()));
        conduct.flatMap(Conduct::started).ifPresent(at -> add(rows, "taken.started", CLOCK.format(at)));
        conduct.flatMap(Conduct::ended).ifPresent(at -> add(rows, "taken.ended", CLOCK.format(at)));
        add(rows, "taken.place", interview.place());
        add(rows, "taken.interviewer", interview.interviewer());
        conduct.map(Conduct::training)
                .filter(said -> !said.isBlank())
                .ifPresent(said -> add(rows, "taken.training", said));
        add(rows, "taken.language", words.language(testimony.language()));
        interview.interpreters().forEach(interpreter -> add(rows, "taken.interpreter", interpreter(interpreter)));
        interview.present().forEach(other -> add(rows, "taken.present", present(other)));
        add(
                rows,
                "taken.recording",
                words.coded("recording", interview.recording().name()));
        conduct.map(Conduct::device).filter(said -> !said.isBlank()).ifPresent(said -> add(rows, "taken.device", said));
        conduct.flatMap(Conduct::caution).ifPresent(read -> add(rows, "taken.caution", caution(read)));
        readOut().forEach(said -> add(rows, "taken.readOut", said));
        conduct.stream()
                .flatMap(known -> known.priorAccounts().stream())
                .forEach(prior -> add(rows, "taken.prior", prior(prior)));
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
        return ours(words.list(parts));
    }

    private String present(Interview.Presence other) {
        return other.role().isBlank() ? other.code() : ours(words.text("taken.presentAs", other.code(), other.role()));
    }

    /// A sentence of the bundle's own that begins with what somebody wrote: it runs as the bundle does all the same.
    private String ours(String text) {
        Direction way = words.direction();
        String mark = way.rightToLeft() ? "\u200F" : "\u200E";
        return way.orOf(text) == way ? text : mark + text;
    }

    private String caution(Conduct.Caution read) {
        return words.list(List.of(
                CLOCK.format(read.at()),
                words.language(read.language()),
                words.text(read.understood() ? "taken.understood" : "taken.notUnderstood")));
    }

    /// How many texts, from which script, in which language; a line for each script.
    private List<String> readOut() {
        Map<ReadOut, Long> scripts = new LinkedHashMap<>();
        conduct.flatMap(Conduct::readOut).orElse(List.of()).stream()
                .map(text -> new ReadOut("-", text.language(), text.version(), text.interpreted()))
                .forEach(script -> scripts.merge(script, 1L, Long::sum));
        return scripts.entrySet().stream()
                .map(entry -> words.text(
                        entry.getKey().interpreted() ? "taken.readOutInterpreted" : "taken.readOutIn",
                        entry.getValue(),
                        words.language(entry.getKey().language()),
                        entry.getKey().version()))
                .toList();
    }

    /// To whom and when; never the note, which may lead to people.
    private String prior(Conduct.PriorAccount prior) {
        List<String> parts = new ArrayList<>();
        parts.add(prior.to());
        prior.when().ifPresent(when -> parts.add(words.date(Optional.of(when))));
        parts.add(words.text(prior.written() ? "taken.priorWritten" : "taken.priorTold"));
        return ours(words.list(parts));
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
