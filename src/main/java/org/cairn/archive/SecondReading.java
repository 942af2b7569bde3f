package org.cairn.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.store.StoreView;

/// What was read of an item once more, beside what was read of it before.
///
/// @param former what was read before
/// @param now what was read now
record SecondReading(Reading former, Reading now) {

    /// What befell the process that read, or the archive: another time, or another machine, may do better.
    private static final Set<String> MISHAPS = Set.of("crashed", "timeLimit", "memoryLimit", "notAvailable");

    /// Whether reading an item again can be worth it.
    static boolean promising(Reading reading) {
        return reading.status() == ReadingStatus.UNREADABLE && !reading.reason().equals(SourceFile.UNREAD)
                || reading.status() == ReadingStatus.PARTIAL && MISHAPS.contains(reading.reason());
    }

    /// Whether it takes the place of the former: not where words that were read before would be lost.
    boolean replaces() {
        return now.status() == ReadingStatus.COMPLETE
                || now.passages() >= former.passages()
                        && (now.status() != ReadingStatus.UNREADABLE || former.status() == ReadingStatus.UNREADABLE);
    }

    /// For the ledger: the former reading is told there, for nothing else keeps it.
    Map<String, String> told(Map<String, String> ofNow) {
        Map<String, String> details = new TreeMap<>(ofNow);
        details.put("formerStatus", former.status().name());
        details.put("formerReason", former.reason());
        details.put("formerPassages", String.valueOf(former.passages()));
        details.put("replaced", String.valueOf(replaces()));
        return details;
    }

    /// What came out of an item before; what comes out again is taken from it, and is not kept twice.
    static List<Known> inside(StoreView view, Reference parent) {
        List<Known> known = new ArrayList<>();
        for (Reference child : view.childrenOf(parent)) {
            EvidenceItem item = Evidence.item(view.current(child).orElseThrow());
            known.add(new Known(item.fileName(), item.bytes().hex()));
        }
        return known;
    }

    /// Something that is kept already.
    record Known(String name, String sha256) {
        @Override
        public String toString() {
            return "Known";
        }
    }
}
