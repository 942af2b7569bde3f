package org.cairn.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Style;
import org.cairn.bundle.typeset.Style.Align;
import org.cairn.bundle.typeset.Table;
import org.cairn.bundle.typeset.Table.Column;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.IntakeAccount;
import org.cairn.domain.custody.IntakeAccount.Line;
import org.cairn.domain.custody.IntakeAccount.Sum;
import org.cairn.domain.custody.IntakeRun;
import org.cairn.domain.custody.OfferedFile.Fate;
import org.cairn.domain.reading.ReadingStatus;

/// The report of an intake that a clerk signs: what was offered, what became of it, and the sum of it.
///
/// Beyond so many files only those are printed of which something is to be said; the table that goes with it has them
/// all, and its hash stands here, so that whoever signs this signs both.
public final class IntakeSheets {

    /// More would be read by nobody on paper.
    private static final int MOST_LINES = 2_000;

    private static final float LABELS = 0.32f;
    private static final int HALF_A_HASH = 32;
    /// The hashes and the note below them stay together: a page with nothing but a note on it looks like a mistake.
    private static final float ROOM_FOR_PROOF = 190;

    private final Flow flow;
    private final IntakeWords says;
    private final Words words;
    private final IntakeAccount account;
    private final Fingerprint table;
    /// Each reason once, with the number that stands for it in the list.
    private final Map<String, Integer> reasons = new LinkedHashMap<>();

    private IntakeSheets(Fonts fonts, IntakeWords says, IntakeAccount account, Fingerprint table) {
        this.says = says;
        this.words = says.words();
        this.account = account;
        this.table = table;
        this.flow = new Flow(fonts, Looks.PAGE, words.direction());
    }

    /// The report as a PDF in memory.
    ///
    /// @param table the hash of the table that goes with it
    public static byte[] pdf(IntakeAccount account, Fingerprint table, Locale language) {
        IntakeWords says = new IntakeWords(language);
        Words words = says.words();
        int number = account.run().number();
        return ReportSheets.pdf(
                words,
                fonts -> new IntakeSheets(fonts, says, account, table).set(),
                (page, of) -> words.text("intake.foot", number, page, of),
                new Imprint(words.text("intake.title", number), account.run().program(), account.asOf(), table));
    }

    private String title() {
        return words.text("intake.title", account.run().number());
    }

    private Flow set() {
        flow.paragraph(words.text("intake.kicker"), Looks.KICKER.spaced(0, 6));
        flow.paragraph(title(), Looks.TITLE.spaced(0, 10));
        if (account.run().ending() != IntakeRun.Ending.WHOLE) {
            flow.paragraph(words.text("intake.ending." + account.run().ending().name()), Looks.READING.inBold());
        }
        flow.table(Looks.known(LABELS, facts()));
        sums();
        ReportSheets.signature(flow, words, "intake.signing");
        lines();
        reasons();
        flow.room(ROOM_FOR_PROOF);
        flow.heading(words.text("intake.proof"), Looks.SUBHEADING);
        flow.table(Looks.known(LABELS, proof()).withValue(Looks.SMALL_CELL));
        flow.space(6);
        flow.paragraph(words.text("intake.note"), Looks.NOTE);
        return flow;
    }

    private List<Table.Row> facts() {
        IntakeRun run = account.run();
        return List.of(
                row("intake.begun", words.moment(run.begun())),
                row("intake.ended", run.ended().map(words::moment).orElse("")),
                row("intake.by", run.by()),
                row("intake.program", run.program()),
                row("intake.asOf", words.moment(account.asOf())),
                row("intake.askedBy", account.askedBy()));
    }

    private Table.Row row(String label, String value) {
        return Table.Row.of(words.text(label), value);
    }

    /// What was offered is the sum of what became of it, to the byte.
    private void sums() {
        flow.heading(words.text("intake.sums"), Looks.SUBHEADING);
        Stream<Table.Row> fates = Stream.of(Fate.TAKEN, Fate.DUPLICATE, Fate.NOT_TAKEN, Fate.NOT_REACHED)
                .filter(fate ->
                        fate != Fate.NOT_REACHED || account.offered(fate).files() > 0)
                .map(fate -> sum(words.text("intake.fate." + fate.name()), account.offered(fate), false));
        sums(Stream.concat(fates, Stream.of(sum(words.text("intake.offered"), account.offered(), true)))
                .toList());
        flow.space(8);
        Stream<Table.Row> read = Stream.concat(
                        Stream.of(ReadingStatus.values()).map(Optional::of), Stream.of(Optional.<ReadingStatus>empty()))
                .filter(status -> account.read(status).files() > 0)
                .map(status -> sum(
                        says.status(status.map(ReadingStatus::name).orElse("WAITING")), account.read(status), false));
        Stream<Table.Row> inside = Stream.of(account.inside())
                .filter(sum -> sum.files() > 0)
                .map(sum -> sum(words.text("intake.inside"), sum, true));
        sums(Stream.concat(read, inside).toList());
        if (account.withheld() > 0) {
            flow.paragraph(words.text("intake.withheldNote", account.withheld()), Looks.NOTE);
        }
    }

    private void sums(List<Table.Row> rows) {
        if (!rows.isEmpty()) {
            flow.table(new Table(
                    List.of(
                            new Column(0.5f, Looks.CELL),
                            new Column(0.2f, Looks.right(Looks.CELL)),
                            new Column(0.3f, Looks.right(Looks.CELL))),
                    List.of("", words.text("intake.files"), words.text("intake.bytes")),
                    rows,
                    true));
        }
    }

    private Table.Row sum(String label, Sum sum, boolean strong) {
        return new Table.Row(
                List.of(label, ReportSheets.number(sum.files()), ReportSheets.number(sum.bytes())),
                Optional.empty(),
                strong);
    }

    private void lines() {
        boolean all = account.lines().size() <= MOST_LINES;
        List<Line> printed = all
                ? account.lines()
                : account.lines().stream()
                        .filter(Line::needsPerson)
                        .limit(MOST_LINES)
                        .toList();
        flow.newPage();
        flow.heading(words.text(all ? "intake.list" : "intake.listOfNeeding"), Looks.SUBHEADING);
        if (!all) {
            flow.paragraph(
                    words.text(
                            "intake.notAll",
                            printed.size(),
                            account.lines().size(),
                            account.lines().stream().filter(Line::needsPerson).count()),
                    Looks.NOTE);
        }
        Style small = Looks.SMALL_CELL;
        flow.table(new Table(
                List.of(
                        new Column(0.12f, small),
                        new Column(0.53f, small),
                        new Column(0.13f, small.aligned(Align.END)),
                        new Column(0.22f, small)),
                Stream.of("item", "file", "bytesKept", "state")
                        .map(column -> words.text("intake.column." + column))
                        .toList(),
                printed.stream().map(this::line).toList(),
                true));
    }

    private Table.Row line(Line line) {
        String hash = line.file()
                .fingerprint()
                .map(Fingerprint::hex)
                .map(hex -> "\n" + hex.substring(0, HALF_A_HASH) + "\n" + hex.substring(HALF_A_HASH))
                .orElse("");
        String path = line.depth() == 0
                ? line.file().path()
                : "\u00A0\u00A0".repeat(line.depth()) + "\u2022 " + line.file().path();
        return Table.Row.of(
                line.file().item().map(Reference::toString).orElse("–"),
                path + hash,
                line.withheld() ? "" : ReportSheets.number(line.file().bytes()),
                state(line));
    }

    private String state(Line line) {
        List<String> said = new ArrayList<>(List.of(says.state(line)));
        String reason = IntakeWords.reason(line);
        if (!reason.isEmpty()) {
            int number = reasons.computeIfAbsent(reason, any -> reasons.size() + 1);
            said.add(words.text("intake.seeReason", number));
        }
        String inside = says.inside(line);
        if (!inside.isEmpty()) {
            said.add(inside);
        }
        return String.join("\n", said);
    }

    private void reasons() {
        if (reasons.isEmpty()) {
            return;
        }
        flow.heading(words.text("intake.reasons"), Looks.SUBHEADING);
        reasons.forEach(
                (code, number) -> flow.numbered(number + ".", says.reason(code), Looks.READ_TEXT, words.direction()));
    }

    private List<Table.Row> proof() {
        return List.of(
                row("intake.table", table.hex()),
                row("intake.archive", account.archive()),
                row("intake.head", account.headLine() + " · " + account.head().hex()));
    }
}
