package org.cairn.archive;

import java.util.ArrayList;
import java.util.List;
import org.cairn.archive.SubmissionReport.FormLine;
import org.cairn.archive.SubmissionReport.Line;
import org.cairn.archive.SubmissionReport.Outcome;
import org.cairn.domain.NotMapped;
import org.cairn.domain.Reference;

/// The report on submissions as people read it, in the words they are given.
public final class SubmissionText {

    private static final String INDENT = "    ";

    private final Said said;
    private final List<String> lines = new ArrayList<>();

    private SubmissionText(Said said) {
        this.said = said;
    }

    /// The sentences of the message files `exchange`, in some language.
    @FunctionalInterface
    public interface Said {
        /// A sentence by its key.
        String text(String key, Object... arguments);
    }

    /// The whole report, a line each.
    public static List<String> of(SubmissionReport report, Said said) {
        SubmissionText text = new SubmissionText(said);
        text.lines.add(said.text("report.title"));
        text.lines.add(sum(report, said));
        report.forms().forEach(text::form);
        report.lines().forEach(text::line);
        return List.copyOf(text.lines);
    }

    /// How many came out each way.
    public static String sum(SubmissionReport report, Said said) {
        return said.text(
                "report.sum",
                report.count(Outcome.TAKEN),
                report.count(Outcome.CORRECTION),
                report.count(Outcome.ALREADY_HERE),
                report.count(Outcome.REFUSED),
                report.count(Outcome.UNUSED));
    }

    /// What has no place, with where it stood.
    public static String notMapped(NotMapped one, Said said) {
        String what = said.text("notMapped." + one.code());
        String where = one.detail().isBlank() ? one.where() : one.where() + " " + one.detail();
        return said.text("report.line", where, what);
    }

    /// A reason, with what it is about after it.
    public static String reason(String reason, Said said) {
        String code = reason.split(" ", 2)[0];
        return (said.text("refused." + code) + reason.substring(code.length())).strip();
    }

    /// What became of a submission, in a line.
    public static String outcome(Line line, Said said) {
        String which = line.place() > 0 ? line.file() + " #" + line.place() : line.file();
        String named = line.title().isBlank() ? which : which + " – " + line.title();
        String became = said.text("outcome." + line.outcome().name());
        return named.isBlank() ? became : said.text("report.line", named, became);
    }

    private void form(FormLine form) {
        lines.add("");
        String name = form.file().isEmpty() ? form.id() : form.id() + " (" + form.file() + ")";
        lines.add(said.text("report.form", form.reference() + "/" + form.revision(), name));
        all(form.notMapped());
    }

    private void line(Line line) {
        lines.add("");
        lines.add(outcome(line, said));
        line.reasons().forEach(reason -> lines.add(INDENT + reason(reason, said)));
        line.testimony()
                .ifPresent(testimony -> lines.add(INDENT
                        + (line.form().isEmpty()
                                ? testimony.toString()
                                : said.text(
                                        "report.kept",
                                        testimony,
                                        line.witness().map(Reference::toString).orElse("–"),
                                        line.form().orElse("–"),
                                        line.source().map(Reference::toString).orElse("–")))));
        line.mapped()
                .forEach(mapped -> lines.add(
                        INDENT + said.text("report.mapped", mapped.question(), said.text("mapped." + mapped.to()))));
        line.attachments()
                .forEach(file -> lines.add(INDENT
                        + file.reference()
                                .map(kept -> said.text("report.attached", file.name(), kept))
                                .orElseGet(() -> said.text("report.notAttached", file.name()))));
        if (line.form().isPresent() || !line.notMapped().isEmpty()) {
            all(line.notMapped());
        }
    }

    private void all(List<NotMapped> notMapped) {
        if (notMapped.isEmpty()) {
            lines.add(INDENT + said.text("report.nothing"));
            return;
        }
        lines.add(INDENT + said.text("report.notMapped"));
        notMapped.forEach(one -> lines.add(INDENT + INDENT + notMapped(one, said)));
    }
}
