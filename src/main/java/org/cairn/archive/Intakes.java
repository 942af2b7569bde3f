package org.cairn.archive;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.bundle.IntakeSheets;
import org.cairn.bundle.IntakeTable;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.custody.IntakeAccount;
import org.cairn.domain.custody.IntakeAccount.Line;
import org.cairn.domain.custody.IntakeAccount.Read;
import org.cairn.domain.custody.IntakeRun;
import org.cairn.domain.custody.OfferedFile;
import org.cairn.domain.custody.OfferedFile.Fate;
import org.cairn.domain.reading.Reading;
import org.cairn.progress.Progress;
import org.cairn.store.StoreView;

/// What was taken in at once, and the report of it that a person can sign.
public final class Intakes {

    private final Session session;

    Intakes(Session session) {
        this.session = session;
    }

    /// Whether this person may have a report of an intake.
    public boolean mayReport() {
        return Permission.RECORD.allows(session.user());
    }

    /// Every intake, the last first; those that were kept more closely than this person may see are left out.
    public List<IntakeRun> list(int offset, int limit) {
        session.require(Permission.RECORD);
        return session.store().read(view -> view.intakes(session.clearance(), offset, limit));
    }

    /// What became of every file of an intake, as things stand now.
    ///
    /// @throws ArchiveException.InvalidInput where there is no such intake for this person
    public IntakeAccount account(int number, Progress progress) {
        session.require(Permission.RECORD);
        return session.store().read(view -> {
            IntakeRun run = view.intake(number)
                    .filter(one -> session.clearance().covers(one.protection()))
                    .orElseThrow(() -> new ArchiveException.InvalidInput("intake", "unknownValue"));
            List<OfferedFile> files = view.offered(number);
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                progress.checkCancelled();
                addOffered(view, files.get(i), lines);
                progress.step("list", i + 1, files.size());
            }
            Optional<CustodyEvent> head = view.head();
            return new IntakeAccount(
                    run,
                    lines,
                    session.archiveId(),
                    head.map(CustodyEvent::sequence).orElse(0L),
                    head.map(CustodyEvent::hash).orElse(CustodyEvent.BEGINNING),
                    session.now(),
                    session.user().name());
        });
    }

    private void addOffered(StoreView view, OfferedFile file, List<Line> lines) {
        Optional<Reference> item = file.item();
        if (item.isEmpty()) {
            lines.add(new Line(0, file, Optional.empty(), false));
        } else if (!maySee(view, item.get())) {
            lines.add(withheld(0, file.fate()));
        } else {
            Optional<Reading> reading = view.reading(item.get());
            lines.add(new Line(0, file, reading.map(Read::of), false));
            if (file.fate() == Fate.TAKEN) {
                addInside(view, 1, item.get(), reading, lines);
            }
        }
    }

    private void addInside(StoreView view, int depth, Reference parent, Optional<Reading> around, List<Line> lines) {
        if (around.filter(reading -> reading.childrenFound() > 0 || reading.childrenExpected() > 0)
                .isEmpty()) {
            return;
        }
        for (Reference child : view.childrenOf(parent)) {
            if (!maySee(view, child)) {
                lines.add(withheld(depth, Fate.TAKEN));
                continue;
            }
            EvidenceItem item = Evidence.item(view.current(child).orElseThrow());
            Optional<Reading> reading = view.reading(child);
            OfferedFile file = OfferedFile.found(item.fileName(), item.size())
                    .read(Fate.TAKEN, "", item.size(), item.bytes(), child);
            lines.add(new Line(depth, file, reading.map(Read::of), false));
            addInside(view, depth + 1, child, reading, lines);
        }
    }

    private boolean maySee(StoreView view, Reference item) {
        return view.protection(item).filter(session.clearance()::covers).isPresent();
    }

    private static Line withheld(int depth, Fate fate) {
        return new Line(
                depth,
                new OfferedFile("", fate, "", 0, Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                true);
    }

    /// Writes the report of an intake into a folder, as a PDF to be signed and as a table; the ledger tells of it
    /// before either has its name.
    ///
    /// @throws ArchiveException.AlreadyThere where one of them is there already
    public ReportPapers write(int number, Path folder, Locale language, Progress progress) {
        session.require(Permission.RECORD);
        return session.closing().mayOvertake(() -> written(account(number, progress), folder, language));
    }

    private ReportPapers written(IntakeAccount account, Path folder, Locale language) {
        byte[] csv = IntakeTable.csv(account, language).getBytes(StandardCharsets.UTF_8);
        byte[] pdf = IntakeSheets.pdf(account, Fingerprint.of(csv), language);
        return ReportPapers.write(
                session,
                folder,
                "intake-" + account.run().number(),
                ".csv",
                csv,
                pdf,
                () -> note(account, Fingerprint.of(csv), Fingerprint.of(pdf)));
    }

    private void note(IntakeAccount account, Fingerprint csv, Fingerprint pdf) {
        session.store()
                .inTransaction(tx -> session.note(
                        tx,
                        "EXPORTED",
                        Optional.empty(),
                        Map.of(
                                "purpose",
                                "intakeReport",
                                "intake",
                                String.valueOf(account.run().number()),
                                "sha256",
                                pdf.hex(),
                                "table",
                                csv.hex())));
    }
}
