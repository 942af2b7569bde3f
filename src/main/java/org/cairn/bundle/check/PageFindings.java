package org.cairn.bundle.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDPage;
import org.cairn.bundle.insert.ContentScan;

/// What the pages of a bundle say, by the numbers that they should bear.
///
/// @param unnumbered pages on which that number is not printed
/// @param outside pages that bear it, but not within what is shown
/// @param silent pages without text beside it
/// @param broken pages whose content cannot be read to its end, or leaves something open
record PageFindings(List<Integer> unnumbered, List<Integer> outside, List<Integer> silent, List<Integer> broken) {

    PageFindings() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /// Of pages that follow each other.
    ///
    /// @param first the number that the first of them should bear
    static PageFindings of(List<PDPage> pages, int first) throws IOException {
        PageFindings found = new PageFindings();
        StampReader reader = new StampReader();
        int number = first;
        for (PDPage page : pages) {
            found.read(reader.read(page), number);
            if (isBroken(page)) {
                found.broken.add(number);
            }
            number++;
        }
        return found;
    }

    private void read(StampReader.PageText text, int number) {
        Optional<StampReader.Stamp> stamp = text.bearing(number);
        if (stamp.isEmpty()) {
            unnumbered.add(number);
        } else if (!stamp.get().inside()) {
            outside.add(number);
        }
        if (!text.speaks()) {
            silent.add(number);
        }
    }

    private static boolean isBroken(PDPage page) {
        try (InputStream content = page.getContents()) {
            return !ContentScan.of(content.readAllBytes()).clean();
        } catch (IOException | RuntimeException e) {
            return true;
        }
    }

    /// Takes over what was found on the pages after these.
    void add(PageFindings after) {
        unnumbered.addAll(after.unnumbered);
        outside.addAll(after.outside);
        silent.addAll(after.silent);
        broken.addAll(after.broken);
    }
}
