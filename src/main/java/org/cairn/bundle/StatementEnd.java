package org.cairn.bundle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Style;
import org.cairn.bundle.typeset.Table;
import org.cairn.domain.AccountAsRead;
import org.cairn.domain.ReadBack;
import org.cairn.domain.Signature;
import org.cairn.domain.Testimony;

/// How a statement was signed and read back, and what its interpreter certifies.
final class StatementEnd {

    private final Words words;
    private final Testimony testimony;
    private final Flow flow;

    StatementEnd(Words words, Testimony testimony, Flow flow) {
        this.words = words;
        this.testimony = testimony;
        this.flow = flow;
    }

    void set() {
        signature();
        testimony.readBack().ifPresent(this::readBack);
        testimony.interpreterCertificate().filter(text -> !text.isBlank()).ifPresent(this::certificate);
    }

    private void signature() {
        flow.heading(words.text("signature.title"), Looks.SUBHEADING);
        testimony
                .signature()
                .ifPresentOrElse(this::signed, () -> flow.paragraph(words.text("signature.none"), Looks.NOTE));
    }

    private void signed(Signature signature) {
        flow.table(Looks.known(
                0.32f,
                List.of(
                        Table.Row.of(
                                words.text("signature.mode"),
                                words.coded("signatureMode", signature.mode().name())),
                        Table.Row.of(words.text("signature.date"), words.date(signature.date())),
                        Table.Row.of(
                                words.text("signature.proof"),
                                signature.proof().map(Object::toString).orElse("")))));
        flow.paragraph(words.text("signature.withheld"), Looks.NOTE);
    }

    private void readBack(ReadBack readBack) {
        flow.heading(words.text("readBack.title"), Looks.SUBHEADING);
        flow.table(Looks.known(
                0.32f,
                List.of(
                        Table.Row.of(words.text("readBack.language"), words.language(readBack.language())),
                        Table.Row.of(words.text("readBack.by"), readBack.by()),
                        Table.Row.of(words.text("readBack.date"), words.date(readBack.date())),
                        Table.Row.of(words.text("readBack.began"), moment(readBack, AccountAsRead::begun)),
                        Table.Row.of(
                                words.text("readBack.over"),
                                readBack.account()
                                        .flatMap(AccountAsRead::ended)
                                        .map(HowTaken.CLOCK::format)
                                        .orElse("")),
                        Table.Row.of(words.text("readBack.changes"), said(readBack)))));
        readBack.account().ifPresent(read -> read.changes().forEach(this::change));
    }

    private static String moment(ReadBack readBack, Function<AccountAsRead, Instant> which) {
        return readBack.account().map(which).map(HowTaken.CLOCK::format).orElse("");
    }

    /// How many there are, and what was said of all of them.
    private String said(ReadBack readBack) {
        int count = readBack.account().map(read -> read.changes().size()).orElse(0);
        if (count == 0) {
            return readBack.changes().isBlank() ? words.text("readBack.noChanges") : readBack.changes();
        }
        String counted = words.text("readBack.count", count);
        return readBack.changes().isBlank() ? counted : counted + "\n" + readBack.changes();
    }

    /// A paragraph as it was read and as the witness wanted it.
    private void change(AccountAsRead.Change change) {
        flow.room(70);
        flow.heading(changed(change), Looks.KICKER.in(Style.Ink.QUIET).spaced(10, 2));
        List<Table.Row> rows = new ArrayList<>();
        change.before().ifPresent(any -> rows.add(Table.Row.of(words.text("readBack.was"), change.was())));
        change.after().ifPresent(any -> rows.add(Table.Row.of(words.text("readBack.now"), change.now())));
        if (!change.why().isBlank()) {
            rows.add(Table.Row.of(words.text("readBack.why"), change.why()));
        }
        flow.table(Looks.known(0.2f, rows));
    }

    private String changed(AccountAsRead.Change change) {
        if (change.before().isEmpty()) {
            return words.text("readBack.added", number(change.after()));
        }
        if (change.after().isEmpty()) {
            return words.text("readBack.removed", number(change.before()));
        }
        return change.before().equals(change.after())
                ? words.text("readBack.changed", number(change.before()))
                : words.text("readBack.changedTo", number(change.before()), number(change.after()));
    }

    private static String number(Optional<Integer> place) {
        return place.map(String::valueOf).orElse("");
    }

    private void certificate(String certificate) {
        flow.heading(words.text("certificate.title"), Looks.SUBHEADING);
        flow.quoted(certificate, Looks.READ_TEXT);
    }
}
