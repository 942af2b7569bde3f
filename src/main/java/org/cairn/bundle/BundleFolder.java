package org.cairn.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cairn.domain.Fingerprint;
import org.cairn.progress.Progress;

/// The folder beside a bundle: originals, custody extracts and tables as a BagIt bag (RFC 8493), which any tool can
/// check.
final class BundleFolder {

    /// What shows that a folder is a bag (RFC 8493), and so one of ours.
    static final String BAG = "bagit.txt";

    private final Path folder;
    private final BundlePlan plan;
    private final FolderNames names;
    private final Map<String, Fingerprint> payload = new TreeMap<>();
    private final Map<String, Fingerprint> tags = new TreeMap<>();
    private long octets;

    BundleFolder(Path folder, BundlePlan plan, FolderNames names) {
        this.folder = folder;
        this.plan = plan;
        this.names = names;
    }

    /// @param exhibits what the bundle holds, with its pages
    /// @param originals the files that are being copied into it
    void write(List<Listed> exhibits, OriginalFiles originals, Progress progress) throws IOException {
        int done = 0;
        int all = plan.shown().size();
        for (PlannedExhibit exhibit : plan.shown()) {
            progress.checkCancelled();
            progress.step("copy", done++, all);
            if (exhibit.content() instanceof Content.Document && FolderNames.beside(exhibit)) {
                original(names.original(exhibit), originals);
            }
            payload(names.custody(exhibit), CustodyExtract.of(exhibit));
        }
        tables(exhibits);
        progress.step("copy", all, all);
        bag();
    }

    /// They are payload: what is handed over, and no word of the bag about itself. A registry that unpacks the bag
    /// keeps them.
    private void tables(List<Listed> exhibits) throws IOException {
        Words words = new Words(plan.language());
        payload(FolderNames.index(), new IndexFile(words, names).of(exhibits));
        if (plan.draft().how().loadFiles()) {
            LoadFiles load = new LoadFiles(plan, words, names, exhibits);
            payload(names.load("dat"), load.documents());
            payload(names.load("opt"), load.pages());
        }
    }

    private void payload(String name, byte[] content) throws IOException {
        payload.put(name, file(name, content));
    }

    /// Every file of the folder by its name within it.
    Map<String, Fingerprint> files() {
        Map<String, Fingerprint> files = new TreeMap<>(payload);
        files.putAll(tags);
        return files;
    }

    private void original(String name, OriginalFiles originals) throws IOException {
        OriginalFiles.Copied copied = originals.copied(name);
        octets += copied.octets();
        payload.put(name, copied.hash());
    }

    private Fingerprint file(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content, StandardOpenOption.CREATE_NEW);
        octets += name.startsWith(FolderNames.PAYLOAD) ? content.length : 0;
        return Fingerprint.of(content);
    }

    private void bag() throws IOException {
        tag(BAG, "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        tag(
                "bag-info.txt",
                "Bagging-Date: " + plan.date() + "\nPayload-Oxum: " + octets + "." + payload.size()
                        + "\nBag-Software-Agent: " + plan.version() + "\n");
        tag("manifest-sha256.txt", sums(payload));
        tag("tagmanifest-sha256.txt", sums(new TreeMap<>(tags)));
    }

    private void tag(String name, String content) throws IOException {
        tags.put(name, file(name, content.getBytes(StandardCharsets.UTF_8)));
    }

    /// Lines as `sha256sum -c` reads them.
    static String sums(Map<String, Fingerprint> files) {
        StringBuilder lines = new StringBuilder();
        files.forEach((name, hash) ->
                lines.append(hash.hex()).append("  ").append(name).append('\n'));
        return lines.toString();
    }
}
