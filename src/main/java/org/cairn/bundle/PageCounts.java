package org.cairn.bundle;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.progress.Progress;

/// How many pages exhibits take that are withheld: they are set for it in a place that is thrown away, once for all
/// versions of a bundle.
final class PageCounts {

    private final Map<String, Integer> known = new HashMap<>();

    /// The pages of an exhibit with its separator.
    int of(PlannedExhibit exhibit, BundlePlan plan, Words words, DrawingProcesses drawing, Progress progress)
            throws IOException {
        Integer before = known.get(exhibit.mark());
        if (before != null) {
            return before;
        }
        PlannedSection alone = plan.sections().stream()
                .filter(section -> section.exhibits().contains(exhibit))
                .findFirst()
                .orElseThrow();
        try (VolumePages scratch = new VolumePages(plan, words, drawing, progress)) {
            scratch.add(alone, exhibit);
            known.put(exhibit.mark(), scratch.count());
            return scratch.count();
        }
    }
}
