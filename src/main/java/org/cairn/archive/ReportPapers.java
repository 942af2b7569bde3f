package org.cairn.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.cairn.bundle.HeldFolder;
import org.cairn.domain.ArchiveException;
import org.cairn.vault.Disk;

/// The papers of a report that left the archive.
///
/// @param pdf to be signed
/// @param csv the whole table, whose hash stands on the PDF
public record ReportPapers(Path pdf, Path csv) {

    /// Writes both into a folder, at once or not at all.
    ///
    /// @param name of both, without what tells them apart
    /// @param note tells the ledger, before either has its name
    /// @throws ArchiveException.AlreadyThere where one of them is there already
    static ReportPapers write(Session session, Path folder, String name, byte[] csv, byte[] pdf, Runnable note) {
        ReportPapers papers = new ReportPapers(folder.resolve(name + ".pdf"), folder.resolve(name + ".csv"));
        try {
            Files.createDirectories(folder);
            HeldFolder.sweep(folder);
            if (Files.exists(papers.pdf()) || Files.exists(papers.csv())) {
                throw new ArchiveException.AlreadyThere();
            }
            try (HeldFolder hidden = HeldFolder.make(folder, name).orElseThrow(ArchiveException.AlreadyThere::new)) {
                Path table = write(hidden.path().resolve("table"), csv);
                Path sheets = write(hidden.path().resolve("sheets"), pdf);
                session.closing().check();
                note.run();
                Disk.rename(table, papers.csv());
                Disk.rename(sheets, papers.pdf());
            }
            return papers;
        } catch (IOException e) {
            throw Disk.unwritable(e, folder);
        }
    }

    private static Path write(Path file, byte[] content) throws IOException {
        return Files.write(
                file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    }

    @Override
    public String toString() {
        return "ReportPapers";
    }
}
