package org.cairn.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cairn.bundle.insert.SealedScratch;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Table;
import org.cairn.bundle.typeset.Typeset;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.PhysicalObject;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.custody.Whereabouts;

/// The paper on which both sides sign that a thing changed hands: what it is, in which state and under which seal, and
/// the line of the ledger that tells of it.
public final class HandoverSheet {

    private static final float LABELS = 0.28f;

    private final Fonts fonts;
    private final Words words;
    private final Handed handed;

    private HandoverSheet(Fonts fonts, Words words, Handed handed) {
        this.fonts = fonts;
        this.words = words;
        this.handed = handed;
    }

    /// What is printed.
    ///
    /// @param description the hash of the description as it stands
    /// @param handover the line that tells of it
    /// @param after how things stood right after it
    /// @param headLine the last line of the whole ledger when it was printed
    /// @param head its hash
    public record Handed(
            Reference reference,
            EvidenceItem item,
            Fingerprint description,
            CustodyEvent handover,
            Whereabouts after,
            long headLine,
            Fingerprint head,
            Instant printed) {
        @Override
        public String toString() {
            return "Handed " + reference;
        }
    }

    /// The paper as a PDF in memory.
    public static byte[] pdf(Handed handed, Locale language) {
        try (PDDocument document = new PDDocument(SealedScratch.cache())) {
            Words words = new Words(language);
            Fonts fonts = new Fonts(document, words.locale());
            Typeset sheet = new HandoverSheet(fonts, words, handed).set();
            Imprint imprint = new Imprint(
                    words.text("handover.title"),
                    "",
                    handed.printed(),
                    handed.handover().hash());
            new OwnPages(document).add(sheet).finish(fonts, words.locale(), imprint);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Typeset set() {
        Flow flow = new Flow(fonts, Looks.PAGE, words.direction());
        flow.paragraph(handed.reference().toString(), Looks.KICKER.spaced(0, 6));
        flow.paragraph(words.text("handover.title"), Looks.TITLE.spaced(0, 14));
        part(flow, "handover.thing", thing());
        part(flow, "handover.what", happened());
        signatures(flow);
        flow.heading(words.text("handover.ledger"), Looks.SUBHEADING);
        flow.table(Looks.known(LABELS, ledger()).withValue(Looks.SMALL_CELL));
        flow.space(6);
        flow.paragraph(words.text("handover.note"), Looks.NOTE);
        return flow.finish();
    }

    private void part(Flow flow, String title, List<Table.Row> rows) {
        flow.heading(words.text(title), Looks.SUBHEADING);
        flow.table(Looks.known(LABELS, rows));
    }

    private List<Table.Row> thing() {
        EvidenceItem item = handed.item();
        List<Table.Row> rows = new ArrayList<>();
        rows.add(row("fact.reference", handed.reference().toString()));
        rows.add(row("handover.called", item.untitled() ? "" : item.title()));
        rows.add(row(
                "thing.description",
                item.object().map(PhysicalObject::description).orElse("")));
        rows.add(row("thing.marks", item.object().map(PhysicalObject::marks).orElse("")));
        rows.add(row("fact.hash", item.fingerprint().map(Fingerprint::hex).orElse("")));
        rows.add(row("detail.seal", told("seal").isEmpty() ? handed.after().seal() : told("seal")));
        rows.add(row(
                "detail.condition", told("condition").isEmpty() ? handed.after().condition() : told("condition")));
        return rows;
    }

    private List<Table.Row> happened() {
        return List.of(
                row("custody.action", words.coded("action", handed.handover().action())),
                row("handover.when", when()),
                row("detail.from", told("from")),
                row("detail.to", told("to")),
                row("detail.handler", told("handler")),
                row("detail.place", told("place")),
                row("detail.why", told("why")));
    }

    private String when() {
        String edtf = told("day");
        return edtf.isEmpty()
                ? words.date(LocalDate.ofInstant(handed.handover().at(), ZoneOffset.UTC))
                : FuzzyDate.ofEdtf(told("when"), edtf).map(words::date).orElse(told("when"));
    }

    private String told(String name) {
        return handed.handover().details().getOrDefault(name, "");
    }

    private Table.Row row(String label, String value) {
        String name = words.text(label);
        int first = name.offsetByCodePoints(0, 1);
        return Table.Row.of(name.substring(0, first).toUpperCase(words.locale()) + name.substring(first), value);
    }

    /// Two columns, each with a name, room for a signature, and a line below it.
    private void signatures(Flow flow) {
        flow.heading(words.text("handover.signatures"), Looks.SUBHEADING);
        flow.table(new Table(
                List.of(new Table.Column(0.5f, Looks.CELL), new Table.Column(0.5f, Looks.CELL)),
                List.of(words.text("handover.giving"), words.text("handover.taking")),
                List.of(
                        Table.Row.of(name("from"), name("to")),
                        Table.Row.of(line("handover.signed"), line("handover.signed")),
                        Table.Row.of(line("handover.dated"), line("handover.dated"))),
                true));
    }

    private String name(String side) {
        return words.text("handover.name") + ": " + (told(side).isEmpty() ? "______________________" : told(side));
    }

    private String line(String key) {
        return "\n" + words.text(key) + ": ______________________";
    }

    private List<Table.Row> ledger() {
        return List.of(
                row(
                        "handover.line",
                        numbered(handed.handover().sequence(), handed.handover().hash())),
                row("handover.actor", handed.handover().actor()),
                row("handover.described", handed.description().hex()),
                row("handover.head", numbered(handed.headLine(), handed.head())));
    }

    private static String numbered(long line, Fingerprint hash) {
        return line + " · " + hash.hex();
    }
}
