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
/// @param data what goes with it for machines, a table or a signed file, whose hash stands on the PDF
public record ReportPapers(Path pdf, Path data) {

    /// Writes both into a folder, at once or not at all.
    ///
    /// @param name of both, without what tells them apart
    /// @param ending what the name of the file for machines ends with
    /// @param note tells the ledger, before either has its name
    /// @throws ArchiveException.AlreadyThere where one of them is there already
    static ReportPapers write(
            Session session, Path folder, String name, String ending, byte[] data, byte[] pdf, Runnable note) {
        ReportPapers papers = new ReportPapers(folder.resolve(name + ".pdf"), folder.resolve(name + ending));
        try {
            Files.createDirectories(folder);
            HeldFolder.sweep(folder);
            if (Files.exists(papers.pdf()) || Files.exists(papers.data())) {
                throw new ArchiveException.AlreadyThere();
            }
            try (HeldFolder hidden = HeldFolder.make(folder, name).orElseThrow(ArchiveException.AlreadyThere::new)) {
                Path beside = write(hidden.path().resolve("data"), data);
                Path sheets = write(hidden.path().resolve("sheets"), pdf);
                session.closing().check();
                note.run();
                Disk.rename(beside, papers.data());
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
