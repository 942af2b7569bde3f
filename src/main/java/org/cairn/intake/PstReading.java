package org.cairn.intake;

import com.pff.PSTException;
import com.pff.PSTFile;
import com.pff.PSTFolder;
import com.pff.PSTMessage;
import com.pff.PSTObject;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.PlaceInside;
import org.xml.sax.SAXException;

/// Takes the messages out of Outlook's store (PST, OST), folder by folder, each written out as a message file.
final class PstReading {

    private static final int DEEPEST = 60;
    private static final int LONGEST_NAME = 120;

    private final IncomingBytes bytes;
    private final Children children;
    /// A broken store may lead back to where one was.
    private final Set<Long> seen = new HashSet<>();

    PstReading(IncomingBytes bytes, Children children) {
        this.bytes = bytes;
        this.children = children;
    }

    void read() throws IOException, SAXException {
        try (PstContent content = new PstContent(bytes.channel())) {
            folder(open(content).getRootFolder(), "", 0);
        } catch (PSTException e) {
            throw new IOException(e);
        }
    }

    private static PSTFile open(PstContent content) throws IOException {
        try {
            return new PSTFile(content);
        } catch (PSTException e) {
            throw new IOException(saysLocked(e) ? "unsupported lock" : "no such store", e);
        }
    }

    /// The strong lock ("high encryption") has no reader.
    private static boolean saysLocked(PSTException failure) {
        return String.valueOf(failure.getMessage()).contains("Only unencrypted");
    }

    private void folder(PSTFolder folder, String path, int depth) throws IOException, SAXException {
        if (!seen.add(folder.getDescriptorNodeId())) {
            return;
        }
        if (depth > DEEPEST) {
            throw new StopReading("tooDeep");
        }
        messages(folder, path);
        try {
            for (PSTFolder inner : folder.getSubFolders()) {
                // a saved search shows messages that lie elsewhere
                if (inner.getNodeType() != PSTObject.NID_TYPE_SEARCH_FOLDER) {
                    folder(inner, path + step(inner) + "/", depth + 1);
                }
            }
        } catch (PSTException | RuntimeException e) {
            children.miss("childrenMissing");
        }
    }

    private static String step(PSTFolder folder) {
        String name = CleanText.of(String.valueOf(folder.getDisplayName()).replaceAll("[/\\\\\\s]+", " "));
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private void messages(PSTFolder folder, String path) throws IOException, SAXException {
        int came = 0;
        try {
            PSTObject next = folder.getNextChild();
            while (next != null) {
                came++;
                if (next instanceof PSTMessage message && seen.add(message.getDescriptorNodeId())) {
                    take(message, path);
                }
                next = folder.getNextChild();
            }
        } catch (PSTException | RuntimeException e) {
            for (int left = folder.getContentCount() - came; left > 0; left--) {
                children.miss("childrenMissing");
            }
            if (folder.getContentCount() <= came) {
                children.miss("childrenMissing");
            }
        }
    }

    private void take(PSTMessage message, String path) throws IOException, SAXException {
        PstLetter letter = new PstLetter(message);
        String name = LetterName.ofWords(letter.subject());
        String place = FileNames.path(path + name);
        children.take(
                name,
                Optional.of(new PlaceInside(place)),
                new WholeMember(letter::open, WholeMember.UNKNOWN, WholeMember.UNKNOWN));
    }
}
