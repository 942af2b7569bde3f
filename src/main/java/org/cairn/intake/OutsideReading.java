package org.cairn.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.xml.sax.SAXException;

/// Reads archives of which only 7-Zip knows how they are packed, where it is installed.
///
/// What it unpacks comes over a pipe, one member after another; nothing is written but the archive itself, into the
/// folder that lies in memory. An archive that is not sound as a whole is taken apart member by member.
final class OutsideReading {

    /// What it calls each kind.
    private static final Map<String, String> KINDS = Map.of(
            "application/vnd.ms-cab-compressed", "cab",
            "application/x-lha", "lzh",
            "application/x-lharc", "lzh",
            "application/x-iso9660-image", "iso",
            "application/x-xar", "xar",
            "application/vnd.xara", "xar",
            "application/x-rpm", "rpm",
            "application/x-ms-wim", "wim",
            "application/x-apple-diskimage", "dmg");

    private final IncomingBytes bytes;
    private final Children children;
    private final Unlocking unlocking;

    OutsideReading(IncomingBytes bytes, Children children, Unlocking unlocking) {
        this.bytes = bytes;
        this.children = children;
        this.unlocking = unlocking;
    }

    static boolean reads(String mediaType) {
        return KINDS.containsKey(mediaType);
    }

    void read(String mediaType) throws IOException, SAXException {
        readAs(KINDS.getOrDefault(mediaType, "*"));
    }

    /// @param kind as the program calls it
    void readAs(String kind) throws IOException, SAXException {
        Optional<SevenZip> program = SevenZip.find();
        if (program.isEmpty()) {
            throw new StopReading("needsArchiver");
        }
        if (bytes.file().isPresent()) {
            new SevenZipRun(program.get(), bytes.file().get(), kind, children, unlocking).read();
            return;
        }
        Path file = Files.createTempFile(Path.of(System.getProperty("java.io.tmpdir")), "file", "");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                out.write(bytes.heap());
            }
            new SevenZipRun(program.get(), file, kind, children, unlocking).read();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
