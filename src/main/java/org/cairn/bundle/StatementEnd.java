package org.cairn.bundle;

import java.util.List;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Table;
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
                        Table.Row.of(
                                words.text("readBack.changes"),
                                readBack.changes().isBlank()
                                        ? words.text("readBack.noChanges")
                                        : readBack.changes()))));
    }

    private void certificate(String certificate) {
        flow.heading(words.text("certificate.title"), Looks.SUBHEADING);
        flow.quoted(certificate, Looks.READ_TEXT);
    }
}
